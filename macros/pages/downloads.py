"""The files to take along."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import ClassVar

from macros.catalogue.addresses import download
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import FEED
from macros.model.text import questions_counted
from macros.pages.parts import Part


@dataclass(frozen=True, kw_only=True)
class Downloads(Part):
    """Addresses are below the site."""

    template: ClassVar[str] = "downloads.html"
    edition: datetime.date | None  # None where there is no question
    count: str
    anki: str = download("apkg")
    epub: str = download("epub")
    pdf: str = download("pdf")
    feed: str = FEED


def downloads(catalogue: Catalogue) -> Downloads:
    """The files, and which edition they are."""
    questions = catalogue.bank.questions
    edition = max((question.fields.reviewed for question in questions), default=None)
    return Downloads(edition=edition, count=questions_counted(len(questions)))
