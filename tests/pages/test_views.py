"""What the macros write, with nought, one and many entries, against blessed output in tests/expected/."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.relations import Catalogue
from macros.pages import home
from macros.pages.glossary_index import glossary
from macros.pages.parts import Part
from macros.pages.questions_index import question_list
from macros.pages.topics_index import topic_index
from macros.publishing.templates import Templates
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.conftest import VIEWS

EXPECTED = Path(__file__).parent.parent / "expected"
MACROS: dict[str, tuple[Callable[[Catalogue], Part], str]] = {
    "question_list": (question_list, "docs/questions/index.md"),
    "topic_index": (topic_index, "docs/topics/index.md"),
    "glossary": (glossary, "docs/glossary/index.md"),
}
TEMPLATES = Templates(VIEWS)


def only(loaded: Loaded, *kept: str) -> Catalogue:
    return Catalogue(bank_of({path: document for path, document in loaded.bank.documents.items() if path in kept}))


ONE = ("docs/questions/third.md", "docs/topics/beta.md", "docs/glossary/rto.md")
SELECTIONS: dict[str, Callable[[Loaded], Catalogue]] = {
    "none": lambda loaded: only(loaded),
    "one": lambda loaded: only(loaded, *ONE),
    "many": lambda loaded: Catalogue(loaded.bank),
}


@pytest.mark.parametrize("name", MACROS)
@pytest.mark.parametrize("number", SELECTIONS)
def test_view(name: str, number: str, bank_loaded: Loaded) -> None:
    part, page = MACROS[name]
    text = TEMPLATES.render(part(SELECTIONS[number](bank_loaded)), page)
    assert text == (EXPECTED / f"{name}-{number}.md").read_text(encoding="utf-8").removesuffix("\n")


def test_the_same_files_give_the_same_text(bank_loaded: Loaded) -> None:
    backwards = bank_of(dict(reversed(list(bank_loaded.bank.documents.items()))))
    for part, page in MACROS.values():
        assert TEMPLATES.render(part(Catalogue(backwards)), page) == TEMPLATES.render(part(Catalogue(bank_loaded.bank)), page)


@pytest.mark.parametrize("part", [home.try_one, home.doors, home.size, home.whats_new])
@pytest.mark.parametrize("number", SELECTIONS)
def test_the_home_page_has_every_part_with_any_number(
    part: Callable[[Catalogue], Part], number: str, bank_loaded: Loaded
) -> None:
    assert TEMPLATES.render(part(SELECTIONS[number](bank_loaded)), "docs/index.md")


def test_the_home_page_offers_what_can_be_tried_in_a_minute(bank_loaded: Loaded) -> None:
    """Of questions that are equally new, one to compute or explain comes before a design or a story."""
    catalogue = Catalogue(bank_loaded.bank)
    newest = max(question.fields.added for question in bank_loaded.bank.questions)
    kinds = {question.fields.kind for question in bank_loaded.bank.questions if question.fields.added == newest}
    shown = home.try_one(catalogue)
    assert shown.question is not None
    assert shown.question.kind == "concept"
    assert "concept" in kinds
    assert "design" in kinds
    assert shown.question.path not in [question.path for question in home.whats_new(catalogue).questions]


@pytest.mark.parametrize(
    ("title", "letter"), [("“Quorum”", "Q"), ("99th percentile", "0 to 9"), ("Überlast", "0 to 9"), ("rto", "R")]
)
def test_a_term_stands_under_a_letter_that_can_be_an_anchor(title: str, letter: str) -> None:
    document, _ = read(f"# {title}\n\nA word.\n".encode(), "docs/glossary/x.md")
    assert document is not None
    assert [name for name, _ in glossary(Catalogue(bank_of({document.path: document}))).letters] == [letter]
