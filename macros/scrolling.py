"""Markdown extension: a table that is wider than a phone scrolls in a frame of its own, which the keyboard reaches."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PRIORITY = 6  # before folding, which moves whole blocks


class ScrollingExtension(Extension):
    """Register with `macros.scrolling` under markdown_extensions."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_ScrollingProcessor(md), "scrolling", PRIORITY)


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
