"""What the search knows before it looks into the full text: the name of every page, and what else people call it."""

from __future__ import annotations

import json
import re

from macros.catalogue.abbreviations import ABBREVIATIONS
from macros.catalogue.addresses import address
from macros.catalogue.descriptions import opening
from macros.catalogue.relations import Catalogue
from macros.model import Document, PageType
from macros.model.text import summary

PATH = "assets/search/names.json"
_IN_BRACKETS = re.compile(r"\s*\(([^)]+)\)$")
_SAYS = 130  # characters of a definition, a scope, or for whom a kit is
_SAID = {PageType.TERM, PageType.TOPIC, PageType.KIT}


def search_names(catalogue: Catalogue) -> dict[str, bytes]:
    """Path below the site -> the names, and the abbreviations that the pages write out."""
    documents = [document for document in catalogue.bank.documents.values() if document.title]
    made = {"pages": [_entry(catalogue, document) for document in documents], "words": dict(ABBREVIATIONS)}
    return {PATH: json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()}


def _entry(catalogue: Catalogue, document: Document) -> dict[str, object]:
    return {
        "kind": document.page_type,
        "address": address(document.path),
        "title": document.title,
        "names": names_of(catalogue, document),
        "says": summary(opening(document), _SAYS) if document.page_type in _SAID else "",
    }


def names_of(catalogue: Catalogue, document: Document) -> list[str]:
    """`Recovery time objective (RTO)` is called `Recovery time objective`, `RTO`, and what its front matter says.

    Our own pages are also known by their file, such as `downloads`; their titles are sentences.
    """
    if document.page_type is PageType.PAGE:
        return [document.slug] if document.slug != "index" else []
    term = catalogue.term.get(document.path)
    if term is None:
        return []
    bracket = _IN_BRACKETS.search(document.title)
    both = [_IN_BRACKETS.sub("", document.title), bracket[1]] if bracket else []
    return [*both, *term.fields.aka]
