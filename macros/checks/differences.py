"""Two runs of blocks that differ -> in one sentence, where and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from macros.model import Block, BlockKind
from macros.model.structure import CLOSE, OPEN

_MARK = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_FOUR = "indent it by four spaces, as everything that belongs to a list item."
_BLANK = "put a blank line above it."
_PLAIN = "set it off with blank lines, begin it at the start of a line, and indent what belongs to a list item by four spaces."
_SHOWN = 40  # characters of the text
_NAMES = {BlockKind.HTML: "raw HTML", BlockKind.OTHER: "something else"}

# What a mark makes of the text behind it -> how it is told, what stands there without it, and the fix.
_MARKS = {
    "s": ("`{}` struck through", "the tildes", "delete the words."),
    "math": ("`{}` as a formula", "the dollar signs", "write it in words or between backticks; write `USD` for money."),
    "box": ("a box to tick before `{}`", "the brackets", "write a list without boxes."),
    "br": ("a new line before `{}`", "the backslash", "begin a paragraph with a blank line, or write on in the same line."),
    "em": (
        "`{}` in italics",
        "the marks",
        "put the marks around whole words, or a backslash before a mark that is meant as it stands.",
    ),
    "strong": (
        "`{}` in bold",
        "the marks",
        "put the marks around whole words, or a backslash before a mark that is meant as it stands.",
    ),
    "code": ("`{}` as code", "the backticks", "write the code between single backticks."),
    "a": ("`{}` as a link", "plain text", "write `[what it is](https://…)`."),
    "img": ("an image", "plain text", "write `![what it shows](address)`."),
    "ref": ("the mark of a footnote", "plain text", "write `[^name]`, with nothing else between the brackets."),
    "html": ("raw HTML", "plain text", "put it between backticks, and begin no line with <."),
}


@dataclass(frozen=True)
class Difference:
    line: int
    github: str
    site: str
    fix: str


def between(
    theirs: Sequence[Block], ours: Sequence[Block], above: Block | None, lines: Sequence[str], first_line: int
) -> Difference | None:
    """What differs first. `theirs` is what GitHub shows, `ours` what the site would show, `above` what stands before them."""
    where = theirs[0].line if theirs else above.end if above else first_line
    one, other = (theirs[0] if theirs else None), (ours[0] if ours else None)
    if one and other and one.kind is other.kind:
        if one.children or other.children:
            return _inside(one, other, lines, first_line) or _plainly(where, one, other)
        if len(theirs) > 1 and other.shown.startswith(one.shown):
            return Difference(theirs[1].line, _a(theirs[1]), "it as a part of the text above it", _BLANK)
        if one.kind is BlockKind.CODE:
            return Difference(
                one.line,
                "this code",
                "other code",
                "use spaces in place of tabs, and close each block with the marks that opened it.",
            )
        if one.shown != other.shown:
            return _in_text(one, other)
        return _plainly(where, one, other)
    if one and one.kind is BlockKind.LIST and re.match(r"\s*\d+\)", lines[one.line - first_line]):
        return Difference(one.line, _a(one), _a(other) if other else "nothing", "write `1.` in place of `1)`.")
    return _plainly(where, one, other)


def _inside(one: Block, other: Block, lines: Sequence[str], first_line: int) -> Difference | None:
    """The first difference in what two containers hold."""
    keys, other_keys = [child.key for child in one.children], [child.key for child in other.children]
    for what, start, end, other_start, other_end in SequenceMatcher(None, keys, other_keys, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        theirs, ours = one.children[start:end], other.children[other_start:other_end]
        if one.kind is BlockKind.ITEM and theirs and (not ours or theirs[0].kind is not ours[0].kind):
            return Difference(theirs[0].line, f"{_a(theirs[0])} inside a list item", "it outside of the item", _FOUR)
        return between(theirs, ours, one.children[start - 1] if start else None, lines, first_line)
    return None


def _plainly(line: int, one: Block | None, other: Block | None) -> Difference:
    fix = _PLAIN
    if other and other.kind is BlockKind.HEADING and one and one.kind is BlockKind.PARAGRAPH:
        fix = "put a space behind the last #, or write the # between backticks."
    elif other and other.kind is BlockKind.HTML:
        fix = _MARKS["html"][2]
    return Difference(
        line, _a(one) if one else f"no {_name(other)} here" if other else "nothing", _a(other) if other else "none", fix
    )


def _name(block: Block | None) -> str:
    return _NAMES.get(block.kind, block.kind.value) if block else "block"


def _a(block: Block) -> str:
    name = "numbered list" if block.detail.startswith("from ") else _name(block)
    return name if block.kind in _NAMES else f"a {name}"


def _in_text(one: Block, other: Block) -> Difference:
    """The first difference in the text of two blocks."""
    at = next(
        (i for i, (a, b) in enumerate(zip(one.shown, other.shown, strict=False)) if a != b), min(len(one.shown), len(other.shown))
    )
    start = one.shown.rfind(OPEN, 0, at + 1)
    if start >= 0 and CLOSE not in one.shown[start:at]:
        at = start  # inside a mark
    line = max((line for place, line in one.marks if place <= at), default=one.line)
    theirs, ours = _MARK.match(one.shown, at), _MARK.match(other.shown, at)
    if theirs and (told := _MARKS.get(theirs[1].split(":")[0])):
        return Difference(line, told[0].format(_text(one.shown, at)), told[1] if not ours else _told(other.shown, at), told[2])
    if ours and (told := _MARKS.get(ours[1].split(":")[0])):
        return Difference(line, f"`{_text(one.shown, at)}` as it stands", told[0].format(_text(other.shown, at)), told[2])
    fix = "put it between backticks, or write it in other words."
    if other.shown[at : at + 1] == "\\":
        fix = "leave the backslash out, or put the text between backticks."
    return Difference(line, f"`{_text(one.shown, at)}`", f"`{_text(other.shown, at)}`", fix)


def _told(shown: str, at: int) -> str:
    mark = _MARK.match(shown, at)
    told = _MARKS.get(mark[1].split(":")[0]) if mark else None
    return told[0].format(_text(shown, at)) if told else f"`{_text(shown, at)}`"


def _text(shown: str, at: int) -> str:
    """What a reader sees from there on: up to the end of the mark, or a few words."""
    mark = _MARK.match(shown, at)
    end = shown.find(f"{OPEN}/{mark[1].split(':')[0]}{CLOSE}", at) if mark else -1
    text = _MARK.sub("", shown[at : end if end > 0 else at + 2 * _SHOWN]).strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
