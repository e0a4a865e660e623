"""The flashcards of a question as parts of its document, and those of all questions in one."""

from __future__ import annotations

from collections.abc import Iterable

from macros.catalogue.addresses import address
from macros.catalogue.site import Site
from macros.exports.api.documents import CardOfQuestion, Flashcard, Text
from macros.exports.api.documents import Question as WholeQuestion
from macros.model import Question
from macros.rendering.flashcards import card_anchor
from macros.rendering.fragments import Renderer, cards_of


def flashcards(question: Question, site: Site, section: str, renderer: Renderer) -> tuple[Flashcard, ...]:
    """Every card in order of the page; `section` is the HTML of them all."""
    here = site.address + address(question.document.path)

    def text(written: str, html: str) -> Text:
        return Text(markdown=renderer.linked(written, question.document), html=html)

    return tuple(
        Flashcard(
            id=question.card_id(card),
            address=f"{here}#{card_anchor(card.key)}",
            question=text(card.question, asked),
            answer=text(card.answer, answered),
        )
        for card, (asked, answered) in zip(question.document.flashcards, cards_of(section), strict=True)
    )


def cards_of_all(whole: Iterable[WholeQuestion]) -> tuple[CardOfQuestion, ...]:
    """Every card, with the question that it belongs to."""
    return tuple(CardOfQuestion(**dict(card), of=question.id) for question in whole for card in question.flashcards)
