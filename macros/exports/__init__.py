"""The Bank in other forms: {path below the site: bytes}."""

from __future__ import annotations

from macros.catalogue.addresses import card_path
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import FEED, SITE_NAME, Site
from macros.exports.api import all_terms, api_files, whole_questions
from macros.exports.books import books
from macros.exports.feed import feed
from macros.exports.figure_files import figure_files
from macros.exports.for_machines import llms_txt, robots_txt
from macros.exports.icons import icons
from macros.exports.redirects import redirects
from macros.exports.search_names import search_names
from macros.exports.social_cards import Card
from macros.exports.web_manifest import MANIFEST, web_manifest
from macros.model import Document, PageType
from macros.model.changes import NO_HISTORY, Changes

_LABELS = {PageType.QUESTION: "Question", PageType.TOPIC: "Topic", PageType.TERM: "Glossary", PageType.KIT: "Kit"}


def exported(catalogue: Catalogue, site: Site, changes: Changes = NO_HISTORY, *, with_downloads: bool = True) -> dict[str, bytes]:
    """Every file that is made beside the pages, but the link previews; `changes` date what programs of readers keep."""
    whole, figures = whole_questions(catalogue, site), figure_files(catalogue)
    return {
        "robots.txt": robots_txt(site).encode(),
        "llms.txt": llms_txt(catalogue, site).encode(),
        **icons(),
        MANIFEST: web_manifest(),
        **redirects(catalogue.bank, site),
        **search_names(catalogue),
        **api_files(catalogue, whole, site),
        **figures,
        **(
            {
                FEED: feed(catalogue, site, changes),
                **books(catalogue, whole, all_terms(catalogue, site), figures, site, changes),
            }
            if with_downloads
            else {}
        ),
    }


def cards(catalogue: Catalogue) -> list[Card]:
    """The link previews to draw, one for each page."""
    documents = [document for document in catalogue.bank.documents.values() if document.title]
    return [Card(card_path(document), document.title, _label(catalogue, document), SITE_NAME) for document in documents]


def _label(catalogue: Catalogue, document: Document) -> str:
    label = _LABELS.get(document.page_type, "Distributed-systems interviews")
    if question := catalogue.question.get(document.path):
        return f"{label}, {question.fields.level}, {question.fields.kind}"
    return label
