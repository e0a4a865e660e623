"""Rules about characters that an export could not show: it would print a box, or nothing at all."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from macros.model import Bank, Document
from macros.model.problem import Problem
from macros.model.repertoire import UNPRINTED, named, undrawn

_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,40});?")


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


def nothing_hidden(bank: Bank) -> Iterator[Problem]:
    """Every character must be seen: none may be invisible or turn the line around, also not by an entity or an escape."""
    for document in bank.documents.values():
        for match in _ENTITY.finditer(document.body):
            line = document.body_line + document.body.count("\n", 0, match.start())
            if hidden := _hidden(html.unescape(match[0])):
                fix = "delete it; to show an entity as text, put it between backticks and write its name apart."
                yield Problem(document.path, line, f"`{match[0]}` is an invisible character, {hidden}.", fix)
        for field in document.front_matter:
            texts = field.value if isinstance(field.value, list) else [field.value]
            if hidden := next(filter(None, (_hidden(text) for text in texts if isinstance(text, str))), ""):
                message = f"`{field.name}` has an invisible character, {hidden}."
                yield Problem(document.path, field.line, message, "delete it; write the text without backslashes.")


def _hidden(text: str) -> str:
    """The first character that changes what is seen without being seen, for a message; else nothing."""
    found = next((each for each in text if unicodedata.category(each) in {"Cc", "Cf", "Co", "Zl", "Zp"}), "")
    return f"U+{ord(found):04X} ({unicodedata.name(found, 'a control character').lower()})" if found else ""


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
