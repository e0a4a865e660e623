"""What readers take along, opened by programs that are not ours."""

from __future__ import annotations

import datetime
import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import feedparser
import pypdf
import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from ebooklib import epub as ebooklib

from macros.catalogue.addresses import download
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import FEED, Site
from macros.exports.api import all_terms, whole_questions
from macros.exports.api.documents import Question, Term
from macros.exports.books import books
from macros.exports.feed import feed
from macros.exports.figure_files import figure_files
from macros.model import Bank
from macros.model.changes import NO_HISTORY, Changes
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.conftest import BANK

SITE = Site("https://owner.github.io/project/", None)


def files_of(bank: Bank, changes: Changes = NO_HISTORY) -> dict[str, bytes]:
    catalogue = Catalogue(bank)
    return {FEED: feed(catalogue, SITE, changes), **books(*everything(catalogue), figure_files(catalogue), SITE, changes)}


def everything(catalogue: Catalogue) -> tuple[Catalogue, tuple[Question, ...], tuple[Term, ...]]:
    return catalogue, whole_questions(catalogue, SITE), all_terms(catalogue, SITE)


@pytest.fixture(scope="session")
def real(loaded: Loaded) -> dict[str, bytes]:
    return files_of(loaded.bank)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection of Anki's."""
    made = Collection(str(tmp_path / "collection.anki2"))
    yield made
    made.close()


def take_in(collection: Collection, deck: bytes, folder: Path) -> Any:
    file = folder / "deck.apkg"
    file.write_bytes(deck)
    options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=False, with_deck_configs=False)
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file), options=options)).log


def changed(bank: Bank, old: str, new: str, date: str = "2026-11-09") -> Bank:
    """The miniature bank with an edit of its first question, which was reviewed later."""
    source = (BANK / "questions/first.md").read_text(encoding="utf-8")
    assert old in source
    source = re.sub(r"reviewed: \S+", f"reviewed: {date}", source.replace(old, new))
    document, problems = read(source.encode(), "docs/questions/first.md")
    assert document
    assert not problems
    return bank_of({**bank.documents, document.path: document})


def test_same_pages_same_bytes(bank_loaded: Loaded, real: dict[str, bytes], loaded: Loaded) -> None:
    assert files_of(bank_loaded.bank) == files_of(bank_loaded.bank)
    assert files_of(loaded.bank) == real


def test_an_empty_bank_has_a_feed_and_no_books() -> None:
    assert list(files_of(bank_of({}))) == [FEED]


def test_anki_takes_in_every_question(collection: Collection, real: dict[str, bytes], tmp_path: Path, loaded: Loaded) -> None:
    log = take_in(collection, real[download("apkg")], tmp_path)
    questions = loaded.bank.questions
    cards = sum(len(question.document.flashcards) for question in questions)
    assert len(log.new) == len(questions) + cards + len(loaded.bank.terms)
    assert collection.card_count() == len(questions) + cards + 2 * len(loaded.bank.terms)
    decks = {deck.name for deck in collection.decks.all_names_and_ids()}
    assert "The SRE Interview::Overload and cascading failures::Questions" in decks
    note = collection.get_note(collection.find_notes("tag:level::senior tag:kind::debugging")[0])
    assert all(note.fields)
    assert note["Address"].startswith(SITE.address)
    assert not [field for found in collection.find_notes("") for field in collection.get_note(found).fields if "[^" in field]


def test_a_newer_deck_updates_cards_and_keeps_their_schedule(collection: Collection, bank_loaded: Loaded, tmp_path: Path) -> None:
    take_in(collection, files_of(bank_loaded.bank)[download("apkg")], tmp_path)
    before = collection.card_count()
    cards = {collection.get_card(found).note()["Address"]: collection.get_card(found) for found in collection.find_cards("")}
    first = cards[f"{SITE.address}questions/first/"]
    collection.sched.set_due_date([first.id], "12")
    due = collection.get_card(first.id).due
    newer = changed(bank_loaded.bank, "The pager rings.", "The telephone rings.")
    log = take_in(collection, files_of(newer)[download("apkg")], tmp_path)
    assert not log.new
    assert first.nid in {found.id.nid for found in log.updated}
    assert "The telephone rings." in collection.get_card(first.id).note()["Prompt"]
    assert collection.get_card(first.id).due == due
    assert collection.card_count() == before


def test_a_corrected_word_reaches_the_deck_the_feed_and_the_book_without_a_new_review(
    collection: Collection, bank_loaded: Loaded, tmp_path: Path
) -> None:
    path, reviewed = "docs/questions/first.md", {q.document.slug: q.fields.reviewed for q in bank_loaded.bank.questions}["first"]
    before = files_of(bank_loaded.bank)
    take_in(collection, before[download("apkg")], tmp_path)
    corrected = changed(bank_loaded.bank, "The pager rings.", "The telephone rings.", reviewed.isoformat())
    evening = datetime.datetime(2026, 11, 25, 17, 30, 5, tzinfo=datetime.UTC)
    terms = {term.document.path: datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC) for term in bank_loaded.bank.terms}
    now = files_of(corrected, Changes(terms | {path: evening}))
    log = take_in(collection, now[download("apkg")], tmp_path)
    updated = [collection.get_note(found.id.nid) for found in log.updated]
    assert any("The telephone rings." in note.fields[1] for note in updated)
    assert {note.fields[-1].partition("#")[0] for note in updated} == {f"{SITE.address}questions/first/"}
    again = take_in(collection, now[download("apkg")], tmp_path)
    assert not again.updated
    entries = {entry.link: entry.updated for entry in feedparser.parse(now[FEED]).entries}
    assert entries[f"{SITE.address}questions/first/"] == "2026-11-25T17:30:05Z"
    assert "2026-11-25T17:30:05Z" in zipfile.ZipFile(io.BytesIO(now[download("epub")])).read("book.opf").decode()


