"""Tokens of the parser -> what GitHub shows, as blocks, and the parts that rules and exports ask for, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markdown.extensions.toc import slugify, unique
from markdown_it.token import Token

from macros.model import ADDED_BY_GITHUB, Block, BlockKind, CodeBlock, Footnote, OddityKind
from macros.model.structure import code_shown, flowing
from macros.reading import block_oddities
from macros.reading.found import Heading, Page
from macros.reading.inline import Inline
from macros.reading.places import Source
from macros.reading.tokens import CONTAINERS, LEAVES, LONGEST, SILENT, TEXTS


@dataclass
class Reader(Page):
    """One pass over the tokens of a page."""

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
            elif token.type in CONTAINERS:
                found.append(self._container(token, tokens))
            elif token.type in TEXTS:
                text = next(tokens)
                found.append(self._text(token, text))
                next(tokens)
            elif token.type in LEAVES:
                found.append(self._leaf(token))
            elif token.type not in SILENT:
                self.odd(OddityKind.OTHER, token.content.split("\n")[0] or token.type, token)
        return tuple(found)

    def _container(self, token: Token, tokens: Iterator[Token]) -> Block:
        kind, detail = CONTAINERS[token.type], ""
        if token.type == "ordered_list_open":
            detail = f"from {token.attrs.get('start', 1)}"
        elif token.type == "alert_open" and (mark := f"[!{token.meta['kind']}]") in ADDED_BY_GITHUB:
            self.odd(OddityKind.ADDED, mark, token)
        elif kind is BlockKind.FOOTNOTE:
            detail, self._note = str(token.meta["label"]), []
        elif kind is BlockKind.ROW:
            self._column = 0
        self.around.append(token)
        inside = self.blocks_of(tokens, token.type.replace("_open", "_close"))
        self.around.pop()
        if kind is BlockKind.FOOTNOTE:
            section = next((heading.text for heading in reversed(self.headings) if heading.level <= 2), None)
            text = "\n\n".join(self._note)
            self.footnotes.append(Footnote(name=detail, line=self.line_of(token), text=text, section=section))
        return self._block(token, kind, detail, children=inside)

    def _text(self, token: Token, inner: Token) -> Block:
        kind, line = TEXTS[token.type], self.line_of(inner)
        if len(inner.content) > LONGEST:
            self.odd(OddityKind.TOO_LONG, f"{len(inner.content):,}", inner)
            inner.children = []
        holder = self.around[-1] if self.around else None
        note = next((str(each.meta["label"]) for each in self.around if each.type == "footnote_reference_open"), None)
        start, cell = line - self.first_line, kind is BlockKind.CELL
        written = self.lines[start : start + inner.content.count("\n") + 1]
        source = Source(inner.content, written, cell=cell, column=self._column)
        box = holder is not None and holder.meta.pop("checked", None) is not None
        read = Inline(inner, line, source, self.defined, footnote=note).read(box=box)
        self.links += read.links
        self.references += read.references
        self.oddities += read.oddities
        detail = str(token.attrs.get("style", "")).removeprefix("text-align:")
        if kind is BlockKind.HEADING:
            detail = self._heading(token, read)
        elif cell:
            self._column = source.end
        elif note is not None:
            self._note.append(inner.content)
        if kind is BlockKind.PARAGRAPH:
            self.paragraphs.append(read.paragraph(self.stands_in()))
        return self._block(token if token.map else inner, kind, detail, flowing(read.shown), marks=read.marks_in_flow())

    def _heading(self, token: Token, read: Inline) -> str:
        text = " ".join(read.text.split())
        anchor = unique(slugify(text, "-"), self._anchors)
        self.oddities += block_oddities.heading(token, self.lines, self.first_line, inner=bool(self.around))
        if not self.around and token.markup[:1] == "#":
            self.headings.append(Heading(int(token.tag[1]), text, anchor, self.line_of(token)))
        return f"{token.tag[1]} #{anchor}"

    def _leaf(self, token: Token) -> Block:
        kind = LEAVES[token.type]
        odd = block_oddities.leaf(token, self.lines, self.first_line, self.around[-1] if self.around else None)
        self.oddities += odd
        if token.type == "fence" and not odd:
            code = token.content.removesuffix("\n").expandtabs(4)
            self.code_blocks.append(CodeBlock(language=token.info.strip(), text=code, line=self.line_of(token)))
        return self._block(token, kind, shown=code_shown(token.content) if kind in {BlockKind.CODE, BlockKind.MATH} else "")

    def _block(self, token: Token, kind: BlockKind, detail: str = "", shown: str = "", **more: Any) -> Block:
        start, end = token.map or [0, 0]
        return Block(kind, detail, shown, line=start + self.first_line, end=end + self.first_line, **more)
