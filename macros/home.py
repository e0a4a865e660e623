"""Bank -> Markdown of the home page: a question to try on the spot, the doors, the topics, what is new."""

from __future__ import annotations

import html

from macros.model import SHORT_ANSWER, Level, Question, QuestionKind
from macros.prose import paragraphs, plain_text
from macros.relations import Relations
from macros.views import inert, link, questions_counted, rows, topic_index

NEWEST = 6
_HOME = "docs/index.md"
_SOONEST = [
    QuestionKind.ESTIMATION,
    QuestionKind.DEBUGGING,
    QuestionKind.CONCEPT,
    QuestionKind.INCIDENT,
    QuestionKind.DESIGN,
    QuestionKind.EXPERIENCE,
]
_DOORS = (
    ("Practise", "practice.md", "Say your answer aloud, unfold, grade yourself; what was weak comes back soon."),
    ("Hire", "hiring.md", "Link a question from a job posting; grade answers by the same rubric."),
    ("Contribute", "contribute.md", "Mend an answer or add one. A check tells you what is missing."),
)


def _how_soon_it_can_be_tried(question: Question) -> tuple[int, int, int, str]:
    """Order of questions for a visitor with a minute: the newest, and of those one to compute or to debug, the easiest first."""
    fields = question.fields
    return (-fields.added.toordinal(), _SOONEST.index(fields.kind), list(Level).index(fields.level), question.document.slug)


def to_try(relations: Relations) -> Question | None:
    """The question that the home page shows whole; None where there is no question."""
    return min(relations.bank.questions, key=_how_soon_it_can_be_tried, default=None)


def try_one(relations: Relations) -> str:
    """A whole question: prompt open, short answer folded."""
    question = to_try(relations)
    if not question:
        return "There are no questions yet."
    document = question.document
    answer = document.section(SHORT_ANSWER)
    return (
        '<section class="try" aria-labelledby="try-title" markdown="block">\n'
        f'<p class="facts" markdown="span">Try one <span class="level">{question.fields.level}</span> '
        f"<span>{question.fields.kind}</span></p>\n"
        f'<h2 id="try-title" markdown="span">{link(document, _HOME)}</h2>\n'
        f"{_paragraphs(document.intro)}\n"
        '<details class="fold">\n<summary><strong>Short answer</strong>'
        '<span class="fold-hint">say yours aloud first</span></summary>\n'
        f'<div class="fold-body">\n{_paragraphs(answer.text if answer else "")}\n</div>\n</details>\n</section>'
    )


def _paragraphs(text: str) -> str:
    """Paragraphs as plain text: their links would lead nowhere from another page."""
    return "\n".join(f"<p>{html.escape(' '.join(plain_text(part).split()))}</p>" for part in paragraphs(text))


def doors() -> str:
    """Where each of the three readers goes."""
    items = "\n".join(
        f'<li markdown="span">[{title}]({target}) <span class="scope">{inert(text)}</span></li>' for title, target, text in _DOORS
    )
    return f'<ul class="cards doors" markdown="block">\n{items}\n</ul>'


def size(relations: Relations) -> str:
    """How much there is, in one sentence."""
    bank = relations.bank
    sources = len(relations.sources)
    questions = questions_counted(len(bank.questions)).capitalize().replace(" ", "\N{NO-BREAK SPACE}")
    return f"[{questions}](questions/index.md), [{len(bank.terms)} terms](glossary/index.md), {sources} sources."


def topics(relations: Relations) -> str:
    return topic_index(relations, _HOME)


def whats_new(relations: Relations) -> str:
    """The questions added or reviewed last, but for the one that is there to try."""
    tried = to_try(relations)
    newest = [question for question in latest(relations) if question is not tried][:NEWEST]
    return rows(newest, _HOME, dated=True) if newest else "There are no questions yet."


def latest(relations: Relations) -> list[Question]:
    """Newest addition first, then newest review."""
    return sorted(
        relations.bank.questions,
        key=lambda q: (-q.fields.added.toordinal(), -q.fields.reviewed.toordinal(), q.document.slug),
    )
