"""Bank and path of a page -> the view of its kind, and what MkDocs keeps of it."""

from __future__ import annotations

from typing import Any

from macros.catalogue.addresses import address, card_path
from macros.catalogue.descriptions import meta_description, opening
from macros.catalogue.own_pages import own_page
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site
from macros.model import FIELDS, Document, PageType
from macros.pages.crumbs import crumbs
from macros.pages.kit import kit_view, unknown_kit_view
from macros.pages.parts import Frame, OwnView, View
from macros.pages.posting import blank_posting, posting_of
from macros.pages.practice import practice_view
from macros.pages.question import question_view
from macros.pages.structured_data import structured_data
from macros.pages.term import term_view
from macros.pages.topic import topic_view


def page_meta(catalogue: Catalogue, path: str, site: Site) -> dict[str, Any]:
    """The fields of the front matter that the page may have, what MkDocs reads of them, and the view.

    `{}` for a page that could not be read. Whatever else stands in a front matter stays out: MkDocs and its plugins obey some
    of it, such as `template` and `render_macros`, and a theme prints some of it as it is.
    """
    document = catalogue.bank.documents.get(path)
    if document is None:
        return {}
    known = FIELDS[document.page_type].model_fields
    view = view_of(catalogue, document, site)
    return {
        **{field.name: field.value for field in document.front_matter if field.name in known},
        "title": view.frame.title,
        "description": view.frame.description,
        "view": view,
        "structured_data": structured_data(view, catalogue, site.address),
    }


def view_of(catalogue: Catalogue, document: Document, site: Site) -> View:
    """The view of the page's kind."""
    frame, path = _frame(catalogue, document, site), document.path
    if question := catalogue.question.get(path):
        return question_view(catalogue, question, frame)
    if term := catalogue.term.get(path):
        return term_view(catalogue, term, frame)
    if kit := catalogue.kit.get(path):
        return kit_view(catalogue, kit, frame, posting_of(catalogue, kit, site))
    if document.page_type is PageType.TOPIC and (topic := catalogue.topic.get(document.slug)):
        return topic_view(catalogue, topic, frame)
    own = own_page(path)
    if own.template == "practice":
        return practice_view(catalogue, own, frame)
    if own.template in {"builder", "mock"}:
        return unknown_kit_view(own, frame, blank_posting(site))
    return OwnView(frame=frame, template=own.template, schema=own.schema)


def _frame(catalogue: Catalogue, document: Document, site: Site) -> Frame:
    where = address(document.path)
    return Frame(
        type=document.page_type,
        title=document.title,
        description=_description(document),
        address=where,
        crumbs=crumbs(catalogue, document),
        image=site.address + card_path(document),
        edit=site.edit_address(document.path),
        report=site.issue_address("mistake.yml", page=document.title, address=site.address + where),
        contents=document.page_type in {PageType.QUESTION, PageType.PAGE} and own_page(document.path).contents,
    )


def _description(document: Document) -> str:
    """What search engines and link previews show: as it is written, else from the text."""
    if document.page_type is PageType.TOPIC:
        return opening(document) or document.title
    written = next((str(field.value) for field in document.front_matter if field.name == "description"), "")
    return written or meta_description(document)
