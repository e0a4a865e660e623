"""What the pages of contributors may turn into: a list of elements, attributes and kinds of link, held against parsed HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from justhtml import JustHTML

_ANYWHERE = {"id", "class", "title"}
_PLAIN = "h1 h2 h3 h4 h5 h6 p ul li strong em code pre hr br blockquote table thead tbody tr sup sub".split()  # noqa: SIM905
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
    "button": {"type", "data-folds", "aria-label", "hidden"},
    "figure": set(),
    "figcaption": set(),
    "svg": {"viewbox", "width", "height", "role", "aria-hidden", "aria-label", "data-pagefind-ignore"},
    "path": {"d", "transform"},
    "line": {"x1", "x2", "y1", "y2"},
    "polyline": {"points", "stroke-dasharray"},
    "rect": {"x", "y", "width", "height", "rx", "stroke-dasharray"},
    "circle": {"cx", "cy", "r"},
    "text": {"x", "y", "text-anchor"},
}
SCHEMES = {"", "https"}


def breaches(html: str) -> list[str]:
    """Everything in a fragment of HTML that is not on the list; the parser follows the HTML standard, as browsers do."""
    return sorted(set(_walk(JustHTML(html, sanitize=False, fragment=True).root)))


def _walk(node: Any) -> Iterator[str]:
    for child in getattr(node, "children", None) or ():
        name = str(child.name).lower()
        if name == "#comment":
            yield "comment"
        if not name.startswith("#"):
            if name not in ELEMENTS:
                yield f"<{name}>"
            for attribute, value in (child.attrs or {}).items():
                if attribute.lower() not in _ANYWHERE | ELEMENTS.get(name, set()):
                    yield f"{attribute} of <{name}>"
                if attribute.lower() in {"href", "src"} and not _harmless(value or ""):
                    yield f"link to {value}"
        yield from _walk(child)


def _harmless(address: str) -> bool:
    bare = "".join(character for character in address if character > " ")
    try:
        return urlsplit(bare).scheme in SCHEMES and not bare.startswith(("//", "\\", "/\\"))
    except ValueError:
        return False
