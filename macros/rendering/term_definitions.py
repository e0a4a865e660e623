"""Markdown extension: a link to a term carries the term's definition, so that no page has to load the glossary."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Behind inline parsing (20), where links come into being; before MkDocs turns paths into addresses (0).
PRIORITY = 3
_FOLDER = "glossary/"


class DefinitionsExtension(Extension):
    """`definitions`: slug of a term -> its definition as plain text."""

    def __init__(self, **options: object) -> None:
        self.config = {"definitions": [{}, "slug of a term -> its definition as plain text"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_DefinitionsProcessor(md, self.getConfig("definitions")), "definitions", PRIORITY)


def makeExtension(**options: object) -> DefinitionsExtension:
    return DefinitionsExtension(**options)


class _DefinitionsProcessor(Treeprocessor):
    def __init__(self, md: Markdown, definitions: Mapping[str, str]) -> None:
        super().__init__(md)
        self.definitions = definitions

    def run(self, root: etree.Element) -> None:
        for link in root.iter("a"):
            slug = _term(link.get("href", ""))
            if slug in self.definitions and not link.get("class"):
                link.set("class", "term")
                link.set("title", self.definitions[slug])


def _term(href: str) -> str:
    """`../glossary/rto.md` -> `rto`; anything else -> an empty string."""
    path = href.partition("#")[0]
    folder, _, name = path.rpartition("/")
    if not name.endswith(".md") or f"{folder}/".rpartition(_FOLDER)[1:] != (_FOLDER, ""):
        return ""
    return name.removesuffix(".md")
