"""The first difference in the text of two blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.model import Block, BlockKind
from macros.model.structure import BETWEEN, CLOSE, OPEN

_MARK = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_SHOWN = 40  # characters of the text

# What a mark makes of the text behind it -> how it is told, what stands there without it, and the fix.
MARKS = {
    "s": ("`{}` struck through", "the tildes", "delete the words."),
    "math": ("`{}` as a formula", "the dollar signs", "write it in words or between backticks; write `USD` for money."),
    "box": ("a checkbox before `{}`", "the brackets", "write a list without checkboxes."),
    "br": ("a new line before `{}`", "the backslash", "start a new paragraph with a blank line, or continue on the same line."),
    "em": (
        "`{}` in italics",
        "the marks",
        "put the marks around whole words, or a backslash before a mark that should appear as is.",
    ),
    "strong": (
        "`{}` in bold",
        "the marks",
        "put the marks around whole words, or a backslash before a mark that should appear as is.",
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


def in_text(one: Block, other: Block) -> Difference:
    """The first difference in the text of two blocks."""
    at = next(
        (i for i, (a, b) in enumerate(zip(one.shown, other.shown, strict=False)) if a != b), min(len(one.shown), len(other.shown))
    )
    start = one.shown.rfind(OPEN, 0, at + 1)
    if start >= 0 and CLOSE not in one.shown[start:at]:
        at = start  # inside a mark
    line = max((line for place, line in one.marks if place <= at), default=one.line)
    theirs, ours = _MARK.match(one.shown, at), _MARK.match(other.shown, at)
    if theirs and ours and _kind(theirs) == _kind(ours):
        pairs = zip(theirs[1].split(BETWEEN), ours[1].split(BETWEEN), strict=True)
        shown, other_shown = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
        fix = "write the text, address, and title without marks, spaces, or brackets."
        return Difference(line, f"`{shown}`", f"`{other_shown}`", fix)
    if theirs and (told := MARKS.get(_kind(theirs))):
        return Difference(line, told[0].format(_text(one.shown, at)), told[1] if not ours else _told(other.shown, at), told[2])
    if ours and (told := MARKS.get(_kind(ours))):
        return Difference(line, f"`{_text(one.shown, at)}` as it stands", told[0].format(_text(other.shown, at)), told[2])
    fix = "put it between backticks, or write it in other words."
    if one.shown[at : at + 1] == "&":
        fix = "write the character itself, or `&amp;` where an & is meant."
    elif one.kind is BlockKind.CELL and other.shown[at : at + 2] == "\\|":
        fix = "write the cell without |."
    elif other.shown[at : at + 1] == "\\":
        fix = "leave the backslash out, or put the text between backticks."
    return Difference(line, f"`{_text(one.shown, at)}`", f"`{_text(other.shown, at)}`", fix)


def _told(shown: str, at: int) -> str:
    mark = _MARK.match(shown, at)
    told = MARKS.get(_kind(mark)) if mark else None
    return told[0].format(_text(shown, at)) if told else f"`{_text(shown, at)}`"


def _text(shown: str, at: int) -> str:
    """What a reader sees from there on: up to the end of the mark, or a few words."""
    mark = _MARK.match(shown, at)
    end = shown.find(f"{OPEN}/{_kind(mark)}{CLOSE}", at) if mark else -1
    text = _MARK.sub("", shown[at : end if end > 0 else at + 2 * _SHOWN]).partition(OPEN)[0].strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _kind(mark: re.Match[str]) -> str:
    """`a` of a link with its address and title."""
    return mark[1].split(BETWEEN)[0]
