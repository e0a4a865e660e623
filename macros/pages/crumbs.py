"""The way from the home page down to a page's parent."""

from __future__ import annotations

from macros.catalogue.own_pages import own_page
from macros.catalogue.relations import Catalogue
from macros.model import Document, PageType
from macros.pages.parts import Crumb

_HOME = Crumb("Home", "")
_TOPICS = Crumb("Topics", "topics/")
_ABOVE_TYPE = {
    PageType.QUESTION: (Crumb("Questions", "questions/"),),
    PageType.TOPIC: (_TOPICS,),
    PageType.TERM: (Crumb("Glossary", "glossary/"),),
    PageType.KIT: (Crumb("For hiring", "hiring/"), Crumb("Kits", "kits/")),
}


def crumbs(catalogue: Catalogue, document: Document) -> tuple[Crumb, ...]:
    """Empty for the home page itself."""
    if document.path == "docs/index.md":
        return ()
    question = catalogue.question.get(document.path)
    topic = catalogue.topic.get(question.fields.topic) if question else None
    if topic:
        return (_HOME, _TOPICS, Crumb(topic.document.title, f"topics/{topic.document.slug}/"))
    ours = tuple(Crumb(title, address) for title, address in own_page(document.path).above)
    return (_HOME, *(ours or _ABOVE_TYPE.get(document.page_type, ())))
