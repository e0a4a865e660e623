"""A term -> what its page shows."""

from __future__ import annotations

from macros.catalogue.descriptions import opening
from macros.catalogue.relations import Catalogue
from macros.model import Term
from macros.pages.parts import Frame, TermView, entry, question_entry


def term_view(catalogue: Catalogue, term: Term, frame: Frame) -> TermView:
    """Its other names, and where it is used."""
    path = term.document.path
    return TermView(
        frame=frame,
        definition=opening(term.document),
        aka=term.fields.aka,
        topics=tuple(entry(topic.document) for topic in catalogue.topics_using(path)),
        used_in=tuple(map(question_entry, catalogue.used_in(path))),
    )
