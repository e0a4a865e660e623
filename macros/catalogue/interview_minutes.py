"""How long a question takes in an interview: what the practice clock counts to, and what a kit gives it."""

from __future__ import annotations

from macros.model import Question, QuestionKind

# Minutes for a question of a kind, follow-ups included; kits may give it others.
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
