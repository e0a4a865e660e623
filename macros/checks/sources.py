"""Rules about footnotes, which are the sources of a question page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from macros.catalogue.citations import KIND_AND_YEAR
from macros.model import SOURCES, Bank, BlockKind, Document, PageType, Section, SourceKind
from macros.model.limits import MIN_SOURCES
from macros.model.problem import Problem

_FOOTNOTE_NAME = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


def defined_and_used(bank: Bank) -> Iterator[Problem]:
    """Every footnote must be defined once, under Sources, and be cited in the text."""
    for document in bank.documents.values():
        defined = Counter(footnote.name for footnote in document.footnotes)
        cited = {reference.name for reference in document.references}
        meant: set[str] = set()
        for reference in document.references:
            if reference.name not in defined:
                near = get_close_matches(reference.name, sorted(set(defined) - cited), n=1)
                meant.update(near)
                guess = f" (did you mean {near[0]}?)" if near else ""
                fix = f"add `[^{reference.name}]: …` under `## {SOURCES}`{guess}."
                yield Problem(document.path, reference.line, f"The footnote `{reference.name}` is not defined.", fix)
        for index, footnote in enumerate(document.footnotes):
            if any(earlier.name == footnote.name for earlier in document.footnotes[:index]):
                yield Problem(document.path, footnote.line, f"The footnote `{footnote.name}` is defined twice.", "remove one.")
            elif footnote.name not in cited | meant:
                fix = f"put `[^{footnote.name}]` after the claim it supports, or remove it."
                yield Problem(document.path, footnote.line, f"Nothing cites the footnote `{footnote.name}`.", fix)
            if document.page_type is PageType.QUESTION and document.section(SOURCES) and footnote.section != SOURCES:
                fix = f"move it under `## {SOURCES}`."
                yield Problem(document.path, footnote.line, f"The footnote `{footnote.name}` is in the wrong place.", fix)


def footnote_names(bank: Bank) -> Iterator[Problem]:
    """Every footnote must have a name of letters, digits and hyphens: exports make anchors and labels of it."""
    for document in bank.documents.values():
        written = [
            *((each.name, each.line) for each in document.references),
            *((each.name, each.line) for each in document.footnotes),
        ]
        first = dict(reversed(written))
        for name, line in first.items():
            if not _FOOTNOTE_NAME.fullmatch(name):
                message = f"`[^{name}]` is no name for a footnote."
                yield Problem(document.path, line, message, "use letters, digits, and hyphens, as in `[^sre-book]`.")


def complete(bank: Bank) -> Iterator[Problem]:
    """Every question must have at least three sources, each with one https link, its kind and year, and what it supports."""
    for document in bank.of_type(PageType.QUESTION):
        section = document.section(SOURCES)
        if section is None or not section.text:
            continue
        if len(document.footnotes) < MIN_SOURCES:
            message = f"There are {len(document.footnotes)} sources." if document.footnotes else "There is no source."
            if len(document.footnotes) == 1:
                message = "There is one source."
            yield Problem(document.path, section.line, message, f"cite at least {MIN_SOURCES}, as footnotes.")
        other = _other_text(document, section)
        if other is not None:
            fix = "use only footnotes here; indent a line that continues one by four spaces."
            yield Problem(document.path, other, f"`{SOURCES}` contains text that isn't a footnote.", fix)
        yield from _definitions(document)


def _other_text(document: Document, section: Section) -> int | None:
    """Line of the first block that is no footnote, in the section of footnotes."""
    end = next((other.line for other in document.headings if other.line > section.line and other.level <= 2), document.lines + 1)
    inside = (block for block in document.blocks if section.line < block.line < end)
    return next((block.line for block in inside if block.kind is not BlockKind.FOOTNOTE), None)


def _definitions(document: Document) -> Iterator[Problem]:
    counted = Counter(footnote.name for footnote in document.footnotes)
    for footnote in document.footnotes:
        if counted[footnote.name] > 1:
            continue  # another rule says so
        links = [link for link in document.links if link.footnote == footnote.name and not link.image]
        if len(links) != 1:
            count = f"{len(links)} links" if links else "no link"
            fix = "give each source one footnote with one link: `[Author, *Title*](https://…)`."
            yield Problem(document.path, footnote.line, f"The source `{footnote.name}` has {count}.", fix)
        elif "://" not in links[0].target:  # another rule speaks about http
            fix = "link to the source itself, with https."
            yield Problem(document.path, links[0].line, f"The source `{footnote.name}` has no https link.", fix)
        match = KIND_AND_YEAR.search(footnote.text)
        if match is None:
            kinds = ", ".join(SourceKind)
            fix = f"add `(kind, year): what it supports.` with one of {kinds}."
            yield Problem(document.path, footnote.line, f"The source `{footnote.name}` has no kind.", fix)
        elif len(match[3].strip()) < 10:
            fix = "after the kind and year, say which claim it supports."
            yield Problem(document.path, footnote.line, f"The source `{footnote.name}` does not say what it supports.", fix)
