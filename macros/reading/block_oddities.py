"""Blocks that are not plain Markdown, or that two renderers read differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it.token import Token

from macros.model import ADDED_BY_GITHUB, Oddity, OddityKind
from macros.reading.gfm import DEEPEST

_FENCE_LINE = re.compile(r"[ ]*(?:`{3,}|~{3,})[ ]*[\w#+.-]*[ ]*")
_HTML = re.compile(r"<[^<>\n]{0,80}>?")
_NAMES = {"heading_open": "heading", "fence": "code block", "hr": "line across the page"}


def heading(token: Token, lines: list[str], first_line: int, *, inner: bool) -> list[Oddity]:
    start, end = token.map or [0, 1]
    if token.markup[:1] in {"=", "-"}:  # underlined
        return [Oddity(what=OddityKind.SETEXT, text=lines[end - 2].strip(), line=end - 2 + first_line)]
    if inner:
        return [Oddity(what=OddityKind.INNER_HEADING, text=lines[start].strip(), line=start + first_line)]
    return _crowded(token, lines, first_line, None)


def leaf(token: Token, lines: list[str], first_line: int, holder: Token | None) -> list[Oddity]:
    """What is odd about a code block, a line across the page or HTML; `holder` is the list or quotation around it."""
    start = (token.map or [0, 1])[0]

    def odd(what: OddityKind, text: str) -> list[Oddity]:
        return [Oddity(what=what, text=text, line=start + first_line)]

    if token.type == "html_block":
        found = _HTML.search(token.content)
        return odd(OddityKind.HTML, (found.group() if found else token.content.strip()).strip())
    if token.type == "fence":
        written = lines[start]
        if not _FENCE_LINE.fullmatch(written):
            return odd(OddityKind.FENCE_LINE, written.strip())
        if never_ends(token, lines):
            return odd(OddityKind.OPEN_FENCE, written.strip())
        if f"```{token.info.strip()}" in ADDED_BY_GITHUB:
            return odd(OddityKind.ADDED, f"```{token.info.strip()}")
    return _crowded(token, lines, first_line, holder) if token.type in _NAMES else []


def never_ends(fence: Token, lines: list[str]) -> bool:
    """The block goes on to the end of what it stands in."""
    start, end = fence.map or [0, 1]
    last = lines[end - 1].strip(" >\t")
    return end - 1 == start or not last.startswith(fence.markup) or bool(last.strip(fence.markup[0]))


def _crowded(token: Token, lines: list[str], first_line: int, holder: Token | None) -> list[Oddity]:
    """Without a blank line above or below it. Where it begins a list item, nothing can stand above it."""
    start, end = token.map or [0, 1]
    begins = holder is not None and holder.map is not None and holder.map[0] == start
    name = _NAMES[token.type]
    if start and not begins and not _blank(lines[start - 1]):
        return [Oddity(what=OddityKind.CROWDED_ABOVE, text=name, line=start + first_line)]
    if end < len(lines) and not _blank(lines[end]):
        return [Oddity(what=OddityKind.CROWDED_BELOW, text=name, line=start + first_line)]
    return []


def _blank(line: str) -> bool:
    return not line.strip(" >\t")


def whole_page(tokens: Sequence[Token], found: dict[str, Any], lines: list[str], first_line: int) -> Iterator[Oddity]:
    """Links that are defined apart, and lists or quotations that stand too deep to be read."""
    definitions = [*found.get("references", {}).values(), *found.get("duplicate_refs", ())]
    for start in sorted({definition["map"][0] for definition in definitions}):
        yield Oddity(what=OddityKind.LINK_DEFINITION, text=lines[start].strip(), line=start + first_line)
    for token in tokens:
        if token.level >= DEEPEST - 1 and token.map:
            yield Oddity(what=OddityKind.TOO_DEEP, text=lines[token.map[0]].strip(), line=token.map[0] + first_line)
            break
