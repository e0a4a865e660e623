"""Markdown of a question -> its sections as Markdown and as HTML that can be shown anywhere."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any
from urllib.parse import urlsplit

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.catalogue.addresses import address
from macros.catalogue.site import Site
from macros.model import Document
from macros.model.problem import ActiveContentError
from macros.model.text import code_blocks
from macros.rendering.allow_list import refused

_EXTENSIONS = ["tables", "footnotes", "sane_lists", "toc", "pymdownx.superfences", "pymdownx.highlight"]
_OPTIONS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "footnotes": {"BACKLINK_TEXT": ""},
    "toc": {"toc_depth": 3},
    "pymdownx.highlight": {"use_pygments": False},
}
# No page may hold HTML of its own, and code is escaped: headings of this form are the renderer's.
_SECTION = re.compile(r'^<h2 id="([^"]*)">.*</h2>$', re.MULTILINE)
_PART = re.compile(r'^<h3 id="([^"]*)">.*</h3>$', re.MULTILINE)
_LINK = re.compile(r"(?<=\]\()(?!https:)[^()\s]+")
_CARD = re.compile(r"<li>\s*(?:<p>)?<strong>(.*?)</strong>(.*?)(?:</p>)?\s*</li>", re.DOTALL)
LEAD = "/"  # behind a section's anchor: the text before its first part; no anchor has a slash


class Renderer:
    """One for all questions, since making it takes longer than a page."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._absolute = _Absolute()
        self._markdown = Markdown(extensions=[*_EXTENSIONS, self._absolute], extension_configs=_OPTIONS)

    def html_of(self, document: Document) -> dict[str, str]:
        """Return the HTML by anchor: `` for the prompt, the sections, what stands first in each (LEAD), and each `###` below.

        Raises ActiveContentError where the HTML holds what no contributed page may.
        """
        source = "\n\n".join([document.intro, *(f"## {section.heading}\n\n{section.text}" for section in document.sections)])
        self._absolute.document, self._absolute.home = document, self._site.address
        whole = self._markdown.reset().convert(source)
        if problems := refused(whole, document.path, source, where="An export", home=self._site.address):
            raise ActiveContentError(problems)
        found = _by_anchor(_SECTION, whole)
        for section, html in list(found.items()):
            found |= {anchor or section + LEAD: part for anchor, part in _by_anchor(_PART, html).items()}
        return found

    def markdown_of(self, text: str, document: Document) -> str:
        """Return a text of the document with absolute links; code stays as it is."""
        lines = text.split("\n")
        inside = {index for start, (end, _) in code_blocks(lines).items() for index in range(start, end + 1)}
        return "\n".join(line if index in inside else self._linked(line, document) for index, line in enumerate(lines))

    def _linked(self, line: str, document: Document) -> str:
        return _LINK.sub(lambda match: absolute(match[0], document, self._site.address), line) if "](" in line else line


def absolute(target: str, document: Document, home: str) -> str:
    """`../glossary/rto.md#x` of a question -> `https://…/glossary/rto/#x`; what is absolute already stays."""
    if urlsplit(target).scheme:
        return target
    path = document.resolve(target)
    _, mark, anchor = target.partition("#")
    return home + (address(path) if path.endswith(".md") else path.removeprefix("docs/")) + mark + anchor


def cards_of(html: str) -> list[tuple[str, str]]:
    """Question and answer of each flashcard of a rendered section, each as a paragraph."""
    return [(f"<p>{asked.strip()}</p>", f"<p>{answer.strip()}</p>") for asked, answer in _CARD.findall(html)]


def _by_anchor(heading: re.Pattern[str], html: str) -> dict[str, str]:
    first, *rest = heading.split(html)
    return {"": first.strip()} | {anchor: text.strip() for anchor, text in zip(rest[::2], rest[1::2], strict=True)}


class _Absolute(Extension, Treeprocessor):
    """Makes links and pictures of a page absolute, its own anchors too."""

    document: Document
    home = ""

    def __init__(self) -> None:
        Extension.__init__(self)

    def extendMarkdown(self, md: Markdown) -> None:
        Treeprocessor.__init__(self, md)
        md.treeprocessors.register(self, "absolute", 0)  # behind all others

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if name := {"a": "href", "img": "src"}.get(element.tag):
                element.set(name, absolute(element.get(name, ""), self.document, self.home))
            if element.tag == "sup":
                element.attrib.pop("id", None)  # the marks stand in other people's pages, beside other sections
