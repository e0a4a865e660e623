"""Which questions a visitor sees first."""

from __future__ import annotations

from macros.catalogue.relations import Catalogue
from macros.model import Question, QuestionKind

_SOONEST = [
    QuestionKind.ESTIMATION,
    QuestionKind.DEBUGGING,
    QuestionKind.CONCEPT,
    QuestionKind.INCIDENT,
    QuestionKind.DESIGN,
    QuestionKind.EXPERIENCE,
]


def _how_soon_it_can_be_tried(question: Question) -> tuple[int, int, int, str]:
    """Order of questions for a visitor with a minute: the newest, and of those one to compute or to debug, the easiest first."""
    fields = question.fields
    return (-fields.added.toordinal(), _SOONEST.index(fields.kind), fields.level.rank, question.document.slug)


def to_try(catalogue: Catalogue) -> Question | None:
    """The question that the home page shows whole; None where there is no question."""
    return min(catalogue.bank.questions, key=_how_soon_it_can_be_tried, default=None)


def latest(catalogue: Catalogue) -> list[Question]:
    """Newest addition first, then newest review."""
    return sorted(
        catalogue.bank.questions,
        key=lambda q: (-q.fields.added.toordinal(), -q.fields.reviewed.toordinal(), q.document.slug),
    )
