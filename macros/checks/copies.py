"""A rule about text that stands on two pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import Bank, Document
from macros.model.problem import Problem

RUN = 20  # words; the longest run that two honest pages share by chance is about half of that
_LONG = 7  # letters; only runs that begin with such a word are looked up, which is one word in six
_WORD = re.compile(r"[a-z0-9]+")


def no_copied_text(bank: Bank) -> Iterator[Problem]:
    """Every page must say things in words of its own: no run of twenty words stands on another page too."""
    first: dict[int, str] = {}
    for document in bank.documents.values():
        words = [word for _, row in _rows(document) for word in row]
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
                    f"`{' '.join(words[index : index + 8])} …` also appears on {other}.",
                    "say it there and link to it from here, or use your own words.",
                )


def _rows(document: Document) -> Iterator[tuple[int, list[str]]]:
    """Prose in lines: number, words. Sources are left out, since two pages may cite the same one for the same reason."""
    for paragraph in document.introduction + tuple(each for section in document.sections for each in section.paragraphs):
        if paragraph.footnote is None and not paragraph.text.startswith(("Source:", "Sources:")):
            for number, line in enumerate(paragraph.text.split("\n"), start=paragraph.line):
                yield number, _WORD.findall(line.lower())


def _line(document: Document, index: int) -> int:
    """Line of the word with a number, counted from the start of the page's prose."""
    for number, words in _rows(document):
        if index < len(words):
            return number
        index -= len(words)
    return 1
