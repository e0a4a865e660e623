"""The glossary."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from macros.catalogue.descriptions import opening
from macros.catalogue.relations import Catalogue
from macros.model import Term
from macros.model.text import questions_counted
from macros.pages.parts import Entry, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEntry(Entry):
    definition: str
    aka: tuple[str, ...]
    used: str  # such as `3 questions`; empty where none does


@dataclass(frozen=True, kw_only=True)
class Glossary(Part):
    """Heading of each part, which is also its anchor in small letters, and its terms."""

    template: ClassVar[str] = "glossary.html"
    letters: tuple[tuple[str, tuple[TermEntry, ...]], ...]


def glossary(catalogue: Catalogue) -> Glossary:
    """Every term with its definition, under its first letter."""
    ordered = sorted(catalogue.bank.terms, key=lambda term: (_letter(term), sort_key(term.document.title)))
    return Glossary(
        letters=tuple(
            (letter, tuple(_entry(catalogue, term) for term in terms)) for letter, terms in groupby(ordered, key=_letter)
        )
    )


def sort_key(title: str) -> str:
    return title.lower().lstrip("“\"'")


def _letter(term: Term) -> str:
    initial = sort_key(term.document.title)[:1].upper()
    return initial if "A" <= initial <= "Z" else "0 to 9"


def _entry(catalogue: Catalogue, term: Term) -> TermEntry:
    document = term.document
    count = len(catalogue.used_in(document.path))
    return TermEntry(
        title=document.title,
        path=document.path,
        definition=opening(document),
        aka=term.fields.aka,
        used=questions_counted(count) if count else "",
    )
