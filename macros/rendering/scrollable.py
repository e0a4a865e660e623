"""Markdown extension: tables and code that are wider than a phone scroll for themselves, and the keyboard reaches them."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

PRIORITY = 6  # before folding, which moves whole blocks
_AFTER_CODE = 5  # when highlighted code is back in the page


class ScrollingExtension(Extension):
    """Register with `macros.rendering.scrollable` under markdown_extensions."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_ScrollingProcessor(md), "scrolling", PRIORITY)
        md.postprocessors.register(_CodeProcessor(md), "scrolling", _AFTER_CODE)


def makeExtension(**options: object) -> ScrollingExtension:
    return ScrollingExtension(**options)


class _ScrollingProcessor(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    frame = etree.Element(
                        "div", {"class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": "Table"}
                    )
                    frame.tail, child.tail = child.tail, None
                    parent[index] = frame
                    frame.append(child)


class _CodeProcessor(Postprocessor):
    def run(self, text: str) -> str:
        """No page may hold HTML of its own, and code is escaped: every `<pre>` is a code block's."""
        return text.replace("<pre>", '<pre tabindex="0">')
