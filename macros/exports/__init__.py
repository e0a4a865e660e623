"""The Bank in other forms: {path below the site: bytes}."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from macros.exports.icons import icons
from macros.exports.plain import llms_txt, robots_txt
from macros.exports.redirects import redirects
from macros.exports.social_cards import social_card
from macros.model import Document, PageType
from macros.relations import Relations
from macros.site import SITE_NAME, Site, address

_LABELS = {PageType.QUESTION: "Question", PageType.TOPIC: "Topic", PageType.TERM: "Glossary", PageType.KIT: "Kit"}


def exported(relations: Relations, site: Site, font: bytes) -> dict[str, bytes]:
    """Every file that is made beside the pages; `font` is the face of the link previews."""
    return {
        "robots.txt": robots_txt(site).encode(),
        "llms.txt": llms_txt(relations, site).encode(),
        **icons(),
        **redirects(relations.bank, site),
        **_cards(relations, font),
    }


def _cards(relations: Relations, font: bytes) -> dict[str, bytes]:
    documents = [document for document in relations.bank.documents.values() if document.title]
    with ThreadPoolExecutor() as pool:  # Pillow works outside the interpreter's lock
        cards = pool.map(lambda document: social_card(document.title, _label(relations, document), SITE_NAME, font), documents)
        return dict(zip((card_path(document) for document in documents), cards, strict=True))


def card_path(document: Document) -> str:
    """Where the link preview of a page is."""
    return f"assets/social/{address(document.path)}card.png"


def _label(relations: Relations, document: Document) -> str:
    label = _LABELS.get(document.page_type, "Distributed-systems interviews")
    if question := relations.question.get(document.path):
        return f"{label}, {question.fields.level}, {question.fields.kind}"
    return label
