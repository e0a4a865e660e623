"""Rules about figures and other images."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from macros.figures import FIGURES, FOLDER, figure_name
from macros.model import Bank, Document, Link
from macros.model.problem import Problem
from macros.model.text import words_in

ALTERNATIVE_WORDS = 12


def drawn_and_described(bank: Bank) -> Iterator[Problem]:
    """Every image must say in words what it shows; a figure must exist, have a caption and stand alone."""
    for document in bank.documents.values():
        for link in document.links:
            if link.image and (found := _wrong(document, link)):
                yield Problem(document.path, link.line, *found)


def _wrong(document: Document, link: Link) -> tuple[str, str] | None:
    path = document.resolve(link.target)
    if not link.text.strip():
        return f"The image `{link.target}` has no alt text.", "say between the brackets what it shows."
    if not path.startswith(FOLDER):
        return None
    name = figure_name(path)
    if name not in FIGURES:
        near = get_close_matches(name, FIGURES, n=1)
        guess = f" (did you mean {near[0]}.svg?)" if near else ""
        return f"There is no figure `{link.target}`.", f"use one of macros/figures{guess}."
    if words_in(link.text) < ALTERNATIVE_WORDS:
        fix = f"say in at least {ALTERNATIVE_WORDS} words what a reader sees in it: the lines, their shape, the numbers."
        return f"The alt text of `{link.target}` is too short.", fix
    if not link.title:
        return f"The figure `{link.target}` has no caption.", 'write it after the address: `![…](x.svg "Caption.")`.'
    if not link.alone:
        return f"The figure `{link.target}` is inside a paragraph.", "put blank lines around it."
    return None
