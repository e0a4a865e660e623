"""JSON-LD in the vocabulary of schema.org (https://schema.org/QAPage, DefinedTerm, BreadcrumbList)."""

from __future__ import annotations

from typing import Any

from macros.catalogue.relations import Catalogue
from macros.catalogue.site import SITE_NAME
from macros.model import FULL_ANSWER
from macros.pages.parts import Crumb, Frame, OwnView, QuestionView, TermView, View

_Node = dict[str, Any]


def structured_data(view: View, catalogue: Catalogue, home: str) -> _Node:
    """One graph for a page; addresses are absolute, because consumers keep the data apart from the page."""
    graph = [_breadcrumbs(view.frame, home)] if view.frame.crumbs else []
    if isinstance(view, QuestionView):
        graph.append(_question(view, home))
    elif isinstance(view, TermView):
        graph.append(_term(view, home))
    elif isinstance(view, OwnView) and view.schema == "DefinedTermSet":
        graph.append(_term_set(view, catalogue, home))
    elif isinstance(view, OwnView) and view.schema == "WebSite":
        graph.append({"@type": "WebSite", "@id": f"{home}#site", "name": SITE_NAME, "url": home, "inLanguage": "en"})
    return {"@context": "https://schema.org", "@graph": graph}


def _breadcrumbs(frame: Frame, home: str) -> _Node:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb.title, "item": home + crumb.address}
            for position, crumb in enumerate((*frame.crumbs, Crumb(frame.title, frame.address)), start=1)
        ],
    }


def _question(view: QuestionView, home: str) -> _Node:
    here, title = home + view.frame.address, view.frame.title
    author = {"@type": "Organization", "name": SITE_NAME}
    added, reviewed = view.added.isoformat(), view.reviewed.isoformat()
    answer = {
        "@type": "Answer",
        "text": view.short_answer,
        "url": f"{here}#short-answer",
        "dateCreated": added,
        "dateModified": reviewed,
        "author": author,
    }
    return {
        "@type": "QAPage",
        "url": here,
        "name": title,
        "datePublished": added,
        "dateModified": reviewed,
        "mainEntity": {
            "@type": "Question",
            "name": title,
            "text": view.prompt,
            "answerCount": 1,
            "dateCreated": added,
            "author": author,
            "acceptedAnswer": answer,
        },
        "hasPart": {"@type": "WebPageElement", "name": FULL_ANSWER, "url": f"{here}#full-answer"},
    }


def _term(view: TermView, home: str) -> _Node:
    here = home + view.frame.address
    term = {
        "@type": "DefinedTerm",
        "@id": here,
        "name": view.frame.title,
        "description": view.definition,
        "url": here,
        "inDefinedTermSet": f"{home}glossary/",
    }
    return term | ({"alternateName": list(view.aka)} if view.aka else {})


def _term_set(view: OwnView, catalogue: Catalogue, home: str) -> _Node:
    here = home + view.frame.address
    return {
        "@type": "DefinedTermSet",
        "@id": here,
        "name": "Glossary",
        "url": here,
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "name": term.document.title, "url": f"{here}{term.document.slug}/"}
            for term in catalogue.bank.terms
        ],
    }
