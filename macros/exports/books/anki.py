"""An Anki deck: below each topic a sub-deck of questions, one of flashcards and one of terms; a topic without any has none.

A note is known by the first name of its question or term, or by the id of its flashcard: importing a newer deck updates
it and keeps its schedule.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import zipfile
from collections.abc import Iterator
from html import escape
from typing import Any

import genanki

from macros.exports.api.documents import Flashcard, Question, Term
from macros.exports.books.anki_models import flashcard_model, question_model, term_model
from macros.exports.books.anki_text import inert
from macros.exports.books.edition import Edition, zipped


def anki_deck(edition: Edition) -> bytes:
    """Return the bytes of an .apkg file."""
    decks = [deck for deck in _decks(edition) if deck.notes]
    made = io.BytesIO()
    genanki.Package(decks).write_to_file(made, timestamp=edition.modified.timestamp())
    with zipfile.ZipFile(made) as archive:
        return zipped([(name, archive.read(name)) for name in sorted(archive.namelist())], edition.date)


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with a time of change of its own: Anki takes it over only where that is later than what it has."""

    changed: datetime.datetime

    def write_to_db(self, cursor: Any, _of_deck: float, deck_id: int, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, self.changed.timestamp(), deck_id, id_gen)


def _decks(edition: Edition) -> Iterator[genanki.Deck]:
    question, flashcard, term = (make(edition.title) for make in (question_model, flashcard_model, term_model))
    for title, questions in edition.topics:
        topic = questions[0].topic
        asked = [_question(question, each, edition.changed(each)) for each in questions]
        yield _deck(edition, f"{title}::Questions", f"{topic}/questions", asked)
        cards = [_flashcard(flashcard, each, card, edition.changed(each)) for each in questions for card in each.flashcards]
        yield _deck(edition, f"{title}::Flashcards", f"{topic}/flashcards", cards)
    for title, terms in edition.glossary:
        name = f"{title}::Glossary" if title else "Glossary"
        yield _deck(edition, name, name, [_term(term, each, edition.term_changed(each)) for each in terms])


def _deck(edition: Edition, name: str, known_by: str, notes: list[genanki.Note]) -> genanki.Deck:
    deck = genanki.Deck(_stable_id(known_by), f"{edition.title}::{name}", edition.imprint)
    for note in notes:
        deck.add_note(note)
    return deck


def _question(model: genanki.Model, question: Question, changed: datetime.datetime) -> genanki.Note:
    rubric = question.rubric
    texts = (question.prompt, question.short_answer, rubric.weak, rubric.good, rubric.great)
    fields = [escape(question.title), *(text.html for text in texts), escape(question.address)]
    return _note(model, fields, _tags(question), genanki.guid_for("question", (*question.aliases, question.id)[0]), changed)


def _flashcard(model: genanki.Model, question: Question, card: Flashcard, changed: datetime.datetime) -> genanki.Note:
    fields = [card.question.html, card.answer.html, escape(question.title), escape(card.address)]
    return _note(model, fields, _tags(question), genanki.guid_for("flashcard", card.id), changed)


def _term(model: genanki.Model, term: Term, changed: datetime.datetime) -> genanki.Note:
    fields = [escape(term.title), escape(term.definition), escape(", ".join(term.also_called)), escape(term.address)]
    return _note(model, fields, [], genanki.guid_for("term", (*term.aliases, term.id)[0]), changed)


def _tags(question: Question) -> list[str]:
    return [f"level::{question.level}", f"kind::{question.kind}"]


def _note(model: genanki.Model, fields: list[str], tags: list[str], guid: str, changed: datetime.datetime) -> genanki.Note:
    note = _Note(model=model, fields=[inert(field) for field in fields], tags=tags, guid=guid)
    note.changed = changed
    return note


def _stable_id(name: str) -> int:
    """An id as Anki wants it, between 2^30 and 2^31, the same for the same name."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % (1 << 30)
