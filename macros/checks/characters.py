"""Rules about characters that an export could not show: it would print a box, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import Bank, Document
from macros.model.problem import Problem
from macros.model.repertoire import UNPRINTED, named, undrawn


def can_be_printed(bank: Bank) -> Iterator[Problem]:
    """Every character of a page, code included, must be one that the PDF has; others are told once, at their first line."""
    for document in bank.documents.values():
        found: dict[str, int] = {}
        for match in UNPRINTED.finditer(document.body):
            found.setdefault(match[0], document.body.count("\n", 0, match.start()))
        for character, line in found.items():
            yield Problem(
                document.path,
                document.body_line + line,
                f"The PDF can't show {named(character)}.",
                "write a word, or a sign such as ✓, ✗ or →; write names in Latin letters.",
            )


def title_can_be_drawn(bank: Bank) -> Iterator[Problem]:
    """Every letter of a title must be one that the link preview has."""
    for document in bank.documents.values():
        if (character := undrawn(document.title)) and not UNPRINTED.match(character):
            yield _undrawn(document, character)


def _undrawn(document: Document, character: str) -> Problem:
    return Problem(
        document.path,
        document.title_line,
        f"The link preview can't show {named(character)} of the title.",
        "write it as a word, such as `lambda`.",
    )
