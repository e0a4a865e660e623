"""What is left of a paragraph where no rule of Markdown took it, and a reader of the source may think that one does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pymdownx import gemoji_db

from macros.model import Oddity, OddityKind

# In text, where \x01 is what is no text, and a link that was understood stands between \x02 and \x03.
_LEFT_OVER = (
    (OddityKind.NESTED_LINK, re.compile(r"\[[^\[\]\n]*\x02[^\x03]*\x03[^\[\]\n]*\](?=\()")),
    (OddityKind.BROKEN_LINK, re.compile(r"(?:\[[^\[\]\n\x01-\x03]{0,80})?\]\([^\s\x01-\x03]{0,60}")),
    (OddityKind.REFERENCE_LINK, re.compile(r"\[[^\[\]\x01-\x03]+\]\s?\[[^\[\]\x01-\x03]*\]")),
    (OddityKind.HTML, re.compile(r"<(?=[A-Za-z/!?])[^<>\n]{0,80}>?")),
    (OddityKind.ATTRIBUTE_LIST, re.compile(r"\{:[^{}\n]*\}")),
)


_EMOJI = re.compile(r":[a-z0-9_+-]+:")
_TELLING = ("](", "][", "] [", "]\n[", "{:", "<")  # without one of these there is nothing of the kind


def oddities(left: str, line: int) -> Iterator[Oddity]:
    """What a reader of the Markdown takes for a link, a tag or attributes, and no renderer does."""
    for match in _EMOJI.finditer(left):
        if match.group() in gemoji_db.emoji:
            yield Oddity(what=OddityKind.ADDED, text=match.group(), line=line + left.count("\n", 0, match.start()))
    taken: set[int] = set()
    for what, pattern in _LEFT_OVER if any(mark in left for mark in _TELLING) else ():
        for match in pattern.finditer(left):
            if not taken.intersection(range(match.start(), match.end())):
                taken.update(range(match.start(), match.end() + 1))
                text = re.sub(r"[\x01-\x03]", "", match.group()).strip()
                yield Oddity(what=what, text=text, line=line + left.count("\n", 0, match.start()))
