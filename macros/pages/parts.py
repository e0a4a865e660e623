"""Bank -> Markdown: what the macros put into our own pages."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterable

from macros.catalogue.relations import Catalogue
from macros.catalogue.summaries import opening
from macros.model import Document, Level, Question, QuestionKind
from macros.model.text import questions_counted


def question_list(catalogue: Catalogue, page: str) -> str:
    """Every question by topic, with level and kind; `page` is the path of the page that shows the list."""
    parts = [
        f"## {inert(topic.document.title)}\n\n{rows(catalogue.of_topic[slug], page)}"
        for slug, topic in catalogue.topic.items()
        if catalogue.of_topic[slug]
    ]
    return "\n\n".join([_filters(catalogue), *parts]) if parts else "There are no questions yet."


def _filters(catalogue: Catalogue) -> str:
    """The form that javascripts/questions/filters.js brings to life; without JavaScript it is not shown."""
    topics = "".join(
        f'<option value="{slug}">{html.escape(topic.document.title)}</option>'
        for slug, topic in catalogue.topic.items()
        if catalogue.of_topic[slug]
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
        f"{questions_counted(len(catalogue.bank.questions))}</output> "
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


def topic_index(catalogue: Catalogue, page: str) -> str:
    """Every topic with its scope and the number of its questions; those without any come last."""
    rows = []
    for slug, topic in sorted(catalogue.topic.items(), key=lambda item: not catalogue.of_topic[item[0]]):
        count = len(catalogue.of_topic[slug])
        item = "<li" if count else '<li class="empty"'
        rows.append(
            f'{item} markdown="span">{link(topic.document, page)} <span class="count">{questions_counted(count)}</span> '
            f'<span class="scope">{inert(opening(topic.document))}</span></li>'
        )
    if not rows:
        return "There are no topics yet."
    return '<ul class="cards" markdown="block">\n' + "\n".join(rows) + "\n</ul>"


def link(document: Document, page: str) -> str:
    """A Markdown link from the page at `page`."""
    return f"[{inert(document.title)}]({posixpath.relpath(document.path, posixpath.dirname(page))})"


def inert(text: str) -> str:
    """Plain text inside Markdown: nothing in it is markup, whatever a contributor put into a title."""
    escaped = html.escape(text, quote=False)
    return "".join(f"&#{ord(character)};" if character in "\\`*_{}[]()#+!|~^$:" else character for character in escaped)
