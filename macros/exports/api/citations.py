"""The sources of a question as parts of its document."""

from __future__ import annotations

from macros.catalogue.citations import KIND_AND_YEAR
from macros.exports.api import documents as api
from macros.model import Document, Footnote, SourceKind


def sources(document: Document) -> tuple[api.Source, ...]:
    """Every footnote, in order of the page."""
    return tuple(_source(footnote, document) for footnote in document.footnotes)


def _source(footnote: Footnote, document: Document) -> api.Source:
    link = next((link for link in document.links if link.footnote == footnote.name), None)
    said = KIND_AND_YEAR.search(footnote.text)
    assert link and said  # a rule refuses every other footnote
    return api.Source(
        id=footnote.name,
        title=" ".join(link.text.split()),
        address=link.target,
        kind=SourceKind(said[1]),
        year=int(said[2]) if said[2] else None,
        supports=" ".join(said[3].split()),
    )
