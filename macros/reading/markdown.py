"""Markdown of one page -> what GitHub shows, as blocks, and the parts that rules and exports ask for, each with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown.extensions.toc import slugify, unique
from markdown_it.token import Token

from macros.model import (
    ADDED_BY_GITHUB,
    Around,
    Block,
    BlockKind,
    CodeBlock,
    Footnote,
    Link,
    Oddity,
    OddityKind,
    Paragraph,
    Reference,
)
from macros.model.structure import code_shown, flowing
from macros.reading import block_oddities
from macros.reading.gfm import parser
from macros.reading.inline import Inline

# Every block token that a page may have -> what it opens. What is not here is an oddity.
_CONTAINERS: Mapping[str, BlockKind] = {
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "list_item_open": BlockKind.ITEM,
    "blockquote_open": BlockKind.QUOTE,
    "alert_open": BlockKind.QUOTE,
    "table_open": BlockKind.TABLE,
    "tr_open": BlockKind.ROW,
    "footnote_reference_open": BlockKind.FOOTNOTE,
}
_TEXTS: Mapping[str, BlockKind] = {
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
}
_LEAVES: Mapping[str, BlockKind] = {
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "hr": BlockKind.RULE,
    "math_block": BlockKind.MATH,
    "html_block": BlockKind.HTML,
}
_OPEN_FENCES = 5  # of one page that are told
_SILENT = frozenset({"thead_open", "thead_close", "tbody_open", "tbody_close"})


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
    _around: list[Token] = field(default_factory=list)  # the containers that are open
    _column: int = 0  # of a row of a table, behind the cells that were read
    _anchors: set[str] = field(default_factory=set)
    _note: list[str] = field(default_factory=list)  # the paragraphs of the footnote that is open

    def blocks_of(self, tokens: Iterator[Token], closing: str = "") -> tuple[Block, ...]:
        """Read up to the token that closes what is open."""
        found: list[Block] = []
        for token in tokens:
            if token.type == closing:
                break
            if token.type == "alert_title_open":
                next(title for title in tokens if title.type == "alert_title_close")
            elif token.type in _CONTAINERS:
                found.append(self._container(token, tokens))
            elif token.type in _TEXTS:
                text = next(tokens)
                found.append(self._text(token, text))
                next(tokens)
            elif token.type in _LEAVES:
                found.append(self._leaf(token))
            elif token.type not in _SILENT:
                self._odd(OddityKind.OTHER, token.content.split("\n")[0] or token.type, token)
        return tuple(found)

    def _container(self, token: Token, tokens: Iterator[Token]) -> Block:
        kind, detail = _CONTAINERS[token.type], ""
        if token.type == "ordered_list_open":
            detail = f"from {token.attrs.get('start', 1)}"
        elif token.type == "alert_open" and (mark := f"[!{token.meta['kind']}]") in ADDED_BY_GITHUB:
            self._odd(OddityKind.ADDED, mark, token)
        elif kind is BlockKind.FOOTNOTE:
            detail, self._note = str(token.meta["label"]), []
        elif kind is BlockKind.ROW:
            self._column = 0
        self._around.append(token)
        inside = self.blocks_of(tokens, token.type.replace("_open", "_close"))
        self._around.pop()
        if kind is BlockKind.FOOTNOTE:
            section = next((heading.text for heading in reversed(self.headings) if heading.level <= 2), None)
            text = "\n\n".join(self._note)
            self.footnotes.append(Footnote(name=detail, line=self._line(token), text=text, section=section))
        return self._block(token, kind, detail, children=inside)

    def _text(self, token: Token, inner: Token) -> Block:
        kind, line = _TEXTS[token.type], self._line(inner)
        holder = self._around[-1] if self._around else None
        note = next((str(each.meta["label"]) for each in self._around if each.type == "footnote_reference_open"), None)
        source = self.lines[line - self.first_line :]
        box = holder is not None and holder.meta.pop("checked", None) is not None
        cell = kind is BlockKind.CELL
        read = Inline(inner, line, source, self.defined, footnote=note, box=box, cell=cell, column=self._column).read()
        self.links += read.links
        self.references += read.references
        self.oddities += read.oddities
        detail = str(token.attrs.get("style", "")).removeprefix("text-align:")
        if kind is BlockKind.HEADING:
            detail = self._heading(token, read)
        elif cell:
            self._column = read.end_column
        elif note is not None:
            self._note.append(inner.content)
        if kind is BlockKind.PARAGRAPH:
            self.paragraphs.append(read.paragraph(self._stands_in()))
        return self._block(token if token.map else inner, kind, detail, flowing(read.shown), marks=read.marks_in_flow)

    def _heading(self, token: Token, read: Inline) -> str:
        text = " ".join(read.text.split())
        anchor = unique(slugify(text, "-"), self._anchors)
        self.oddities += block_oddities.heading(token, self.lines, self.first_line, inner=bool(self._around))
        if not self._around and token.markup[:1] == "#":
            self.headings.append(Heading(int(token.tag[1]), text, anchor, self._line(token)))
        return f"{token.tag[1]} #{anchor}"

    def _stands_in(self) -> Around:
        for index in range(len(self._around) - 1, -1, -1):
            kind = self._around[index].type
            if kind == "list_item_open":
                numbered = self._around[index - 1].type == "ordered_list_open"
                return Around.NUMBERED_ITEM if numbered else Around.ITEM
            if _CONTAINERS[kind] is BlockKind.QUOTE:
                return Around.QUOTE
        return Around.TEXT

    def _leaf(self, token: Token) -> Block:
        kind = _LEAVES[token.type]
        odd = block_oddities.leaf(token, self.lines, self.first_line, self._around[-1] if self._around else None)
        self.oddities += odd
        if token.type == "fence" and not odd:
            self.code_blocks.append(
                CodeBlock(
                    language=token.info.strip(), text=token.content.removesuffix("\n").expandtabs(4), line=self._line(token)
                )
            )
        return self._block(token, kind, shown=code_shown(token.content) if kind in {BlockKind.CODE, BlockKind.MATH} else "")

    def _block(
        self,
        token: Token,
        kind: BlockKind,
        detail: str = "",
        shown: str = "",
        children: tuple[Block, ...] = (),
        marks: tuple[tuple[int, int], ...] = (),
    ) -> Block:
        start, end = token.map or [0, 0]
        return Block(kind, detail, shown, children, line=start + self.first_line, end=end + self.first_line, marks=marks)

    def _line(self, token: Token) -> int:
        return (token.map or [0])[0] + self.first_line

    def _odd(self, what: OddityKind, text: str, token: Token) -> None:
        self.oddities.append(Oddity(what=what, text=text, line=self._line(token)))


def _parsed(page: Page) -> tuple[dict[str, Any], list[Token]]:
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
        page._odd(OddityKind.OPEN_FENCE, lines[start].strip(), opened)
        lines[start] = ""


def read(body: str, first_line: int) -> Page:
    """Read a body that begins on `first_line` of its file."""
    page = Page(body.split("\n"), first_line)
    found, tokens = _parsed(page)
    page.defined = frozenset(str(token.meta["label"]) for token in tokens if token.type == "footnote_reference_open")
    page.oddities += block_oddities.whole_page(tokens, found, page.lines, first_line)
    page.blocks = page.blocks_of(iter(tokens))
    return page
