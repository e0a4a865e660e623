"""Rules that keep pages harmless, and the same for every renderer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from macros.catalogue.own_pages import OWN_PAGES
from macros.model import LANGUAGES, Bank, PageType
from macros.model.problem import Problem

MACRO_PAGES = frozenset(path for path, page in OWN_PAGES.items() if page.macros)
_MACROS = frozenset().union(*(page.macros for page in OWN_PAGES.values()))
_CALL = re.compile(r"\{\{\s*(\w+)\(")
_MESSAGES = {
    "html": ("Raw HTML is not allowed: `{}`.", "write Markdown; put code between backticks."),
    "autolink": ("`{}` is an address in angle brackets.", "write `[what it is](https://…)`."),
    "nested-link": ("A link stands inside another one: `{}`.", "write one link, without brackets in its text."),
    "broken-link": (
        "`{}` looks like a link and is none.",
        "write `[text](address)`, the address without spaces, or a backslash before the bracket.",
    ),
    "reference-link": ("`{}` is a link by reference.", "write the address in place: `[text](address)`."),
    "link-definition": ("`{}` defines a link by reference.", "write the address where the link stands: `[text](address)`."),
    "setext": ("`{}` is underlined to make it a heading.", "begin a heading with `##`; set a rule off with blank lines."),
    "inner-heading": ("`{}` would become a heading inside a list or a quotation.", "write it as plain or bold text."),
    "tight-heading": ("`{}` would become a heading.", "put a space behind the last #, or write the # between backticks."),
    "attribute-list": ("`{}` is an attribute list.", "write plain Markdown, or put it between backticks."),
    "fence-line": (
        "This line opens a code block in some renderers only: {}",
        "put the marks and one language on the line, such as ```text, and nothing before or behind them.",
    ),
    "open-fence": ("The code block that begins here never ends.", "close it with a line of the same marks."),
}


def plain_markdown_only(bank: Bank) -> Iterator[Problem]:
    """Every contributed page must be plain Markdown: no HTML, no link definitions, no open code block."""
    for document in bank.documents.values():
        told = set()
        for oddity in document.oddities:
            if (document.path in MACRO_PAGES and oddity.what == "html") or (oddity.what, oddity.line) in told:
                continue
            told.add((oddity.what, oddity.line))
            message, fix = _MESSAGES[oddity.what]
            yield Problem(document.path, oddity.line, message.format(oddity.text[:80]), fix)


def code_in_known_languages(bank: Bank) -> Iterator[Problem]:
    """Every code block of a contributed page must name one language of the table, spelt as it stands there."""
    for document in bank.documents.values():
        for block in document.code_blocks if document.page_type is not PageType.PAGE else ():
            if not block.language:
                fix = "name it behind the backticks, such as ```text."
                yield Problem(document.path, block.line, "The code block names no language.", fix)
            elif block.language not in LANGUAGES:
                near = get_close_matches(block.language.lower(), LANGUAGES, n=1)
                guess = f" (did you mean {near[0]}?)" if near else ""
                fix = f"use one of {', '.join(LANGUAGES)}{guess}."
                yield Problem(document.path, block.line, f"`{block.language}` is not a language of code blocks here.", fix)


def macros_only_on_listed_pages(bank: Bank) -> Iterator[Problem]:
    """Every page that calls a macro must be on the list of pages that may."""
    for document in bank.of_type(PageType.PAGE):
        if document.path in MACRO_PAGES:
            continue
        for name in _CALL.findall(document.intro + "".join(section.text for section in document.sections)):
            if name in _MACROS:
                fix = "add it to the page in macros/catalogue/own_pages.py, and the page to force_render_paths in mkdocs.yml."
                yield Problem(document.path, 1, f"The page calls the macro `{name}` and is not on the list.", fix)
