"""HTML of a question's text -> markup for Typst, which sets the PDF. Source: https://typst.app/docs/reference/"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping

_NAMED = {"em": "emph", "strong": "strong", "sup": "super"}


def typst_of(html: str, link: Callable[[str], str], figures: Mapping[str, str]) -> str:
    """Return Typst code for a fragment. `link` gives the destination of an address, `figures` the content of an image, as code."""
    root = etree.fromstring(f"<div>{html}</div>")
    return _Writer(link, figures).blocks(root)


def text(value: str) -> str:
    """Any text as code: a string, in which nothing is markup."""
    return "#" + json.dumps(value, ensure_ascii=False).replace("\\/", "/") + ";" if value else ""


class _Writer:
    def __init__(self, link: Callable[[str], str], figures: Mapping[str, str]) -> None:
        self._link = link
        self._figures = figures

    def blocks(self, parent: etree.Element) -> str:
        return "\n\n".join(self.block(element) for element in parent)

    def block(self, element: etree.Element) -> str:
        tag = element.tag
        if tag in {"h3", "h4"}:
            return f"#small[{self.inline(element)}]"
        if tag in {"ul", "ol"}:
            items = "".join(f"[{self._item(item)}]," for item in element)
            return f"#list({items})" if tag == "ul" else f"#enum(start: {int(element.get('start', '1'))}, {items})"
        if tag == "pre":
            return f"#raw({_string(''.join(element.itertext()).rstrip())}, block: true)"
        if tag == "table":
            return self._table(element)
        if tag in {"blockquote", "div"}:
            return f"#quote(block: true)[{self.blocks(element)}]"
        image = element.find("img")
        if tag == "p" and image is not None and image.get("src", "") in self._figures:
            return self._figure(image)
        return self.inline(element)

    def _item(self, item: etree.Element) -> str:
        return self.blocks(item) if any(child.tag in {"p", "ul", "ol", "pre"} for child in item) else self.inline(item)

    def _table(self, table: etree.Element) -> str:
        rows = list(table.iter("tr"))
        width = max(len(row) for row in rows)
        cells = [f"strong[{self.inline(cell)}]" if cell.tag == "th" else f"[{self.inline(cell)}]" for row in rows for cell in row]
        return f"#cells({width}, {', '.join(cells)})"

    def _figure(self, image: etree.Element) -> str:
        alt = " ".join((image.get("alt") or "").split())
        shown = self._figures[image.get("src", "")]
        caption = text(image.get("title") or "")
        return f'#figure(image({shown}, format: "svg", width: 85%, alt: {_string(alt)}), caption: [{caption}])'

    def inline(self, element: etree.Element) -> str:
        parts = [text(_flow(element.text))]
        for child in element:
            parts += [self._inline(child), text(_flow(child.tail))]
        return "".join(parts)

    def _inline(self, child: etree.Element) -> str:
        if child.tag in _NAMED:
            return f"#{_NAMED[child.tag]}[{self.inline(child)}]"
        if child.tag == "code":
            return f"#raw({_string(''.join(child.itertext()))})"
        if child.tag == "a":
            return f"#link({self._link(child.get('href', ''))})[{self.inline(child)}]"
        if child.tag == "br":
            return "#linebreak()"
        return self.inline(child)


def _flow(value: str | None) -> str:
    return re.sub(r"\s+", " ", value or "")


def _string(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
