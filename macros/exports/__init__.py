"""The Bank in other forms: {path below the site: bytes}."""

from __future__ import annotations

from macros.exports.api import api_files, whole_questions
from macros.exports.downloads import downloads
from macros.exports.figures import figure_files
from macros.exports.icons import icons
from macros.exports.plain import llms_txt, robots_txt
from macros.exports.redirects import redirects
from macros.exports.social_cards import Card
from macros.model import Document, PageType
from macros.relations import Relations
from macros.site import SITE_NAME, Site, address

_LABELS = {PageType.QUESTION: "Question", PageType.TOPIC: "Topic", PageType.TERM: "Glossary", PageType.KIT: "Kit"}


def exported(relations: Relations, site: Site, *, with_downloads: bool = True) -> dict[str, bytes]:
    """Every file that is made beside the pages, but the link previews."""
    whole, figures = whole_questions(relations, site), figure_files(relations)
    return {
        "robots.txt": robots_txt(site).encode(),
        "llms.txt": llms_txt(relations, site).encode(),
        **icons(),
        **redirects(relations.bank, site),
        **api_files(relations, whole, site),
        **figures,
        **(downloads(relations, whole, figures, site) if with_downloads else {}),
    }


def cards(relations: Relations) -> list[Card]:
    """The link previews to draw, one for each page."""
    documents = [document for document in relations.bank.documents.values() if document.title]
    return [Card(card_path(document), document.title, _label(relations, document), SITE_NAME) for document in documents]


def card_path(document: Document) -> str:
    """Where the link preview of a page is."""
    return f"assets/social/{address(document.path)}card.png"


def _label(relations: Relations, document: Document) -> str:
    label = _LABELS.get(document.page_type, "Distributed-systems interviews")
    if question := relations.question.get(document.path):
        return f"{label}, {question.fields.level}, {question.fields.kind}"
    return label