def test_a_renamed_question_stays_the_same_card(collection: Collection, bank_loaded: Loaded, tmp_path: Path) -> None:
    take_in(collection, files_of(bank_loaded.bank)[download("apkg")], tmp_path)
    before = collection.card_count()
    source = (BANK / "questions/first.md").read_text(encoding="utf-8")
    source = re.sub(r"reviewed: \S+", "reviewed: 2026-11-09\naliases: [first]", source)
    document, _ = read(source.encode(), "docs/questions/renamed.md")
    assert document
    documents = {path: other for path, other in bank_loaded.bank.documents.items() if path != "docs/questions/first.md"}
    renamed = files_of(bank_of({**documents, document.path: document}))
    take_in(collection, renamed[download("apkg")], tmp_path)
    assert collection.card_count() == before
    notes = [collection.get_note(found) for found in collection.find_notes("")]
    assert f"{SITE.address}questions/renamed/" in [note["Address"] for note in notes]
    entries = feedparser.parse(renamed[FEED]).entries
    assert {entry.id for entry in entries if "renamed" in entry.link} == {f"{SITE.address}questions/first/"}


def test_the_deck_is_a_sound_database(real: dict[str, bytes], tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(real[download("apkg")])) as archive:
        (tmp_path / "collection.anki2").write_bytes(archive.read("collection.anki2"))
    connection = sqlite3.connect(tmp_path / "collection.anki2")
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert connection.execute("select count(*) - count(distinct guid) from notes").fetchone() == (0,)
    connection.close()


def test_the_feed_is_read_by_a_foreign_reader(real: dict[str, bytes], loaded: Loaded) -> None:
    read_feed = feedparser.parse(real[FEED])
    assert not read_feed.bozo
    assert read_feed.version == "atom10"
    assert len(read_feed.entries) == min(50, len(loaded.bank.questions))
    updated = [entry.updated for entry in read_feed.entries]
    assert updated == sorted(updated, reverse=True)
    assert all(entry.title and entry.summary and entry.link.startswith(SITE.address) for entry in read_feed.entries)
    assert len({entry.id for entry in read_feed.entries}) == len(read_feed.entries)


def test_signs_of_markup_in_a_title_are_text_everywhere(bank_loaded: Loaded) -> None:
    title = next(line for line in (BANK / "questions/first.md").read_text(encoding="utf-8").splitlines() if line.startswith("# "))
    odd = '# Is `a < b & c` "x" #strong[y] \\* &lt;first> @z *bold* true?'
    bank = changed(bank_loaded.bank, title, odd)
    shown = bank.documents["docs/questions/first.md"].title
    files = files_of(bank)
    assert escape(shown, quote=False) in files[FEED].decode()
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(files[download("pdf")])).pages)
    assert "#strong[y]" in text
    with zipfile.ZipFile(io.BytesIO(files[download("epub")])) as archive:
        assert "a &lt; b &amp; c" in archive.read("first.xhtml").decode()


def test_the_book_is_read_by_a_foreign_reader(real: dict[str, bytes], tmp_path: Path, loaded: Loaded) -> None:
    file = tmp_path / "book.epub"
    file.write_bytes(real[download("epub")])
    book = ebooklib.read_epub(file)
    assert book.get_metadata("DC", "title")[0][0] == "The SRE Interview"
    names = {item.get_name() for item in book.get_items()}
    assert {f"{question.document.slug}.xhtml" for question in loaded.bank.questions} <= names
    assert len([name for name in names if name.endswith(".svg")]) == len(figure_files(Catalogue(loaded.bank)))
    with zipfile.ZipFile(file) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        for name in names:
            if name.endswith(".xhtml"):
                page = archive.read(name).decode()
                ids = set(re.findall(r' id="([^"]+)"', page))
                for target in re.findall(r'(?:href|src)="([^"]+)"', page):
                    path, _, anchor = target.partition("#")
                    assert path.startswith("https://") or path in {"", "book.css", *names}, (name, target)
                    assert path or anchor in ids, (name, target)


def test_the_pdf_has_contents_bookmarks_and_links_that_work(real: dict[str, bytes], loaded: Loaded) -> None:
    reader = pypdf.PdfReader(io.BytesIO(real[download("pdf")]))
    assert reader.metadata
    assert reader.metadata.title == "The SRE Interview"
    titles = flat(reader.outline)
    assert {question.document.title for question in loaded.bank.questions} <= set(titles)
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    addresses = [str(link["/A"]["/URI"]) for link in links if "/A" in link and "/URI" in link["/A"]]
    assert sum(address.startswith("https://") for address in addresses) == len(addresses) > 500
    assert len(links) - len(addresses) > 300  # contents, sources, other questions


def flat(outline: Any) -> list[str]:
    return [title for part in outline for title in (flat(part) if isinstance(part, list) else [part.title])]
