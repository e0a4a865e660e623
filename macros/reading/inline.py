"""What stands inside one paragraph, heading or cell: its text, links, footnote marks, and markup that is not plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from macros.model import Around, Link, Oddity, OddityKind, Paragraph, Reference
from macros.model.structure import flowing, tag
from macros.model.text import words_in
from macros.reading.gfm import parser

# Tokens that are text, or have code of their own below.
_TOLD = frozenset("text text_special softbreak code_inline link_open image footnote_ref math_inline math_inline_double".split())  # noqa: SIM905
# Other tokens that may stand in a paragraph -> the mark for them in `Block.shown`. What is in neither is an oddity.
_MARKS = {
    "em_open": "em",
    "em_close": "/em",
    "strong_open": "strong",
    "strong_close": "/strong",
    "s_open": "s",
    "s_close": "/s",
    "link_close": "/a",
    "hardbreak": "br",
    "html_inline": "html",
}
# In text, where \x01 is what is no text, and a link that was understood stands between \x02 and \x03.
_LEFT_OVER = (
    (OddityKind.NESTED_LINK, re.compile(r"\[[^\[\]\n]*\x02[^\x03]*\x03[^\[\]\n]*\](?=\()")),
    (OddityKind.BROKEN_LINK, re.compile(r"(?:\[[^\[\]\n\x01-\x03]{0,80})?\]\([^\s\x01-\x03]{0,60}")),
    (OddityKind.REFERENCE_LINK, re.compile(r"\[[^\[\]\x01-\x03]+\]\s?\[[^\[\]\x01-\x03]*\]")),
    (OddityKind.HTML, re.compile(r"<(?=[A-Za-z/!?])[^<>\n]{0,80}>?")),
    (OddityKind.ATTRIBUTE_LIST, re.compile(r"\{:[^{}\n]*\}")),
)


_TELLING = ("](", "][", "] [", "]\n[", "{:", "<")  # without one of these there is nothing of the kind


@dataclass
class Inline:
    """One run of text. `shown` is what is compared, `text` what is read; `left` is what no rule of Markdown took."""

    token: Token
    line: int  # of the page, on which it begins
    source: list[str]  # its lines as written, from that one
    footnotes: frozenset[str]  # that are defined
    footnote: str | None = None  # in whose definition it stands
    box: bool = False  # it is a task, whose box GitHub draws
    cell: bool = False
    column: int = 0  # of a cell's line, from which on it stands
    shown: str = ""
    text: str = ""
    prose: str = ""  # the text without code
    unlinked: str = ""
    left: str = ""
    strong: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    _open: list[tuple[Token, int]] = field(default_factory=list)  # links, and the length of the text at their start
    _bold: int = 0

    def read(self) -> Inline:
        children = self.token.children or []
        self.shown = tag("box") if self.box else ""
        for child in children:
            self._mark_line(child)
            if mark := _MARKS.get(child.type):
                self.shown += tag(mark)
            elif child.type not in _TOLD:
                self.oddities.append(Oddity(what=OddityKind.OTHER, text=child.content or child.type, line=self._line(child)))
            getattr(self, f"_{child.type}", self._nothing)(child)
        self.oddities += self._gone_wrong()
        return self

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

    @property
    def marks_in_flow(self) -> tuple[tuple[int, int], ...]:
        """`marks` as they are in the text that `flowing` makes of `shown`."""
        return tuple((len(flowing(self.shown[:at])), line) for at, line in self.marks)

    def _line(self, token: Token) -> int:
        return self.line + self.token.content.count("\n", 0, _place(token)[0])

    def _mark_line(self, token: Token) -> None:
        line = self._line(token)
        if line != (self.marks[-1][1] if self.marks else self.line):
            self.marks.append((len(self.shown), line))
            self.left += "\n" * (line - self.line - self.left.count("\n"))  # from inside code or an address

    def _add(self, text: str, *, left: str | None = None, prose: bool = True) -> None:
        self.text += text
        self.prose += text if prose else " "
        if not self._open:
            self.unlinked += text
        self.left += text if left is None else left

    def _nothing(self, token: Token) -> None:  # noqa: ARG002
        self.left += "\x01"

    def _text(self, token: Token) -> None:
        self.shown += token.content
        self._add(token.content)

    def _text_special(self, token: Token) -> None:
        self.shown += token.content
        self._add(token.content, left="\x01")

    def _softbreak(self, token: Token) -> None:  # noqa: ARG002
        self.shown += "\n"
        self._add("\n")

    def _hardbreak(self, token: Token) -> None:  # noqa: ARG002
        self._add("\n")

    def _code_inline(self, token: Token) -> None:
        self.shown += tag("code") + token.content.strip() + tag("/code")
        self._add(token.content, left="\x01", prose=False)

    def _math_inline(self, token: Token) -> None:
        self.shown += tag("math") + token.content + tag("/math")
        self._add(token.content, left="\x01", prose=False)

    _math_inline_double = _math_inline

    def _html_inline(self, token: Token) -> None:
        self.left += "\x01"
        self.oddities.append(Oddity(what=OddityKind.HTML, text=token.content.split("\n")[0][:80], line=self._line(token)))

    def _strong_open(self, token: Token) -> None:  # noqa: ARG002
        self.left += "\x01"
        self._bold = len(self.text)

    def _strong_close(self, token: Token) -> None:  # noqa: ARG002
        self.left += "\x01"
        if self._bold == 0:
            self.strong = self.text

    def _footnote_ref(self, token: Token) -> None:
        name = str(token.meta["label"])
        self.shown += tag(f"ref:{name}") if name in self.footnotes else f"[^{name}]"
        self.prose += " "
        self.left += "\x01"
        self.references.append(Reference(name=name, line=self._line(token)))

    def _link_open(self, token: Token) -> None:
        self.shown += tag(f"a:{token.attrs.get('href', '')}:{token.attrs.get('title', '')}")
        if token.markup == "autolink" and self.token.content.startswith("<", _place(token)[0]):
            address = f"<{token.attrs.get('href', '')}>".replace("<mailto:", "<")
            self.oddities.append(Oddity(what=OddityKind.AUTOLINK, text=address, line=self._line(token)))
        self._open.append((token, len(self.text)))
        self.left += "\x02"

    def _link_close(self, token: Token) -> None:
        opened, start = self._open.pop()
        self.left += "\x03"
        if opened.markup != "autolink":
            self._link(opened, _place(token)[0], self.text[start:], image=False)

    def _image(self, token: Token) -> None:
        alternative = "".join(child.content if child.content else " " for child in token.children or [])
        self.shown += tag(f"img:{token.attrs.get('src', '')}:{token.attrs.get('title', '')}:{alternative}")
        self.left += "\x01"
        self._link(token, _place(token)[1], alternative, image=True)

    def _link(self, token: Token, label_end: int, text: str, *, image: bool) -> None:
        self.links.append(
            Link(
                text=text,
                target=str(token.attrs.get("src" if image else "href", "")),
                line=self._line(token),
                image=image,
                title=str(token.attrs.get("title", "")),
                alone=len(self.token.children or ()) == 1,
                footnote=self.footnote,
                place=self._place(label_end),
            )
        )

    def _place(self, label_end: int) -> tuple[int, int, int] | None:
        """Line, column and length of the address behind a link's text, as written; None for a link by reference."""
        content = self.token.content
        if not content.startswith("](", label_end):
            return None
        start = label_end + 2
        while start < len(content) and content[start] in " \t\n":
            start += 1
        end = parser().helpers.parseLinkDestination(content, start, len(content)).pos
        row, first = content.count("\n", 0, start), content.rfind("\n", 0, start) + 1
        line = content[first:].split("\n", 1)[0].rstrip()
        shift = self._shift(row, line)
        if shift < 0 and self.cell:  # there `|` has a backslash before it
            shift = self._shift(row, line.replace("|", "\\|"))
            shift += content[first:start].count("|") if shift >= 0 else 0
        return (self.line + row, shift + start - first, end - start) if shift >= 0 else None

    def _shift(self, row: int, line: str) -> int:
        """Column at which a line of the text begins in the source."""
        written = self.source[row] if row < len(self.source) else ""
        return written.find(line, self.column) if self.cell else written.rfind(line)

    @property
    def end_column(self) -> int:
        """Behind a cell."""
        found = max(self._shift(0, self.token.content), self._shift(0, self.token.content.replace("|", "\\|")))
        return found + len(self.token.content) if found >= 0 else self.column

    def _gone_wrong(self) -> Iterator[Oddity]:
        """What a reader of the Markdown takes for a link, a tag or attributes, and no renderer does."""
        taken: set[int] = set()
        for what, pattern in _LEFT_OVER if any(mark in self.left for mark in _TELLING) else ():
            for match in pattern.finditer(self.left):
                if not taken.intersection(range(match.start(), match.end())):
                    taken.update(range(match.start(), match.end() + 1))
                    text = re.sub(r"[\x01-\x03]", "", match.group()).strip()
                    yield Oddity(what=what, text=text, line=self.line + self.left.count("\n", 0, match.start()))


def _place(token: Token) -> list[int]:
    return token.map or [0, 0]
