"""Documents in a sentence or two: for lists, and as the meta description that search engines and link previews show."""

from __future__ import annotations

from macros.model import Document, PageType
from macros.model.text import summary

SHORTEST, LONGEST = 120, 160  # characters: shorter wastes the space of a search result, longer is cut there
_OFFER = "A model answer, a rubric, follow-ups, and sources."


def opening(document: Document) -> str:
    """The first paragraph as plain text: a term's definition, a topic's scope, for whom a kit is."""
    return document.introduction[0].plain if document.introduction else ""


def meta_description(document: Document) -> str:
    """One or two sentences from the page, at most 160 characters; of a question about 120 at least, from the interviewer's prompt."""
    if document.page_type is not PageType.QUESTION:
        return summary(opening(document), LONGEST) if document.introduction else document.title
    text = " ".join(" ".join(paragraph.plain for paragraph in document.introduction).split())
    if len(text) < SHORTEST:
        text = f"{document.title} {text} {_OFFER}".replace("  ", " ")
    sentences = summary(text, LONGEST)
    return (
        sentences
        if len(text) <= LONGEST or len(sentences) >= SHORTEST
        else text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
    )
