"""What stands inside one paragraph, heading or cell: its text, links, footnote marks, and markup that is not plain Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.token import Token

from macros.model import Link, Oddity, OddityKind, Reference
from macros.model.structure import tag
from macros.reading import left_over
from macros.reading.run import Run, place

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


@dataclass
class Inline(Run):
    """Reads the tokens of a run, one method for each kind that is more than a mark."""

    _bold: int = 0  # length of the text where bold began

    def read(self, *, box: bool) -> Inline:
        """`box`: it is a task, whose box GitHub draws."""
        self.shown = tag("box") if box else ""
        for child in self.token.children or []:
            self.come_to(child)
            if mark := _MARKS.get(child.type):
                self.shown += tag(mark)
            elif child.type not in _TOLD:
                self.oddities.append(Oddity(what=OddityKind.OTHER, text=child.content or child.type, line=self.now))
            getattr(self, f"_{child.type}", self._nothing)(child)
        self.oddities += left_over.oddities(self.left, self.line)
        return self

    def _nothing(self, token: Token) -> None:  # noqa: ARG002
        self.left += "\x01"

    def _text(self, token: Token) -> None:
        self.shown += token.content
        self.add(token.content)

    def _text_special(self, token: Token) -> None:
        self.shown += token.content
        self.add(token.content, left="\x01")

    def _softbreak(self, token: Token) -> None:  # noqa: ARG002
        self.shown += "\n"
        self.add("\n")

    def _hardbreak(self, token: Token) -> None:  # noqa: ARG002
        self.add("\n")

    def _code_inline(self, token: Token) -> None:
        self.shown += tag("code") + token.content.strip() + tag("/code")
        self.add(token.content, left="\x01", prose=False)

    def _math_inline(self, token: Token) -> None:
        self.shown += tag("math") + token.content + tag("/math")
        self.add(token.content, left="\x01", prose=False)

    _math_inline_double = _math_inline

    def _html_inline(self, token: Token) -> None:
        self.left += "\x01"
        self.oddities.append(Oddity(what=OddityKind.HTML, text=token.content.split("\n")[0][:80], line=self.now))

    def _strong_open(self, token: Token) -> None:  # noqa: ARG002
        self.left += "\x01"
        self._bold = len(self.text)

    def _strong_close(self, token: Token) -> None:  # noqa: ARG002
        self.left += "\x01"
        if self._bold == 0 and not self.strong:
            self.strong = self.text

    def _footnote_ref(self, token: Token) -> None:
        name = str(token.meta["label"])
        self.shown += tag("ref", name) if name in self.footnotes else f"[^{name}]"
        self.prose += " "
        self.left += "\x01"
        self.references.append(Reference(name=name, line=self.now))

    def _link_open(self, token: Token) -> None:
        self.shown += tag("a", token.attrs.get("href", ""), token.attrs.get("title", ""))
        if token.markup == "autolink" and self.token.content.startswith("<", place(token)[0]):
            address = f"<{token.attrs.get('href', '')}>".replace("<mailto:", "<")
            self.oddities.append(Oddity(what=OddityKind.AUTOLINK, text=address, line=self.now))
        self.open_links.append((token, self.now, len(self.text)))
        self.left += "\x02"

    def _link_close(self, token: Token) -> None:
        opened, line, start = self.open_links.pop()
        self.left += "\x03"
        if opened.markup != "autolink":
            self._link(opened, line, place(token)[0], self.text[start:])

    def _image(self, token: Token) -> None:
        alternative = "".join("\n" if child.type.endswith("break") else child.content for child in token.children or [])
        self.shown += tag("img", token.attrs.get("src", ""), token.attrs.get("title", ""), alternative)
        self.left += "\x01"
        self._link(token, self.now, place(token)[1], alternative)

    def _link(self, token: Token, line: int, label_end: int, text: str) -> None:
        image = token.type == "image"
        found = self.source.address(label_end)
        self.links.append(
            Link(
                text=text,
                target=str(token.attrs.get("src" if image else "href", "")),
                line=line,
                image=image,
                title=str(token.attrs.get("title", "")),
                alone=len(self.token.children or ()) == 1,
                footnote=self.footnote,
                place=(self.line + found[0], *found[1:]) if found else None,
            )
        )
