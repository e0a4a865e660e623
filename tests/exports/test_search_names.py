"""What the search knows of every page, before it looks into the full text."""

from __future__ import annotations

import json

from macros.catalogue.abbreviations import ABBREVIATIONS
from macros.catalogue.relations import Catalogue
from macros.exports.search_names import PATH, search_names
from macros.reading.folder import Loaded


def test_every_page_has_its_names(loaded: Loaded) -> None:
    data = json.loads(search_names(Catalogue(loaded.bank))[PATH])
    pages = {page["address"]: page for page in data["pages"]}
    assert len(pages) == len(loaded.bank.documents)
    rto, elk = pages["glossary/rto/"], pages["glossary/elk-stack/"]
    assert rto["names"] == ["Recovery time objective", "RTO"]
    assert rto["kind"] == "term"
    assert rto["says"].startswith("The longest")
    assert "Elastic Stack" in elk["names"]
    assert pages["downloads/"]["names"] == ["downloads"]
    assert pages["questions/"]["names"] == []
    assert all(len(page["says"]) <= 130 for page in data["pages"])
    assert data["words"] == ABBREVIATIONS


def test_the_same_pages_give_the_same_bytes(bank_loaded: Loaded) -> None:
    assert search_names(Catalogue(bank_loaded.bank)) == search_names(Catalogue(bank_loaded.bank))


def test_an_abbreviation_stands_for_words_that_pages_use(loaded: Loaded) -> None:
    documents = loaded.bank.documents.values()
    text = " ".join(f"{document.title} {document.intro} {' '.join(s.text for s in document.sections)}" for document in documents)
    aka = " ".join(name for term in loaded.bank.terms for name in term.fields.aka)
    words = f"{text} {aka}".lower()
    assert [written for written in ABBREVIATIONS.values() if written not in words] == []
    assert list(ABBREVIATIONS) == sorted(ABBREVIATIONS, key=lambda word: (word[0].isdigit(), word))
