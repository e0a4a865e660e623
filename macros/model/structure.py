"""What a page shows, as blocks: the same form for what GitHub shows and for what the site shows, so that they can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

# Around the name of what is not plain text, inside `Block.shown`; no page may hold these characters.
OPEN, CLOSE, BETWEEN = "\x0e", "\x0f", "\x10"
_SPACE = re.compile(r"[ \t\n]+")
_BREAK = re.compile(f" ?{OPEN}br{CLOSE} ?")


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CODE = "code block"
    LIST = "list"
    ITEM = "list item"
    QUOTE = "quotation"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    RULE = "line across the page"
    FOOTNOTE = "footnote"
    MATH = "formula"
    HTML = "HTML"
    OTHER = "something else"


@dataclass(frozen=True)
class Block:
    """One block. `line`, `end` and `marks` say where it was written; what is compared is the rest."""

    kind: BlockKind
    detail: str = ""  # level and anchor of a heading, number of a list, alignment of a cell, name of a footnote
    shown: str = ""  # text of a leaf, with `tag` around what is not plain text
    children: tuple[Block, ...] = ()
    line: int = 0  # of the page; 0 where a renderer does not know
    end: int = 0  # the line behind the last one
    marks: tuple[tuple[int, int], ...] = ()  # characters of `shown` before a change of line -> that line

    @cached_property
    def key(self) -> str:
        """The same for two blocks that look the same."""
        inside = "".join(child.key for child in self.children)
        return f"{self.kind}\x1c{self.detail}\x1c{self.shown}\x1d{inside}\x1e"


def tag(*parts: object) -> str:
    """The mark for something that is not plain text, such as `br`, `em` or `/em`, or a link with its address and title."""
    return f"{OPEN}{BETWEEN.join(map(str, parts))}{CLOSE}"


# Bold italics and italic bold look the same.
_EITHER_WAY = ((tag("em") + tag("strong"), tag("strong") + tag("em")), (tag("/strong") + tag("/em"), tag("/em") + tag("/strong")))


def flowing(text: str) -> str:
    """Text as it is laid out: any run of blanks and line ends is one space."""
    text = _BREAK.sub(tag("br"), _SPACE.sub(" ", text)).strip()
    for one, other in _EITHER_WAY:
        text = text.replace(one, other)
    return text


def code_shown(code: str) -> str:
    """Code as it is compared: tabs as the site shows them, and no blanks that nobody sees."""
    return "\n".join(line.rstrip() for line in code.expandtabs(4).split("\n")).strip("\n")
