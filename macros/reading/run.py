"""One run of text, such as a paragraph, while it is read: what is compared, what is shown, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from macros.model import Around, Link, Oddity, Paragraph, Reference
from macros.model.structure import flowing
from macros.model.text import words_in
from macros.reading.places import Source


@dataclass
class Run:
    """`shown` is what is compared, `text` what is read; `left` is what no rule of Markdown took, \x01 in place of the rest."""

    token: Token
    line: int  # of the page, on which it begins
    source: Source
    footnotes: frozenset[str]  # that are defined
    footnote: str | None = None  # in whose definition it stands
    shown: str = ""
    text: str = ""
    prose: str = ""  # the text without code
    unlinked: str = ""
    left: str = ""
    strong: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)  # characters of `shown` before a change of line -> that line
    links: list[Link] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    open_links: list[tuple[Token, int, int]] = field(default_factory=list)  # with their line, and the length of the text there
    now: int = 0  # the line of the token that is read
    _read: int = 0  # characters of the source up to that token

    def come_to(self, token: Token) -> None:
        at = place(token)[0]
        before = self.now or self.line
        self.now = before + self.token.content.count("\n", self._read, at)
        self._read = max(at, self._read)
        if self.now != before:
            self.marks.append((len(self.shown), self.now))
            self.left += "\n" * (self.now - self.line - self.left.count("\n"))  # from inside code or an address

    def add(self, text: str, *, left: str | None = None, prose: bool = True) -> None:
        self.text += text
        self.prose += text if prose else " "
        if not self.open_links:
            self.unlinked += text
        self.left += text if left is None else left

    def paragraph(self, around: Around) -> Paragraph:
        return Paragraph(
            text=self.text,
            line=self.line,
            words=words_in(self.prose),
            around=around,
            strong=self.strong,
            cited=bool(self.references),
            unlinked=self.unlinked,
            links=tuple(self.links),
            footnote=self.footnote,
        )

    def marks_in_flow(self) -> tuple[tuple[int, int], ...]:
        """`marks` as they are in the text that `flowing` makes of `shown`."""
        found, before, length = [], 0, 0
        for at, line in self.marks:
            length += len(flowing(f"x{self.shown[before:at]}x")) - 2
            before = at
            found.append((length, line))
        return tuple(found)


def place(token: Token) -> list[int]:
    """Where a token stands in its run; the parser in gfm.py says so."""
    return token.map or [0, 0]
