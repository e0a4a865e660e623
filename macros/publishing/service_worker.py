"""`sw.js`, the service worker: which files practice needs without a connection, and an edition made of their content."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from pathlib import Path

from macros.catalogue.addresses import address
from macros.catalogue.own_pages import OWN_PAGES
from macros.catalogue.site import SITE_NAME

_PAGES = tuple(address(path) for path, page in OWN_PAGES.items() if page.offline)
_WORKER = "assets/javascripts/offline/service-worker.js"
_ONLINE = "assets/javascripts/search/"  # its index is not kept
_DATA = tuple(f"api/v1/{name}.json" for name in ("flashcards", "questions", "terms", "topics"))
_OF_A_PAGE = re.compile(r'(?:href|src)="(?:\.\./|\.)((?:assets/|favicon)[^"]*)"')
_IMPORT = re.compile(r'(?:from|import)\s*\(?\s*"(\.{1,2}/[^"]+)"')


def write_service_worker(site: Path) -> None:
    """Write `site/sw.js`, when all other files are there. A site without the practice page gets none."""
    if not (site / "practice" / "index.html").is_file():
        return
    files = {path: _digest(site / path / "index.html" if path.endswith("/") else site / path) for path in sorted(needed(site))}
    edition = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]
    made = {"EDITION": edition, "SITE": SITE_NAME, "FILES": files}
    text = "".join(f"self.{name} = {json.dumps(value)};\n" for name, value in made.items())
    text += f"importScripts({json.dumps(_WORKER)});\n"
    (site / "sw.js").write_text(text, encoding="utf-8")


def needed(site: Path) -> set[str]:
    """Paths of the pages, of what they load, of the modules that those load, and of the questions."""
    found = {page for page in _PAGES if (site / page / "index.html").is_file()} | set(_DATA)
    found |= {file.relative_to(site).as_posix() for file in (site / "api/v1/questions").glob("*.json")}
    for page in [path for path in found if path.endswith("/")]:
        found |= set(_OF_A_PAGE.findall((site / page / "index.html").read_text(encoding="utf-8")))
    waiting = [path for path in found if path.endswith(".js")]
    while waiting:
        new = {module for module in modules_of(site, waiting.pop()) if not module.startswith(_ONLINE)} - found
        found |= new
        waiting += new
    return found


def modules_of(site: Path, path: str) -> set[str]:
    """Paths of the modules that one script imports, at once or later; all are below `site`."""
    text = (site / path).read_text(encoding="utf-8")
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) for name in _IMPORT.findall(text)}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]
