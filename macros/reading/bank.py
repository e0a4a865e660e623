"""Documents -> Bank: each sorted by its type, where its front matter fits."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from macros.model import FIELDS, Bank, Document, Fields, Kit, PageType, Question, Term, Topic

_Entry = TypeVar("_Entry", Question, Topic, Term, Kit)


def bank_of(documents: dict[str, Document]) -> Bank:
    """Sort the documents by type; one whose front matter does not fit stays in `documents` only."""
    fields = {path: fields_of(document) for path, document in documents.items()}

    def every(page_type: PageType, make: type[_Entry]) -> tuple[_Entry, ...]:
        return tuple(
            make(document=document, fields=fields[path])
            for path, document in documents.items()
            if document.page_type is page_type and fields[path] is not None
        )

    return Bank(
        documents=documents,
        questions=every(PageType.QUESTION, Question),
        topics=every(PageType.TOPIC, Topic),
        terms=every(PageType.TERM, Term),
        kits=every(PageType.KIT, Kit),
    )


def fields_of(document: Document) -> Fields | None:
    """Return the typed front matter, or None where it does not fit; a rule says why."""
    try:
        return FIELDS[document.page_type](**{field.name: field.value for field in document.front_matter})
    except (ValidationError, TypeError):
        return None
