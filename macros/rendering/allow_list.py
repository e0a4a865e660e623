"""What a contributed page may turn into: a list of elements, attributes and kinds of link, held against parsed HTML.

The second of two layers. `check` refuses what is not plain Markdown; this one looks at what the renderer made of it, in every
page and every export of every build. Nothing is cleaned: what is not on the list is reported, and nothing is published.
"""

from __future__ import annotations

import functools
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from justhtml import JustHTML

from macros.figures import FIGURES
from macros.figures.drawing import draw
from macros.model.problem import Problem

_ANYWHERE = {"id", "class", "title"}
_PLAIN = "h1 h2 h3 h4 h5 h6 p ul li strong em code pre hr br blockquote table thead tbody tr sup sub dl dt dd".split()  # noqa: SIM905
ELEMENTS: dict[str, set[str]] = {
    **{name: set() for name in _PLAIN},
    "ol": {"start"},
    "a": {"href", "aria-label"},
    "img": {"alt", "src"},
    "th": {"align"},
    "td": {"align"},
    "pre": {"tabindex"},
    "div": {"tabindex", "role", "aria-label", "hidden"},
    "span": {"hidden"},
    "details": {"open"},
    "summary": set(),
    "section": {"aria-labelledby"},
    "button": {"type", "data-folds", "data-copy-code", "aria-label", "hidden"},
    "figure": set(),
    "figcaption": set(),
}
SCHEMES = {"", "https"}


@dataclass(frozen=True, order=True, slots=True)
class Breach:
    what: str  # such as `<script>` or `onclick of <a>`
    sought: str  # a piece of text that probably stands in the source, too


def breaches(html: str, home: str = "") -> list[Breach]:
    """Everything in a fragment of HTML that is not on the list; the parser follows the HTML standard, as browsers do.

    `home` is the address of the site itself, to which links of an export may lead; locally it is not https.
    """
    return sorted(set(_walk(JustHTML(html, sanitize=False, fragment=True).root, home)))


def refused(html: str, path: str, source: str, *, where: str = "The page", home: str = "") -> list[Problem]:
    """The breaches of one rendered page as problems; a line is found by what the source has of it, else it is the first."""
    fix = "write plain Markdown; put code between backticks, or in a block whose opening line is one language."
    return [
        Problem(path, _line_of(breach.sought, source), f"{where} would hold {breach.what}, which is not on the list.", fix)
        for breach in breaches(html, home)
    ]


def _line_of(sought: str, source: str) -> int:
    return source.lower().count("\n", 0, max(source.lower().find(sought.lower()), 0)) + 1


def _walk(node: Any, home: str) -> Iterator[Breach]:
    for child in getattr(node, "children", None) or ():
        name = str(child.name).lower()
        if name.startswith(("#", "!")) and name not in {"#text", "#document-fragment"}:  # a comment, a processing instruction
            yield Breach("a comment", "<!--")
            continue
        if name == "svg":
            if _shape(child) not in _drawings():
                yield Breach("a drawing that is not one of our figures", "<svg")
            continue
        if name != "#text":
            if name not in ELEMENTS:
                yield Breach(f"<{name}>", f"<{name}")
            yield from _attributes(name, child.attrs or {}, home)
        yield from _walk(child, home)


def _attributes(name: str, attributes: dict[str, str | None], home: str) -> Iterator[Breach]:
    for attribute, value in attributes.items():
        lowered, text = attribute.lower(), value or ""
        if lowered not in _ANYWHERE | ELEMENTS.get(name, set()):
            yield Breach(f"{attribute} of <{name}>", attribute)
        own = bool(home) and text.startswith(home)
        if lowered in {"href", "src"} and not own and not _harmless(text, SCHEMES if lowered == "href" else {""}):
            yield Breach(f"a link to {text}", text)
        if lowered == "id" and text.startswith("__"):  # the theme reads its settings from such an element
            yield Breach(f"the id {text}", text)


def _harmless(address: str, schemes: set[str]) -> bool:
    bare = "".join(character for character in address if character > " ")
    try:
        return urlsplit(bare).scheme in schemes and not bare.startswith(("//", "\\", "/\\"))
    except ValueError:
        return False


def _shape(node: Any) -> tuple[Any, ...]:
    """A parsed drawing, the order of attributes and the alternative text left out: the page gives it the text."""
    if node.name.startswith("#"):
        return (node.name, node.data)
    attributes = {name: value or "" for name, value in node.attrs.items() if name != "aria-label"}
    return (node.name, tuple(sorted(attributes.items())), tuple(map(_shape, node.children or ())))


@functools.cache
def _drawings() -> frozenset[tuple[Any, ...]]:
    """Each figure as our own code draws it, parsed in the same way."""
    texts = [etree.tostring(draw(figure(), ""), encoding="unicode", method="html") for figure in FIGURES.values()]
    parsed = [JustHTML(text, sanitize=False, fragment=True).root for text in texts]
    return frozenset(_shape(child) for root in parsed for child in root.children or ())
