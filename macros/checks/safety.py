"""Rules that keep pages harmless, and the same for every renderer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from macros.catalogue.own_pages import OWN_PAGES
from macros.model import ADDED_BY_GITHUB, EMOJI, LANGUAGES, Bank, OddityKind, PageType
from macros.model.problem import Problem

MACRO_PAGES = frozenset(path for path, page in OWN_PAGES.items() if page.macros)
_MACROS = frozenset().union(*(page.macros for page in OWN_PAGES.values()))
_CALL = re.compile(r"\{\{\s*(\w+)\(")
_MESSAGES: Mapping[OddityKind, tuple[str, str]] = {
    OddityKind.HTML: ("Raw HTML is not allowed: `{}`.", "write Markdown; put code between backticks."),
    OddityKind.AUTOLINK: ("`{}` is an address in angle brackets.", "write `[what it is](https://…)`."),
    OddityKind.NESTED_LINK: ("A link is inside another one: `{}`.", "write one link, without brackets in its text."),
    OddityKind.BROKEN_LINK: (
        "`{}` looks like a link but isn't one.",
        "write `[text](address)` with no spaces in the address, or put a backslash before the bracket.",
    ),
    OddityKind.REFERENCE_LINK: ("`{}` is a reference link.", "write the address in place: `[text](address)`."),
    OddityKind.LINK_DEFINITION: (
        "`{}` defines a reference link.",
        "write the address where the link is: `[text](address)`.",
    ),
    OddityKind.SETEXT: (
        "`{}` is underlined to make it a heading.",
        "start a heading with `##`; put blank lines around a rule.",
    ),
    OddityKind.INNER_HEADING: (
        "`{}` would become a heading inside a list or a quote.",
        "write it as plain or bold text.",
    ),
    OddityKind.ATTRIBUTE_LIST: ("`{}` is an attribute list.", "write plain Markdown, or put it between backticks."),
    OddityKind.FENCE_LINE: (
        "This line opens a code block only in some renderers: {}",
        "put the marks and one language on the line, such as ```text, with nothing before or after them.",
    ),
    OddityKind.OPEN_FENCE: ("The code block that starts here never ends.", "close it with a line of the same marks."),
    OddityKind.TOO_DEEP: ("`{}` is nested too deeply in lists or quotes.", "use at most three levels."),
    OddityKind.TOO_LONG: ("A paragraph has {} characters.", "split it up with blank lines."),
    OddityKind.OTHER: ("`{}` is not plain Markdown.", "write it as text, or put it between backticks."),
}


def plain_markdown_only(bank: Bank) -> Iterator[Problem]:
    """Every contributed page must be plain Markdown: no HTML, no link definitions, no open code block."""
    for document in bank.documents.values():
        told = set()
        for oddity in document.oddities:
            allowed = oddity.what is OddityKind.HTML and document.path in MACRO_PAGES
            if allowed or oddity.what not in _MESSAGES or (oddity.what, oddity.line) in told:
                continue
            told.add((oddity.what, oddity.line))
            message, fix = _MESSAGES[oddity.what]
            yield Problem(document.path, oddity.line, message.format(" ".join(oddity.text.split())[:80]), fix)


def stands_between_blank_lines(bank: Bank) -> Iterator[Problem]:
    """Every heading, code block and line across the page must stand between blank lines."""
    sides = {OddityKind.CROWDED_ABOVE: "above", OddityKind.CROWDED_BELOW: "below"}
    for document in bank.documents.values():
        underlined = {oddity.line for oddity in document.oddities if oddity.what is OddityKind.SETEXT}
        for oddity in document.oddities:
            if (side := sides.get(oddity.what)) and not underlined & {oddity.line - 1, oddity.line + 1}:
                message = f"There is no blank line {side} this {oddity.text}."
                yield Problem(document.path, oddity.line, message, "put one there; without it, renderers differ.")


def nothing_that_only_github_adds(bank: Bank) -> Iterator[Problem]:
    """Every page must do without what GitHub alone makes of Markdown: colored boxes, diagrams, maps, formulas, emoji."""
    for document in bank.documents.values():
        for oddity in document.oddities:
            if oddity.what is OddityKind.ADDED:
                shown = ADDED_BY_GITHUB.get(oddity.text, ADDED_BY_GITHUB[EMOJI])
                mark = oddity.text if oddity.text.startswith("`") else f"`{oddity.text}`"
                message = f"GitHub shows {shown} for {mark}; the site would show it as text."
                fix = "write a plain paragraph, list, or table; figures are drawn in macros/figures."
                if oddity.text not in ADDED_BY_GITHUB:
                    fix = "type the emoji itself, or put the text between backticks."
                yield Problem(document.path, oddity.line, message, fix)


def code_in_known_languages(bank: Bank) -> Iterator[Problem]:
    """Every code block of a contributed page must name one language of the table, spelled as it stands there."""
    for document in bank.documents.values():
        for block in document.code_blocks if document.page_type is not PageType.PAGE else ():
            if not block.language:
                fix = "name it after the backticks, such as ```text."
                yield Problem(document.path, block.line, "The code block names no language.", fix)
            elif block.language not in LANGUAGES:
                near = get_close_matches(block.language.lower(), LANGUAGES, n=1)
                guess = f" (did you mean {near[0]}?)" if near else ""
                fix = f"use one of {', '.join(LANGUAGES)}{guess}."
                yield Problem(document.path, block.line, f"`{block.language}` is not a supported code block language.", fix)


def macros_only_on_listed_pages(bank: Bank) -> Iterator[Problem]:
    """Every page that calls a macro must be on the list of pages that may."""
    for document in bank.of_type(PageType.PAGE):
        if document.path in MACRO_PAGES:
            continue
        for name in _CALL.findall(document.body):
            if name in _MACROS:
                fix = "add it to the page in macros/catalogue/own_pages.py, and the page to force_render_paths in mkdocs.yml."
                yield Problem(document.path, 1, f"The page calls the macro `{name}` and is not on the list.", fix)
