"""Elements inside a paragraph, as Python-Markdown makes them -> text in which marks stand for what is not plain text."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown.extensions.footnotes import NBSP_PLACEHOLDER

from macros.model.structure import flowing, tag

INLINE = frozenset({"em", "strong", "code", "a", "img", "sup", "br"})
STASHED = re.compile("\x02wzxhzdk:([0-9]+)\x03")
ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
_BACK = "footnote-backref"


class ShownText:
    """`stash` is what the renderer has set aside: code, entities and raw HTML."""

    def __init__(self, stash: Sequence[object]) -> None:
        self.stash = stash

    def shown(self, run: str) -> str:
        return flowing(decoded(STASHED.sub(lambda match: self._entity(int(match[1])), run)))

    def _entity(self, index: int) -> str:
        stashed = str(self.stash[index])
        return stashed if ENTITY.fullmatch(stashed) else tag("html")

    def text(self, element: etree.Element) -> str:
        return (element.text or "") + "".join(self.inline(child) + (child.tail or "") for child in element)

    def inline(self, element: etree.Element) -> str:
        name, inside = element.tag, self.text(element)
        if name == "br":
            return tag("br")
        if name == "code":
            return tag("code") + inside.strip() + tag("/code")
        if name == "img":
            return tag("img", element.get("src", ""), element.get("title", ""), element.get("alt", ""))
        if name == "a" and element.get("class") == _BACK:
            return ""
        if name == "a":
            return tag("a", element.get("href", ""), element.get("title", "")) + inside + tag("/a")
        if name == "sup" and (mark := element.find("a[@class='footnote-ref']")) is not None:
            return tag("ref", mark.get("href", "").removeprefix("#fn:"))
        return tag(name) + inside + tag(f"/{name}") if name in INLINE else tag("html") + inside


def decoded(text: str) -> str:
    """Entities as browsers read them, and nothing of the marks that the footnotes extension puts in."""
    text = text.replace(NBSP_PLACEHOLDER, "")
    return ENTITY.sub(lambda match: html.unescape(match.group()), text) if "&" in text else text
