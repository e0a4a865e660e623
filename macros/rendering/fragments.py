"""Markdown of a question -> its sections as Markdown and as HTML that can be shown anywhere."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from urllib.parse import urlsplit

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.catalogue.addresses import address
from macros.catalogue.site import Site
from macros.model import Document
from macros.model.problem import ActiveContentError
from macros.rendering import READERS, options
from macros.rendering.allow_list import refused

# Links of headings, colors of code and the way back from a footnote are for the site.
_OPTIONS = options(footnotes={"BACKLINK_TEXT": ""}, toc={"toc_depth": 3}, highlight={"use_pygments": False})
# No page may hold HTML of its own, and code is escaped: headings of this form are the renderer's.
_TITLE = re.compile(r'^<h1 id="[^"]*">.*</h1>$', re.MULTILINE)
_SECTION = re.compile(r'^<h2 id="([^"]*)">.*</h2>$', re.MULTILINE)
_PART = re.compile(r'^<h3 id="([^"]*)">.*</h3>$', re.MULTILINE)
_CARD = re.compile(r"<li>\s*(?:<p>)?<strong>(.*?)</strong>(.*?)(?:</p>)?\s*</li>", re.DOTALL)
_ENTITY = re.compile(r"&[#0-9A-Za-z]{1,40};")
LEAD = "/"  # behind a section's anchor: the text before its first part; no anchor has a slash


class Renderer:
    """One for all questions, since making it takes longer than a page."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._absolute = _Absolute()
        self._markdown = Markdown(extensions=[*READERS, self._absolute], extension_configs=_OPTIONS)

    def html_of(self, document: Document) -> dict[str, str]:
        """Return the HTML by anchor: `` for the prompt, the sections, what stands first in each (LEAD), and each `###` below.

        Raises ActiveContentError where the HTML holds what no contributed page may.
        """
        self._absolute.document, self._absolute.home = document, self._site.address
        whole = _characters(self._markdown.reset().convert(document.body))
        above = "\n" * (document.body_line - 1)  # so that lines count from the start of the file
        if problems := refused(whole, document.path, above + document.body, where="An export", home=self._site.address):
            raise ActiveContentError(problems)
        found = _by_anchor(_SECTION, _TITLE.sub("", whole, count=1))
        for section, part in list(found.items()):
            found |= {anchor or section + LEAD: text for anchor, text in _by_anchor(_PART, part).items()}
        return found

    def markdown_of(self, document: Document, text: str, line: int) -> str:
        """Return a piece of the document, which begins on `line`, with absolute links; code stays as it is."""
        lines = text.split("\n")
        places = {(*link.place, link.target) for link in document.links if link.place}
        for row, column, length, target in sorted(places, reverse=True):
            if 0 <= row - line < len(lines) and not urlsplit(target).scheme:
                written = lines[row - line]
                there = absolute(target, document, self._site.address)
                lines[row - line] = written[:column] + there + written[column + length :]
        return "\n".join(lines)

    def linked(self, text: str, document: Document) -> str:
        """Return a line that is made of pieces of the document, with absolute links."""
        for target in {link.target for link in document.links if not urlsplit(link.target).scheme}:
            text = text.replace(f"]({target})", f"]({absolute(target, document, self._site.address)})")
        return text


def _characters(rendered: str) -> str:
    """Every entity as its character, but for those that HTML and XML need: other readers do not know their names."""
    return _ENTITY.sub(lambda match: html.escape(html.unescape(match.group())), rendered)


def absolute(target: str, document: Document, home: str) -> str:
    """`../glossary/rto.md#x` of a question -> `https://…/glossary/rto/#x`; what is absolute already stays."""
    if urlsplit(target).scheme:
        return target
    path = document.resolve(target)
    _, mark, anchor = target.partition("#")
    return home + (address(path) if path.endswith(".md") else path.removeprefix("docs/")) + mark + anchor


def cards_of(rendered: str) -> list[tuple[str, str]]:
    """Question and answer of each flashcard of a rendered section, each as a paragraph."""
    return [(f"<p>{asked.strip()}</p>", f"<p>{answer.strip()}</p>") for asked, answer in _CARD.findall(rendered)]


def _by_anchor(heading: re.Pattern[str], rendered: str) -> dict[str, str]:
    first, *rest = heading.split(rendered)
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
