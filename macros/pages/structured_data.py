"""JSON-LD in the vocabulary of schema.org (https://schema.org/QAPage, DefinedTerm, BreadcrumbList)."""

from __future__ import annotations

from typing import Any

from macros.catalogue.relations import Catalogue
from macros.catalogue.site import SITE_NAME
from macros.catalogue.summaries import opening
from macros.model import FULL_ANSWER, SHORT_ANSWER, Document, PageType


def structured_data(catalogue: Catalogue, document: Document, context: dict[str, Any], home: str) -> dict[str, Any]:
    """One graph for a page; addresses are absolute, because consumers keep the data apart from the page."""
    here = home + context["address"]
    graph: list[dict[str, Any]] = []
    if context["crumbs"]:
        graph.append(_breadcrumbs([*context["crumbs"], {"title": document.title, "address": context["address"]}], home))
    if question := catalogue.question.get(document.path):
        graph.append(_question(document, here, question.fields.added.isoformat(), question.fields.reviewed.isoformat()))
    elif document.page_type is PageType.TERM:
        graph.append(_term(document, here, home, context))
    elif document.path == "docs/glossary/index.md":
        graph.append(_term_set(catalogue, here, home))
    elif document.path == "docs/index.md":
        graph.append({"@type": "WebSite", "@id": f"{home}#site", "name": SITE_NAME, "url": home, "inLanguage": "en"})
    return {"@context": "https://schema.org", "@graph": graph}


def _breadcrumbs(trail: list[dict[str, str]], home: str) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb["title"], "item": home + crumb["address"]}
            for position, crumb in enumerate(trail, start=1)
        ],
    }


def _question(document: Document, here: str, added: str, reviewed: str) -> dict[str, Any]:
    author = {"@type": "Organization", "name": SITE_NAME}
    answers = {
        name: {
            "@type": "Answer",
            "text": _text(document, name),
            "url": f"{here}#{name.lower().replace(' ', '-')}",
            "dateCreated": added,
            "dateModified": reviewed,
            "author": author,
        }
        for name in (SHORT_ANSWER,)
    }
    return {
        "@type": "QAPage",
        "url": here,
        "name": document.title,
        "datePublished": added,
        "dateModified": reviewed,
        "mainEntity": {
            "@type": "Question",
            "name": document.title,
            "text": " ".join(paragraph.plain for paragraph in document.introduction),
            "answerCount": 1,
            "dateCreated": added,
            "author": author,
            "acceptedAnswer": answers[SHORT_ANSWER],
        },
        "hasPart": {"@type": "WebPageElement", "name": FULL_ANSWER, "url": f"{here}#full-answer"},
    }


def _text(document: Document, name: str) -> str:
    section = document.section(name)
    return " ".join(paragraph.plain for paragraph in section.paragraphs) if section else ""


def _term(document: Document, here: str, home: str, context: dict[str, Any]) -> dict[str, Any]:
    term: dict[str, Any] = {
        "@type": "DefinedTerm",
        "@id": here,
        "name": document.title,
        "description": opening(document),
        "url": here,
        "inDefinedTermSet": f"{home}glossary/",
    }
    if context.get("aka"):
        term["alternateName"] = context["aka"]
    return term


def _term_set(catalogue: Catalogue, here: str, home: str) -> dict[str, Any]:
    return {
        "@type": "DefinedTermSet",
        "@id": here,
        "name": "Glossary",
        "url": here,
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "name": term.document.title, "url": f"{home}glossary/{term.document.slug}/"}
            for term in catalogue.bank.terms
        ],
    }
