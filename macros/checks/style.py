"""How a page reads: sentence length, reading ease, and words that nobody says in American English. Advice, which never fails."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

import pyphen

from macros.model import Document, PageType, Paragraph
from macros.model.problem import Problem
from macros.model.text import sentences, words_in

LONGEST_AVERAGE = 18  # words a sentence
HARDEST = 60  # Flesch reading ease: what a high-school student reads with ease has more
ENOUGH = 100  # words: an average of fewer says nothing
_INSTEAD: Mapping[str, str] = {
    "per cent": "%",
    "dearer": "more expensive",
    "mend": "fix",
    "mends": "fixes",
    "mended": "fixed",
    "whilst": "while",
    "learnt": "learned",
    "amongst": "among",
    "data centre": "data center",
    "by steps": "step by step",
    # British spelling, which the tests refuse: whoever writes a page sees it before.
    "artefact": "artifact",
    "behaviour": "behavior",
    "cancelled": "canceled",
    "centre": "center",
    "colour": "color",
    "favour": "favor",
    "judgement": "judgment",
    "labelled": "labeled",
    "licence": "license",
    "modelling": "modeling",
    "neighbour": "neighbor",
    "neighbours": "neighbors",
    "optimise": "optimize",
    "practise": "practice",
    "programme": "program",
    "recognise": "recognize",
    "utilisation": "utilization",
}
_WORD = re.compile(rf"\b({'|'.join(map(re.escape, sorted(_INSTEAD, key=len, reverse=True)))})\b", re.IGNORECASE)
_EXCLAMATION = re.compile(r"[a-z)]!(?:\s|$)")


def style_advice(document: Document, prose: Sequence[Paragraph]) -> Iterator[Problem]:
    """Advice on the paragraphs of a page; the averages are told of questions only."""
    for paragraph in prose:
        for match in _WORD.finditer(paragraph.plain):
            better = _INSTEAD[match[0].lower()]
            yield Problem(document.path, paragraph.line, f"`{match[0]}` isn't plain American English.", f"write `{better}`.")
        if _EXCLAMATION.search(paragraph.plain):
            yield Problem(document.path, paragraph.line, "A sentence ends with an exclamation mark.", "end it with a period.")
    if document.page_type is PageType.QUESTION:
        yield from _averages(document, prose)


def _averages(document: Document, prose: Sequence[Paragraph]) -> Iterator[Problem]:
    written = [sentence for paragraph in prose for sentence in sentences(paragraph.plain)]
    words = sum(map(words_in, written))
    if words < ENOUGH:
        return
    if words > LONGEST_AVERAGE * len(written):
        message = f"The sentences have {words / len(written):.0f} words on average."
        yield Problem(document.path, document.title_line, message, f"split the longest; {LONGEST_AVERAGE} read well.")
    ease = reading_ease(" ".join(written))
    if ease < HARDEST:
        message = f"The page is hard to read: {ease:.0f} on the Flesch scale, where plain English has more than 60."
        yield Problem(document.path, document.title_line, message, "use shorter words and sentences.")


def reading_ease(text: str) -> float:
    """Flesch reading ease of a plain text: from below 0, unreadable, to 120. Source: Flesch 1948, https://doi.org/10.1037/h0057532"""
    words = re.findall(r"[^\W\d_]+", text)
    syllables = sum(len(_hyphenation().positions(word.lower())) + 1 for word in words)
    return 206.835 - 1.015 * len(words) / len(sentences(text)) - 84.6 * syllables / len(words)


@functools.cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")
