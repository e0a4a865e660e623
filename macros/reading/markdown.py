"""Markdown of one page -> everything that is found there."""

from __future__ import annotations

from typing import Any

from markdown_it.token import Token

from macros.model import OddityKind
from macros.reading import block_oddities
from macros.reading.blocks import Reader
from macros.reading.found import Page
from macros.reading.gfm import parser

_OPEN_FENCES = 5  # of one page that are told


def _parsed(page: Reader) -> tuple[dict[str, Any], list[Token]]:
    """Tokens. A code block that never ends would take the rest of the page: it is told, and its first line passed over."""
    lines = list(page.lines)
    while True:
        found: dict[str, Any] = {}
        tokens = parser().parse("\n".join(lines), found)
        fences = (token for token in tokens if token.type == "fence" and token.level == 0)
        opened = next((token for token in fences if block_oddities.never_ends(token, lines)), None)
        if opened is None or len(page.oddities) == _OPEN_FENCES:
            return found, tokens
        start = (opened.map or [0])[0]
        page.odd(OddityKind.OPEN_FENCE, lines[start].strip(), opened)
        lines[start] = ""


def read(body: str, first_line: int) -> Page:
    """Read a body that begins on `first_line` of its file."""
    page = Reader(body.split("\n"), first_line)
    found, tokens = _parsed(page)
    page.defined = frozenset(str(token.meta["label"]) for token in tokens if token.type == "footnote_reference_open")
    page.oddities += block_oddities.whole_page(tokens, found, page.lines, first_line)
    page.blocks = page.blocks_of(iter(tokens))
    return page
