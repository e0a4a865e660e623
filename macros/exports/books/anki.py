"""An Anki deck: one sub-deck for each topic, prompt in front, short answer and rubric behind.

A note is known by the first name of its question: importing a newer deck updates it and keeps its schedule.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import zipfile
from html import escape

import genanki

from macros.exports.api.documents import Question
from macros.exports.books.edition import Edition, zipped

# Never to be changed: Anki knows the note type by it.
_MODEL_ID = 1_732_406_400
_FIELDS = ("Question", "Prompt", "Short answer", "Weak", "Good", "Great", "Address")
_FRONT = "<h2>{{Question}}</h2>{{Prompt}}"
_BACK = (
    '{{FrontSide}}<hr id="answer">{{Short answer}}<h3>Weak</h3>{{Weak}}<h3>Good</h3>{{Good}}<h3>Great</h3>{{Great}}'
    '<p><a href="{{Address}}">The whole answer, with its sources</a></p>'
)
_CSS = (
    ".card { max-width: 42em; margin: 0 auto; padding: 1em; font: 18px/1.5 Georgia, serif; } "
    "h2 { font-size: 1.2em; } h3 { margin-bottom: 0; font-size: 1em; }"
)


def anki_deck(edition: Edition) -> bytes:
    """Return the bytes of an .apkg file."""
    model = genanki.Model(
        _MODEL_ID,
        edition.title,
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Answer aloud", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )
    decks = []
    for title, questions in edition.topics:
        deck = genanki.Deck(_stable_id(questions[0].topic), f"{edition.title}::{title}", edition.imprint)
        for question in questions:
            deck.add_note(_note(model, question))
        decks.append(deck)
    # Anki takes over a note whose time of change is later than its own.
    changed = datetime.datetime.combine(edition.date, datetime.time(), datetime.UTC).timestamp()
    made = io.BytesIO()
    genanki.Package(decks).write_to_file(made, timestamp=changed)
    with zipfile.ZipFile(made) as archive:
        return zipped([(name, archive.read(name)) for name in sorted(archive.namelist())], edition.date)


def _note(model: genanki.Model, question: Question) -> genanki.Note:
    rubric = question.rubric
    texts = (question.prompt, question.short_answer, rubric.weak, rubric.good, rubric.great)
    return genanki.Note(
        model=model,
        fields=[escape(question.title), *(text.html for text in texts), escape(question.address)],
        tags=[f"level::{question.level}", f"kind::{question.kind}"],
        guid=genanki.guid_for("question", (*question.aliases, question.id)[0]),
    )


def _stable_id(name: str) -> int:
    """An id as Anki wants it, between 2^30 and 2^31, the same for the same name."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % (1 << 30)
