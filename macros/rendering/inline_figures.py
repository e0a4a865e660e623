"""Markdown extension: `![text](../figures/name.svg "Caption.")` becomes the figure itself, drawn into the page."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.figures import FIGURES, figure_name
from macros.figures.drawing import draw

PRIORITY = 7  # behind inline parsing (20), where images come into being; before folding, which moves whole blocks


class EmbeddingExtension(Extension):
    """Register with `macros.rendering.inline_figures` under markdown_extensions."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_EmbeddingProcessor(md), "embedding", PRIORITY)


def makeExtension(**options: object) -> EmbeddingExtension:
    return EmbeddingExtension(**options)


class _EmbeddingProcessor(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for paragraph in root.iter("p"):
            image = paragraph.find("img")
            if image is None or len(paragraph) > 1 or (paragraph.text or image.tail or "").strip():
                continue
            name = figure_name(posixpath.normpath(posixpath.join("docs/questions", image.get("src", ""))))
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
