"""Bank -> Markdown: what the macros put into our own pages."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterable

from macros.model import SHORT_ANSWER, Document, Level, Question, QuestionKind
from macros.prose import paragraphs, plain_text, summary
from macros.relations import Relations


def question_list(relations: Relations, page: str) -> str:
    """Every question by topic, with level and kind; `page` is the path of the page that shows the list."""
    parts = [
        f"## {inert(topic.document.title)}\n\n{rows(relations.of_topic[slug], page)}"
        for slug, topic in relations.topic.items()
        if relations.of_topic[slug]
    ]
    return "\n\n".join([_filters(relations), *parts]) if parts else "There are no questions yet."


def _filters(relations: Relations) -> str:
    """The form that javascripts/questions/filters.js brings to life; without JavaScript it is not shown."""
    topics = "".join(
        f'<option value="{slug}">{html.escape(topic.document.title)}</option>'
        for slug, topic in relations.topic.items()
        if relations.of_topic[slug]
    )
    return (
        '<form class="filters" data-filters data-picking="../build/" role="search" aria-label="Filter questions">\n'
        '<p><label for="filter-text">Words in the title</label> <input id="filter-text" name="text" type="search" autocomplete="off"></p>\n'
        '<p><label for="filter-topic">Topic</label> <select id="filter-topic" name="topic">'
        f'<option value="">All topics</option>{topics}</select></p>\n'
        '<p class="filter-more"><button type="button" class="quiet" aria-expanded="false" aria-controls="filter-choices">'
        "Level and kind</button></p>\n"
        f'<div class="filter-choices" id="filter-choices">{_choices("level", Level)}{_choices("kind", QuestionKind)}</div>\n'
        '<p class="filter-result"><output name="result">'
        f"{questions_counted(len(relations.bank.questions))}</output> "
        '<a class="quiet" href="../practice/" data-practise>Practise these</a> <a class="quiet" href="#kit=">Pick for a kit</a> '
        '<button type="reset" class="quiet" hidden>Clear filters</button></p>\n</form>'
    )


def _choices(name: str, values: Iterable[str]) -> str:
    boxes = "".join(f'<label><input type="checkbox" name="{name}" value="{value}"> {value}</label>' for value in values)
    return f"<fieldset><legend>{name.capitalize()}</legend>{boxes}</fieldset>"


def rows(questions: Iterable[Question], page: str, *, dated: bool = False) -> str:
    rows = "\n".join(_row(question, page, dated=dated) for question in questions)
    return f'<ul class="rows" markdown="block">\n{rows}\n</ul>'


def _row(question: Question, page: str, *, dated: bool) -> str:
    fields = question.fields
    return (
        f'<li data-topic="{fields.topic}" data-level="{fields.level}" data-kind="{fields.kind}" markdown="span">'
        f"{link(question.document, page)} "
        f'<span class="facts"><span class="level level-{fields.level}">{fields.level}</span> '
        f"<span>{fields.kind}</span>{f' <span>added {fields.added}</span>' if dated else ''}</span></li>"
    )


def topic_index(relations: Relations, page: str) -> str:
    """Every topic with its scope and the number of its questions; those without any come last."""
    rows = []
    for slug, topic in sorted(relations.topic.items(), key=lambda item: not relations.of_topic[item[0]]):
        count = len(relations.of_topic[slug])
        item = "<li" if count else '<li class="empty"'
        rows.append(
            f'{item} markdown="span">{link(topic.document, page)} <span class="count">{questions_counted(count)}</span> '
            f'<span class="scope">{inert(scope(topic.document))}</span></li>'
        )
    if not rows:
        return "There are no topics yet."
    return '<ul class="cards" markdown="block">\n' + "\n".join(rows) + "\n</ul>"


def questions_counted(count: int) -> str:
    return {0: "no question yet", 1: "1 question"}.get(count, f"{count} questions")


def link(document: Document, page: str) -> str:
    """A Markdown link from the page at `page`."""
    return f"[{inert(document.title)}]({posixpath.relpath(document.path, posixpath.dirname(page))})"


def definition(document: Document) -> str:
    """The first paragraph of a term, as plain text: what the tooltip shows."""
    found = paragraphs(document.intro)
    return " ".join(plain_text(found[0]).split()) if found else ""


scope = for_whom = definition  # of a topic, of a kit: the first paragraph, too

# Minutes that a question of a kind takes in an interview, follow-ups included; kits may give it others.
_MINUTES = {
    QuestionKind.CONCEPT: 12,
    QuestionKind.ESTIMATION: 12,
    QuestionKind.DEBUGGING: 18,
    QuestionKind.INCIDENT: 18,
    QuestionKind.EXPERIENCE: 15,
    QuestionKind.DESIGN: 20,
}


def suggested_minutes(question: Question) -> int:
    return _MINUTES[question.fields.kind]


def description(document: Document) -> str:
    """One or two sentences for search engines and link previews, at most 160 characters."""
    section = document.section(SHORT_ANSWER)
    source = paragraphs(section.text if section else document.intro)
    return summary(" ".join(plain_text(source[0]).split()), 160) if source else document.title


def inert(text: str) -> str:
    """Plain text inside Markdown: nothing in it is markup, whatever a contributor put into a title."""
    escaped = html.escape(text, quote=False)
    return "".join(f"&#{ord(character)};" if character in "\\`*_{}[]()#+!|~^$:" else character for character in escaped)
