"""What is found on a page, in the order in which it stands there."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from macros.model import Around, Block, BlockKind, CodeBlock, Footnote, Link, Oddity, OddityKind, Paragraph, Reference
from macros.reading.tokens import CONTAINERS


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    anchor: str  # as the site's renderer makes it
    line: int


@dataclass
class Page:
    """Everything that one pass over the tokens finds; `lines` are those of the body, of which the first is `first_line`."""

    lines: list[str]
    first_line: int
    defined: frozenset[str] = frozenset()  # names of footnotes
    blocks: tuple[Block, ...] = ()
    headings: list[Heading] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    code_blocks: list[CodeBlock] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    around: list[Token] = field(default_factory=list)  # the containers that are open while it is read

    def line_of(self, token: Token) -> int:
        return (token.map or [0])[0] + self.first_line

    def odd(self, what: OddityKind, text: str, token: Token) -> None:
        self.oddities.append(Oddity(what=what, text=text, line=self.line_of(token)))

    def stands_in(self) -> Around:
        for index in range(len(self.around) - 1, -1, -1):
            kind = self.around[index].type
            if kind == "list_item_open":
                numbered = self.around[index - 1].type == "ordered_list_open"
                return Around.NUMBERED_ITEM if numbered else Around.ITEM
            if CONTAINERS[kind] is BlockKind.QUOTE:
                return Around.QUOTE
        return Around.TEXT
