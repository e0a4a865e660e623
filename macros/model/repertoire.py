"""Which characters the faces of the exports have: the PDF's text and code, and the titles of link previews."""

from __future__ import annotations

import re
import unicodedata

# What both faces that Typst brings have, up to its symbols; emoji and scripts of East Asia are beyond.
_PRINTED = (
    "\n\t\x20-\x7e\xa0-\u024f\u0300-\u036f\u0370-\u04ff\u1e00-\u2027\u2030-\u2040\u2042\u2044-\u2052\u2054-\u2057\u2070-\u20bf"
    "\u2100-\u211e\u2120\u2122\u2124\u2126-\u2151\u2153-\u2184\u2190-\u23ff\u2460-\u2606\u2609-\u262f\u2638-\u268b\u2690-\u269c"
    "\u26a0-\u26a7\u2701-\u2704\u2706-\u2709\u270c-\u2714\u2717-\u2726\u2729-\u274b\u274d\u274f-\u2752\u2756\u2758-\u275e"
    "\u2761-\u277f\u2794\u2798-\u27af\u27b1-\u27ff"
)
UNPRINTED = re.compile(f"[^{_PRINTED}]")
# The site's own face, from which previews are drawn: Latin without accents, and a little punctuation.
_DRAWN = re.compile("[\x20-\x7e\xa0\xa7\xb7\xd7\xe9\u2013\u2014\u2018\u2019\u201c\u201d\u2026]")


def as_drawn(title: str) -> str:
    """The title as a preview shows it: an accent that the face lacks is left out, as in `naive`."""
    return "".join(character if _DRAWN.match(character) else _base(character) for character in title)


def undrawn(title: str) -> str:
    """The first character of a title that its preview can't show; empty where it can show all."""
    return next((character for character in as_drawn(title) if not _DRAWN.match(character)), "")


def named(character: str) -> str:
    """The character for a message: itself, its number and its name."""
    return f"`{character}` (U+{ord(character):04X}, {unicodedata.name(character, 'unnamed').lower()})"


def _base(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    return parts[0] if len(parts) > 1 and all(map(unicodedata.combining, parts[1:])) else character
