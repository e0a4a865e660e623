"""Markdown extension: `![text](../figures/name.svg "Caption.")` becomes the figure itself, drawn into the page."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.figures import FIGURES, figure_name
from macros.figures.drawing import draw
from macros.model import Document

PRIORITY = 7  # behind inline parsing (20), where images come into being; before folding, which moves whole blocks


class EmbeddingExtension(Extension):
    """`document`: the page, from which its links are resolved; without it, nothing is drawn."""

    def __init__(self, **options: object) -> None:
        self.config = {"document": ["", "the page, from which its links are resolved"]}  # None would make it a yes or no
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        if document := self.getConfig("document"):
            md.treeprocessors.register(_EmbeddingProcessor(md, document), "embedding", PRIORITY)


def makeExtension(**options: object) -> EmbeddingExtension:
    return EmbeddingExtension(**options)


class _EmbeddingProcessor(Treeprocessor):
    def __init__(self, md: Markdown, document: Document) -> None:
        super().__init__(md)
        self.document = document

    def run(self, root: etree.Element) -> None:
        for paragraph in root.iter("p"):
            image = paragraph.find("img")
            if image is None or len(paragraph) > 1 or (paragraph.text or image.tail or "").strip():
                continue
            name = figure_name(self.document.resolve(image.get("src", "")))
            if name in FIGURES:
                _embed(paragraph, name, image.get("alt", ""), image.get("title", ""))


def _embed(paragraph: etree.Element, name: str, text: str, caption: str) -> None:
    """Make the paragraph a figure, in place."""
    paragraph.clear()
    paragraph.tag = "figure"
    paragraph.set("class", "figure")
    paragraph.append(draw(FIGURES[name](), text))
    if caption:
        etree.SubElement(paragraph, "figcaption").text = caption
