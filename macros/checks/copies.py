"""A rule about text that stands on two pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import SOURCES, Bank, Document
from macros.model.problem import Problem
from macros.model.text import plain_text, without_code_blocks

RUN = 20  # words; the longest run that two honest pages share by chance is about half of that
_LONG = 7  # letters; only runs that begin with such a word are looked up, which is one word in six
_WORD = re.compile(r"[a-z0-9]+")


def no_copied_text(bank: Bank) -> Iterator[Problem]:
    """Every page must say things in words of its own: no run of twenty words stands on another page too."""
    first: dict[int, str] = {}
    for document in bank.documents.values():
        words = [word for _, _, row in _rows(document) for word in row]
        told = set()
        for index in range(len(words) - RUN + 1):
            if len(words[index]) < _LONG:
                continue
            other = first.setdefault(hash(tuple(words[index : index + RUN])), document.path)
            if other != document.path and other not in told:
                told.add(other)
                yield Problem(
                    document.path,
                    _line(document, index),
                    f"`{' '.join(words[index : index + 8])} …` stands on {other} too.",
                    "say it there and link to it from here, or write it in words of your own.",
                )


def _rows(document: Document) -> Iterator[tuple[int, str, list[str]]]:
    """Prose in lines: number, text, words. Sources are left out, since two pages may cite the same one for the same reason."""
    parts = [(document.intro_line, document.intro)]
    parts += [(section.text_line, section.text) for section in document.sections if section.heading != SOURCES]
    for first, text in parts:
        kept = set(without_code_blocks(text).split("\n"))
        source = False
        for number, line in enumerate(text.split("\n"), start=first):
            source = bool(line.strip()) and (source or line.startswith(("Source:", "Sources:")))
            if line in kept and not source and not line.startswith(("|", "#")):
                yield number, line, _WORD.findall(plain_text(line).lower())


def _line(document: Document, index: int) -> int:
    """Line of the word with a number, counted from the start of the page's prose."""
    for number, _, words in _rows(document):
        if index < len(words):
            return number
        index -= len(words)
    return 1
