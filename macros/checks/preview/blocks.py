"""Two runs of blocks that differ -> in one sentence, where and how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from macros.checks.preview.text import MARKS, Difference, in_text
from macros.model import Block, BlockKind

_FOUR = "indent it by four spaces, like everything in a list item."
_BLANK = "put a blank line above it."
_PLAIN = "put blank lines around it, start it at the beginning of a line, and indent everything in a list item by four spaces."
_MOST = 1_000_000  # pairs of blocks to look at
_NAMES = {BlockKind.HTML: "raw HTML", BlockKind.OTHER: "something else"}


Blocks: TypeAlias = Sequence[Block]


def runs(theirs: Blocks, ours: Blocks) -> Iterator[tuple[Blocks, Blocks, Block | None]]:
    """The runs in which two rows of blocks differ, each with the block above it; where there are too many, the first alone."""
    keys, other_keys = [block.key for block in theirs], [block.key for block in ours]
    if keys == other_keys:
        return
    if len(keys) * len(other_keys) > _MOST:
        same = next((i for i, (one, other) in enumerate(zip(keys, other_keys, strict=False)) if one != other), len(keys))
        same = min(same, len(other_keys))
        yield theirs[same : same + 2], ours[same : same + 2], theirs[same - 1] if same else None
        return
    for what, start, end, other_start, other_end in SequenceMatcher(None, keys, other_keys, autojunk=False).get_opcodes():
        if what != "equal":
            yield theirs[start:end], ours[other_start:other_end], theirs[start - 1] if start else None


def between(
    theirs: Sequence[Block],
    ours: Sequence[Block],
    above: Block | None,
    lines: Sequence[str],
    first_line: int,
    *,
    item: bool = False,
) -> Difference | None:
    """What differs first. `theirs` is what GitHub shows, `ours` what the site would show, `above` what stands before them."""
    where = theirs[0].line if theirs else above.end if above else first_line
    one, other = (theirs[0] if theirs else None), (ours[0] if ours else None)
    if one and one.kind is BlockKind.LIST and len(theirs) > 1 and theirs[1].kind is BlockKind.LIST and len(ours) == 1:
        return Difference(theirs[1].line, "two lists", "one", "start all items in a list with the same mark, such as `-`.")
    if one and other and one.kind is other.kind:
        if one.children or other.children:
            return _inside(one, other, lines, first_line) or _plainly(where, one, other)
        if len(theirs) > 1 and one.shown and other.shown.startswith(one.shown):
            return _swallowed(theirs[1], lines, first_line, item=item)
        if one.kind is BlockKind.CODE:
            return Difference(
                one.line,
                "this code",
                "other code",
                "use spaces instead of tabs, and close each block with the marks that opened it.",
            )
        if one.shown != other.shown:
            return in_text(one, other)
        return _plainly(where, one, other)
    if one and one.kind is BlockKind.LIST and re.match(r"\s*\d+\)", lines[one.line - first_line]):
        return Difference(one.line, _a(one), _a(other) if other else "nothing", "write `1.` instead of `1)`.")
    return _plainly(where, one, other)


def _swallowed(block: Block, lines: Sequence[str], first_line: int, *, item: bool) -> Difference:
    written = lines[block.line - first_line]
    fix = _FOUR if item and not written.startswith("    ") else _BLANK
    return Difference(block.line, _a(block), "it as part of the text above it", fix)


def _inside(one: Block, other: Block, lines: Sequence[str], first_line: int) -> Difference | None:
    """The first difference in what two containers hold."""
    for theirs, ours, above in runs(one.children, other.children):
        if one.kind is BlockKind.ITEM and theirs and (not ours or theirs[0].kind is not ours[0].kind):
            return Difference(theirs[0].line, f"{_a(theirs[0])} inside a list item", "it outside the item", _FOUR)
        return between(theirs, ours, above, lines, first_line, item=one.kind is BlockKind.ITEM)
    return None


def _plainly(line: int, one: Block | None, other: Block | None) -> Difference:
    fix = _PLAIN
    if other and other.kind is BlockKind.HEADING and one and one.kind is BlockKind.PARAGRAPH:
        fix = "put a space after the last #, or write the # between backticks."
    elif other and other.kind is BlockKind.HTML:
        fix = MARKS["html"][2]
    elif one and one.kind is BlockKind.MATH:
        fix = MARKS["math"][2]
    return Difference(
        line, _a(one) if one else f"no {_name(other)} here" if other else "nothing", _a(other) if other else "none", fix
    )


def _name(block: Block | None) -> str:
    return _NAMES.get(block.kind, block.kind.value) if block else "block"


def _a(block: Block) -> str:
    name = "numbered list" if block.detail.startswith("from ") else _name(block)
    return name if block.kind in _NAMES else f"a {name}"
