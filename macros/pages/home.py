"""The parts of the home page: a question to try on the spot, the doors, the size of it all, what is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from macros.catalogue.highlights import latest, to_try
from macros.catalogue.relations import Catalogue
from macros.model import SHORT_ANSWER
from macros.model.text import questions_counted
from macros.pages.parts import Part, QuestionEntry, question_entry

NEWEST = 6


@dataclass(frozen=True, kw_only=True)
class TryOne(Part):
    """Paragraphs as plain text: their links would lead nowhere from another page."""

    template: ClassVar[str] = "home-try.html"
    question: QuestionEntry | None
    prompt: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Doors(Part):
    template: ClassVar[str] = "home-doors.html"


@dataclass(frozen=True, kw_only=True)
class Size(Part):
    template: ClassVar[str] = "home-size.html"
    questions: str
    terms: int
    sources: int


@dataclass(frozen=True, kw_only=True)
class WhatsNew(Part):
    template: ClassVar[str] = "home-new.html"
    questions: tuple[QuestionEntry, ...]


def try_one(catalogue: Catalogue) -> TryOne:
    """A whole question: prompt open, short answer folded."""
    question = to_try(catalogue)
    if not question:
        return TryOne(question=None)
    answer = question.document.section(SHORT_ANSWER)
    return TryOne(
        question=question_entry(question),
        prompt=tuple(paragraph.plain for paragraph in question.document.introduction),
        answer=tuple(paragraph.plain for paragraph in answer.paragraphs) if answer else (),
    )


def doors(_: Catalogue) -> Doors:
    """Where each of the three readers goes."""
    return Doors()


def size(catalogue: Catalogue) -> Size:
    """How much there is, in one sentence."""
    bank = catalogue.bank
    return Size(questions=questions_counted(len(bank.questions)), terms=len(bank.terms), sources=len(catalogue.sources))


def whats_new(catalogue: Catalogue) -> WhatsNew:
    """The questions added or reviewed last, but for the one that is there to try."""
    tried = to_try(catalogue)
    newest = [question for question in latest(catalogue) if question is not tried][:NEWEST]
    return WhatsNew(questions=tuple(map(question_entry, newest)))
