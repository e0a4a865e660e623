"""Bank -> Markdown of the glossary."""

from __future__ import annotations

from collections.abc import Iterable

from markdown.extensions.toc import slugify

from macros.catalogue.relations import Catalogue
from macros.catalogue.summaries import opening
from macros.model import Term
from macros.model.text import questions_counted
from macros.pages.parts import inert, link


def glossary(catalogue: Catalogue, page: str) -> str:
    """Every term with its definition, under its first letter."""
    by_letter: dict[str, list[Term]] = {}
    for term in sorted(catalogue.bank.terms, key=lambda term: sort_key(term.document.title)):
        initial = sort_key(term.document.title)[:1].upper()
        by_letter.setdefault(initial if initial.isalpha() else "0 to 9", []).append(term)
    if not by_letter:
        return "There are no terms yet."
    parts = [_letters(by_letter)]
    for letter, terms in by_letter.items():
        rows = "\n\n".join(_definition(term, catalogue, page) for term in terms)
        parts.append(f"## {letter}\n\n{rows}")
    return "\n\n".join(parts)


def _letters(letters: Iterable[str]) -> str:
    links = "".join(f'<a href="#{slugify(letter, "-")}">{letter}</a>' for letter in letters)
    return f'<nav class="letters" aria-label="Letters">{links}</nav>'


def _definition(term: Term, catalogue: Catalogue, page: str) -> str:
    document = term.document
    aka = f' <span class="aka">also {inert(", ".join(term.fields.aka))}</span>' if term.fields.aka else ""
    count = len(catalogue.used_in(document.path))
    used = f' <span class="count">in {questions_counted(count)}</span>' if count else ""
    return (
        f'<div class="entry" id="{document.slug}" markdown="block">\n'
        f'<p class="entry-term" markdown="span">{link(document, page)}{aka}{used}</p>\n'
        f'<p markdown="span">{inert(opening(document))}</p>\n</div>'
    )


def sort_key(title: str) -> str:
    return title.lower().lstrip("“\"'")
