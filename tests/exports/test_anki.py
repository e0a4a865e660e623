"""The deck in Anki itself: what today's readers have learned stays, cards keep their ids, and no text is an order to Anki."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import genanki
import pytest
from anki.collection import Collection

from macros.catalogue.addresses import download
from macros.exports.books.anki_text import inert
from macros.model import Bank
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.conftest import BANK, ROOT
from tests.exports.test_books import changed, collection, files_of, take_in

__all__ = ["collection"]  # a fixture

# What the miniature's deck was before flashcards, and the notes of the real one by their pages.
BEFORE = json.loads((ROOT / "tests/expected/anki-deck-before-flashcards.json").read_text(encoding="utf-8"))
CARD = "**Who notices delay first?** The callers."


def deck_of(bank: Bank) -> bytes:
    return files_of(bank)[download("apkg")]


def deck_before(folder: Path) -> bytes:
    """Made again from what was kept, without our code."""
    (kept,) = BEFORE["models"]
    model = genanki.Model(
        kept["id"], kept["name"], fields=[{"name": name} for name in kept["fields"]], templates=kept["templates"], css=kept["css"]
    )
    decks = {name: genanki.Deck(number, name) for name, number in BEFORE["decks"].items()}
    for note in BEFORE["notes"]:
        decks[note["deck"]].add_note(genanki.Note(model=model, fields=note["fields"], tags=note["tags"], guid=note["guid"]))
    genanki.Package(list(decks.values())).write_to_file(folder / "before.apkg", timestamp=BEFORE["notes"][0]["id"] / 1000)
    return (folder / "before.apkg").read_bytes()


def by_guid(collection: Collection) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for number in collection.find_cards(""):
        found.setdefault(collection.get_card(number).note().guid, []).append(collection.get_card(number))
    return found


def test_today_s_decks_are_taken_over_with_their_schedules(collection: Collection, bank_loaded: Loaded, tmp_path: Path) -> None:
    take_in(collection, deck_before(tmp_path), tmp_path)
    before = by_guid(collection)
    assert before.keys() == {note["guid"] for note in BEFORE["notes"]}
    for days, cards in enumerate(before.values(), start=7):
        collection.sched.set_due_date([card.id for card in cards], str(days))
    due = {guid: collection.get_card(card.id).due for guid, (card,) in before.items()}

    log = take_in(collection, deck_of(changed(bank_loaded.bank, "The pager rings.", "The telephone rings.")), tmp_path)
    assert [note.id.nid for note in log.updated] == [
        card.nid for (card,) in before.values() if "telephone" in card.note().fields[1]
    ]
    after = by_guid(collection)
    for guid, (card,) in before.items():
        assert [(found.id, found.due) for found in after[guid]] == [(card.id, due[guid])]
    questions = [cards for cards in after.values() if cards[0].note_type()["name"] == BEFORE["models"][0]["name"]]
    assert len(questions) == len(before)
    kinds = sorted(kind.name for kind in collection.models.all_names_and_ids() if kind.name.startswith("The SRE Interview"))
    assert kinds == ["The SRE Interview", "The SRE Interview: flashcard", "The SRE Interview: term"]
    fields = [field["name"] for field in questions[0][0].note_type()["flds"]]
    assert fields == BEFORE["models"][0]["fields"]
    assert any("The telephone rings." in cards[0].note()["Prompt"] for cards in questions)


def test_every_real_question_keeps_its_note(loaded: Loaded) -> None:
    slugs = {question.first_slug for question in loaded.bank.questions}
    assert BEFORE["real"].keys() <= slugs
    assert {slug: genanki.guid_for("question", slug) for slug in BEFORE["real"]} == BEFORE["real"]


@pytest.mark.parametrize(
    "new",
    [
        "**Who notices delay first?** Whoever calls, and then the pager.",
        "**Who notices [delay](../glossary/rto.md) first?** The callers.",
        "**Who *notices* delay, first?** The callers.",
        "**WHO notices delay first?** The callers.",
    ],
)
def test_a_card_stays_while_its_question_does(collection: Collection, bank_loaded: Loaded, tmp_path: Path, new: str) -> None:
    take_in(collection, deck_of(bank_loaded.bank), tmp_path)
    notes = collection.note_count()
    log = take_in(collection, deck_of(changed(bank_loaded.bank, CARD, new)), tmp_path)
    assert (len(log.new), collection.note_count()) == (0, notes)


def test_order_does_not_matter(collection: Collection, bank_loaded: Loaded, tmp_path: Path) -> None:
    take_in(collection, deck_of(bank_loaded.bank), tmp_path)
    text = (BANK / "questions/first.md").read_text(encoding="utf-8")
    cards = re.findall(r"^- \*\*.*\n", text, re.MULTILINE)
    assert len(cards) == 4
    log = take_in(collection, deck_of(changed(bank_loaded.bank, "".join(cards), "".join(reversed(cards)))), tmp_path)
    assert len(log.new) == 0


def test_a_reworded_question_is_a_new_card_and_the_others_keep_theirs(
    collection: Collection, bank_loaded: Loaded, tmp_path: Path
) -> None:
    take_in(collection, deck_of(bank_loaded.bank), tmp_path)
    found = collection.find_cards('"note:The SRE Interview: flashcard"')
    collection.sched.set_due_date(found, "12")
    due = {number: collection.get_card(number).due for number in found}
    log = take_in(collection, deck_of(changed(bank_loaded.bank, CARD, CARD.replace("first", "soonest"))), tmp_path)
    assert len(log.new) == 1
    assert {number: collection.get_card(number).due for number in found} == due


def test_sub_decks_are_there_where_there_is_something_in_them(
    collection: Collection, bank_loaded: Loaded, tmp_path: Path
) -> None:
    documents = dict(bank_loaded.bank.documents)
    text = (BANK / "questions/third.md").read_text(encoding="utf-8")
    without = re.sub(r"## Flashcards\n.*?(?=## Sources)", "", text, flags=re.DOTALL)
    document, _ = read(without.encode(), "docs/questions/third.md")
    assert document
    assert not document.flashcards
    take_in(collection, deck_of(bank_of({**documents, document.path: document})), tmp_path)
    names = {deck.name.removeprefix("The SRE Interview::") for deck in collection.decks.all_names_and_ids()}
    assert {"Alpha waves::Questions", "Alpha waves::Flashcards", "Alpha waves::Glossary", "Beta tests::Questions"} <= names
    assert "Beta tests::Flashcards" not in names


def test_a_term_is_asked_in_both_directions(collection: Collection, bank_loaded: Loaded, tmp_path: Path) -> None:
    take_in(collection, deck_of(bank_loaded.bank), tmp_path)
    terms = collection.find_notes('"note:The SRE Interview: term"')
    assert len(terms) == len(bank_loaded.bank.terms)
    name, definition = (card.question() for card in collection.get_note(terms[0]).cards())
    assert collection.get_note(terms[0])["Term"] in name
    assert collection.get_note(terms[0])["Definition"] in definition


ORDERS = [
    "[sound:x.mp3]",
    "[latex]x[/latex]",
    "[$]x[/$]",
    "[$$]x[/$$]",
    "{{c1::x}}",
    "{{{c1::x}}}",
    "[anki:tts lang=en]x[/anki:tts]",
]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("place", ["The pager rings.", "I would look", "Names a product.", "The callers.", "How would you drain"])
def test_words_that_anki_would_act_on_arrive_as_text(
    collection: Collection, bank_loaded: Loaded, tmp_path: Path, place: str, order: str
) -> None:
    bank = changed(bank_loaded.bank, place, f"{place} `{order}` {order} ")
    take_in(collection, deck_of(bank), tmp_path)
    shown: list[Any] = []
    for number in collection.find_cards(""):
        card = collection.get_card(number)
        assert card.question_av_tags() == card.answer_av_tags() == []
        shown.append(unescape(card.answer()))
    assert any(order in text for text in shown)
    assert not any("<img" in text or "latex.svg" in text for text in shown)
    assert not [note for note in map(collection.get_note, collection.find_notes("")) if "{{c1" in " ".join(note.fields)]


def test_a_formula_is_no_formula_and_tags_stay_whole() -> None:
    assert inert(r'a \(b\) <a href="x" title="\(y\) [z]">c</a>') == (
        r'a \<span></span>(b\<span></span>) <a href="x" title="\(y\) &#91;z]">c</a>'
    )
