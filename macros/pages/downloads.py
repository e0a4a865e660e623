"""Bank -> Markdown of the page with the files to take along."""

from __future__ import annotations

import posixpath

from macros.catalogue.addresses import address, download
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import FEED
from macros.model.text import questions_counted

_FILES = (
    (
        "apkg",
        "Anki deck",
        "Questions, flashcards and terms by topic, tags for level and kind. Import a newer one: cards change, your schedule stays.",
    ),
    ("epub", "EPUB", "For a reader: every answer with its figures, follow-ups, flashcards and sources."),
    ("pdf", "PDF", "For paper or a tablet, with contents, bookmarks and links that work."),
)


def downloads(catalogue: Catalogue, page: str) -> str:
    """The files to take along, and which edition they are."""
    questions = catalogue.bank.questions
    if not questions:
        return "There are no questions yet."
    up = posixpath.relpath("docs", f"docs/{address(page)}")
    cards = "".join(
        f'<li><a href="{up}/{download(ending)}">{name}</a> <span class="scope">{text}</span></li>\n'
        for ending, name, text in _FILES
    )
    edition = max(question.fields.reviewed for question in questions).isoformat()
    return (
        f'<p class="count">Edition of {edition}, {questions_counted(len(questions))}</p>\n<ul class="cards">\n{cards}'
        f'<li><a href="{up}/{FEED}">Feed</a> <span class="scope">New and changed questions, as Atom.</span></li>\n</ul>'
    )
