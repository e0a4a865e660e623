"""Opens ten addresses of a published site, as its readers do: `python tests/repository/live.py ADDRESS`. Standard library only."""

from __future__ import annotations

import json
import sys
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator
from dataclasses import dataclass

ATTEMPTS, PAUSE = 6, 10.0  # a deployment reaches all edges within a minute


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str  # of content, without its parameters
    text: str


def faults(home: str) -> list[str]:
    """One line for each address below `home`, which ends in a slash, that does not answer as it should."""
    return [f"{home}{path}: {what}" for path, test in _tests(home) if (what := _wrong(home + path, test))]


def _tests(home: str) -> Iterator[tuple[str, Callable[[Answer], str]]]:
    """Paths and what must hold of their answers; a test says what is wrong, or nothing."""
    yield "", lambda answer: _page(answer) or ("" if f'href="{home}"' in answer.text else "another address is canonical")
    yield _first_question(home), _page
    yield "glossary/", _page
    yield "no-such-page/", lambda answer: "" if (answer.status, "Page not found" in answer.text) == (404, True) else "not our 404"
    yield "pagefind/pagefind-entry.json", _json
    yield "api/v1/index.json", _json
    yield "feed.xml", lambda answer: _xml(answer, "{http://www.w3.org/2005/Atom}feed")
    yield "sitemap.xml", lambda answer: _xml(answer, "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset")
    yield "assets/stylesheets/site.css", lambda answer: _kind(answer, "text/css")
    yield "sw.js", lambda answer: _kind(answer, "text/javascript", "application/javascript")


def _first_question(home: str) -> str:
    """Path of the first question; that of the list where the data says nothing."""
    try:
        first = json.loads(_answer(f"{home}api/v1/questions.json").text)["questions"][0]["address"]
    except (OSError, ValueError, LookupError, TypeError):
        return "questions/"
    return str(first).removeprefix(home)


def _page(answer: Answer) -> str:
    return _kind(answer, "text/html") or ("" if "<main" in answer.text else "no main part")


def _json(answer: Answer) -> str:
    if wrong := _kind(answer, "application/json"):
        return wrong
    try:
        json.loads(answer.text)
    except ValueError:
        return "no JSON"
    return ""


def _xml(answer: Answer, root: str) -> str:
    if wrong := _kind(answer, "application/xml", "text/xml", "application/atom+xml"):
        return wrong
    try:
        found = etree.fromstring(answer.text).tag
    except etree.ParseError as error:
        return f"no XML ({error})"
    return "" if found == root else f"the root is {found}"


def _kind(answer: Answer, *kinds: str) -> str:
    if answer.status != 200:
        return f"status {answer.status}"
    return "" if answer.kind in kinds else f"it is {answer.kind}, not {kinds[0]}"


def _wrong(address: str, test: Callable[[Answer], str]) -> str:
    try:
        return test(_answer(address))
    except OSError as error:
        return str(error)


def _answer(address: str) -> Answer:
    request = urllib.request.Request(address, headers={"Cache-Control": "no-cache"})
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return Answer(response.status, response.headers.get_content_type(), response.read().decode("utf-8", "replace"))
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers.get_content_type(), error.read().decode("utf-8", "replace"))


def main(home: str, attempts: int = ATTEMPTS, pause: float = PAUSE) -> int:
    home = home if home.endswith("/") else f"{home}/"
    for attempt in range(attempts):
        found = faults(home)
        if not found:
            print(f"Ten addresses of {home} answer as they should.")
            return 0
        if attempt + 1 < attempts:
            time.sleep(pause)
    print(*(f"::error::{fault}" for fault in found), sep="\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
