"""The built pages as parsed HTML, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from justhtml import JustHTML


@dataclass(frozen=True)
class HtmlPage:
    path: str  # relative to the site, such as questions/x/index.html
    text: str
    tree: JustHTML

    def all(self, selector: str) -> list[Any]:
        return list(self.tree.query(selector))

    def attributes(self, selector: str, name: str) -> list[str]:
        return [element.attrs.get(name) or "" for element in self.all(selector)]


@cache
def pages_of(site: Path) -> dict[str, HtmlPage]:
    """Every HTML page. The parser is strict: a page with a parse error raises here."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        path = file.relative_to(site).as_posix()
        pages[path] = HtmlPage(path, text, JustHTML(text, strict=True, sanitize=False))
    return pages
