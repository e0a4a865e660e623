"""Rules about the flashcards of a question page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import FLASHCARDS, Bank, Document, Flashcard, PageType, Section
from macros.model.limits import CARD_WORDS, CARDS
from macros.model.problem import Problem

_FORM = "write `- **Question?** Answer.`"
# What begins something else than the next line of a card.
_OTHER_BLOCK = re.compile(r"[ ]+(?:[-*+][ ]|\d+[.)][ ]|>|#{1,6}[ ]|\||`{3}|~{3})")
_MARK = re.compile(r"\[\^")


def cards_well_formed(bank: Bank) -> Iterator[Problem]:
    """Every question must have four to eight flashcards: a question in bold and an answer, at most 30 words together."""
    for document in bank.of_type(PageType.QUESTION):
        section = document.section(FLASHCARDS)
        if section is None or not section.text:
            continue
        least, most = CARDS
        other = _other_text(section)
        if other:
            fix = f"use only a list: {_FORM}; indent a line that continues a card by two spaces."
            yield Problem(document.path, other, f"`{FLASHCARDS}` contains text that isn't a flashcard.", fix)
        elif len(document.flashcards) < least:
            count = {1: "is only one flashcard"}.get(len(document.flashcards), f"are only {len(document.flashcards)} flashcards")
            yield Problem(document.path, section.line, f"There {count}.", f"write at least {least}, one fact each.")
        elif len(document.flashcards) > most:
            message = f"There are {len(document.flashcards)} flashcards."
            yield Problem(document.path, section.line, message, f"keep the {most} most worth memorizing.")
        for card in document.flashcards:
            if found := _wrong(card):
                yield Problem(document.path, card.line, *found)


def no_card_twice(bank: Bank) -> Iterator[Problem]:
    """Every two flashcards, of all pages, must ask different questions."""
    first: dict[str, tuple[Document, Flashcard]] = {}
    for document in bank.of_type(PageType.QUESTION):
        for card in document.flashcards:
            other, earlier = first.setdefault(card.key, (document, card))
            if card.key and earlier is not card:
                where = f"on line {earlier.line}" if other is document else f"on {other.path}"
                message = f"The flashcard `{card.question}` also appears {where}."
                yield Problem(document.path, card.line, message, "keep one of them, or ask something else.")


def _wrong(card: Flashcard) -> tuple[str, str] | None:
    """What is wrong with a card and how to fix it, or None."""
    if not card.key:
        return "The flashcard has no question.", f"{_FORM}, with the question mark inside the bold text."
    if not card.question.endswith("?"):
        return (
            f"The flashcard's question `{card.question}` doesn't end with a question mark.",
            f"{_FORM}, with the mark inside the bold text.",
        )
    if _MARK.search(card.question):
        return f"The flashcard's question `{card.question}` has a footnote.", "put the mark after the answer."
    if not re.search(r"\w", card.answer):
        return f"The flashcard `{card.question}` has no answer.", "write it after the question, on the same line."
    words = card.words
    if words > CARD_WORDS:
        return f"The flashcard `{card.question}` has {words} words.", f"cut it to {CARD_WORDS}, question and answer together."
    return None


def _other_text(section: Section) -> int | None:
    """Line of the first that is neither a card nor goes on with one."""
    inside = False
    for number, line in enumerate(section.text.split("\n"), start=section.text_line):
        if line.startswith("- "):
            inside = True
        elif not line.strip():
            inside = False
        elif not inside or not line.startswith("  ") or _OTHER_BLOCK.match(line):
            return number
    return None
