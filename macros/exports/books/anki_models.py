"""The note types of the deck: which fields each has, and what its cards show."""

from __future__ import annotations

import genanki

# Never to be changed: Anki knows a note type by its id, and a note by type, fields and templates as they were.
_QUESTION_ID, _FLASHCARD_ID, _TERM_ID = 1_732_406_400, 1_732_406_401, 1_732_406_402
_CSS = (
    ".card { max-width: 42em; margin: 0 auto; padding: 1em; font: 18px/1.5 Georgia, serif; } "
    "h2 { font-size: 1.2em; } h3 { margin-bottom: 0; font-size: 1em; }"
)
_TURNED = '{{FrontSide}}<hr id="answer">'


def question_model(title: str) -> genanki.Model:
    """Prompt in front, short answer and rubric behind."""
    answer = "{{Short answer}}<h3>Weak</h3>{{Weak}}<h3>Good</h3>{{Good}}<h3>Great</h3>{{Great}}"
    link = '<p><a href="{{Address}}">The full answer, with sources</a></p>'
    return _model(
        _QUESTION_ID,
        title,
        ("Question", "Prompt", "Short answer", "Weak", "Good", "Great", "Address"),
        ("Answer aloud", "<h2>{{Question}}</h2>{{Prompt}}", f"{_TURNED}{answer}{link}"),
    )


def flashcard_model(title: str) -> genanki.Model:
    """One fact."""
    return _model(
        _FLASHCARD_ID,
        f"{title}: flashcard",
        ("Question", "Answer", "From", "Address"),
        ("Turn", "{{Question}}", f'{_TURNED}{{{{Answer}}}}<p><a href="{{{{Address}}}}">{{{{From}}}}</a></p>'),
    )


def term_model(title: str) -> genanki.Model:
    """A name and its definition, asked in both directions."""
    link = '<p><a href="{{Address}}">The term in the glossary</a></p>'
    name = "<h2>{{Term}}</h2>{{#Also called}}<p>Also called: {{Also called}}</p>{{/Also called}}"
    return _model(
        _TERM_ID,
        f"{title}: term",
        ("Term", "Definition", "Also called", "Address"),
        ("Define", "<h2>{{Term}}</h2>", f"{_TURNED}<p>{{{{Definition}}}}</p>{link}"),
        ("Name", "<p>{{Definition}}</p>", f"{_TURNED}{name}{link}"),
    )


def _model(number: int, name: str, fields: tuple[str, ...], *templates: tuple[str, str, str]) -> genanki.Model:
    return genanki.Model(
        number,
        name,
        fields=[{"name": field} for field in fields],
        templates=[{"name": template, "qfmt": front, "afmt": back} for template, front, back in templates],
        css=_CSS,
    )
