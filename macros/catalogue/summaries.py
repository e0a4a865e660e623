"""Documents in a sentence, and questions in minutes."""

from __future__ import annotations

from macros.model import SHORT_ANSWER, Document, Question, QuestionKind
from macros.model.text import summary


def opening(document: Document) -> str:
    """The first paragraph as plain text: a term's definition, a topic's scope, for whom a kit is."""
    return document.introduction[0].plain if document.introduction else ""


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
    source = section.paragraphs if section else document.introduction
    return summary(source[0].plain, 160) if source else document.title
