"""Bank -> Markdown of the home page: a question to try on the spot, the doors, the topics, what is new."""

from __future__ import annotations

import html
from collections.abc import Iterable

from macros.catalogue.highlights import latest, to_try
from macros.catalogue.relations import Catalogue
from macros.model import SHORT_ANSWER, Paragraph
from macros.model.text import questions_counted
from macros.pages.parts import inert, link, rows, topic_index

NEWEST = 6
_HOME = "docs/index.md"
_DOORS = (
    ("Practise", "practice.md", "Say your answer aloud, unfold, grade yourself; what was weak comes back soon."),
    ("Hire", "hiring.md", "Link a question from a job posting; grade answers by the same rubric."),
    ("Contribute", "contribute.md", "Mend an answer or add one. A check tells you what is missing."),
)


def try_one(catalogue: Catalogue) -> str:
    """A whole question: prompt open, short answer folded."""
    question = to_try(catalogue)
    if not question:
        return "There are no questions yet."
    document = question.document
    answer = document.section(SHORT_ANSWER)
    return (
        '<section class="try" aria-labelledby="try-title" markdown="block">\n'
        f'<p class="facts" markdown="span">Try one <span class="level">{question.fields.level}</span> '
        f"<span>{question.fields.kind}</span></p>\n"
        f'<h2 id="try-title" markdown="span">{link(document, _HOME)}</h2>\n'
        f"{_paragraphs(document.introduction)}\n"
        '<details class="fold">\n<summary><strong>Short answer</strong>'
        '<span class="fold-hint">say yours aloud first</span></summary>\n'
        f'<div class="fold-body">\n{_paragraphs(answer.paragraphs if answer else ())}\n</div>\n</details>\n</section>'
    )


def _paragraphs(written: Iterable[Paragraph]) -> str:
    """Paragraphs as plain text: their links would lead nowhere from another page."""
    return "\n".join(f"<p>{html.escape(paragraph.plain)}</p>" for paragraph in written)


def doors() -> str:
    """Where each of the three readers goes."""
    items = "\n".join(
        f'<li markdown="span">[{title}]({target}) <span class="scope">{inert(text)}</span></li>' for title, target, text in _DOORS
    )
    return f'<ul class="cards doors" markdown="block">\n{items}\n</ul>'


def size(catalogue: Catalogue) -> str:
    """How much there is, in one sentence."""
    bank = catalogue.bank
    sources = len(catalogue.sources)
    questions = questions_counted(len(bank.questions)).capitalize().replace(" ", "\N{NO-BREAK SPACE}")
    return f"[{questions}](questions/index.md), [{len(bank.terms)} terms](glossary/index.md), {sources} sources."


def topics(catalogue: Catalogue) -> str:
    return topic_index(catalogue, _HOME)


def whats_new(catalogue: Catalogue) -> str:
    """The questions added or reviewed last, but for the one that is there to try."""
    tried = to_try(catalogue)
    newest = [question for question in latest(catalogue) if question is not tried][:NEWEST]
    return rows(newest, _HOME, dated=True) if newest else "There are no questions yet."
