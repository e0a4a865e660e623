"""What the macros write, with nought, one and many entries, against blessed output in tests/expected/."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site, site_from
from macros.pages import glossary_index as glossary
from macros.pages import home
from macros.pages import parts as views
from macros.pages.page import page_context
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.conftest import BANK

EXPECTED = Path(__file__).parent.parent / "expected"
VIEWS = {
    "question_list": (views.question_list, "docs/questions/index.md"),
    "topic_index": (views.topic_index, "docs/topics/index.md"),
    "glossary": (glossary.glossary, "docs/glossary/index.md"),
}
LOCAL = site_from({})


def only(loaded: Loaded, *kept: str) -> Catalogue:
    return Catalogue(bank_of({path: document for path, document in loaded.bank.documents.items() if path in kept}))


ONE = ("docs/questions/third.md", "docs/topics/beta.md", "docs/glossary/rto.md")
SELECTIONS: dict[str, Callable[[Loaded], Catalogue]] = {
    "none": lambda loaded: only(loaded),
    "one": lambda loaded: only(loaded, *ONE),
    "many": lambda loaded: Catalogue(loaded.bank),
}


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("number", SELECTIONS)
def test_view(name: str, number: str, bank_loaded: Loaded) -> None:
    view, page = VIEWS[name]
    text = view(SELECTIONS[number](bank_loaded), page)
    assert text == (EXPECTED / f"{name}-{number}.md").read_text(encoding="utf-8").removesuffix("\n")


def test_previous_and_next_follow_the_topic_list(bank_loaded: Loaded) -> None:
    catalogue = Catalogue(bank_loaded.bank)
    first, second = (catalogue.question[f"docs/questions/{name}.md"] for name in ("first", "second"))
    assert [q.document.slug for q in catalogue.of_topic["alpha"]] == ["second", "first"]  # junior before mid
    assert catalogue.neighbours(second) == (None, first)
    assert catalogue.neighbours(first) == (second, None)


def test_related_questions_come_from_links_in_both_directions(bank_loaded: Loaded) -> None:
    catalogue = Catalogue(bank_loaded.bank)
    first, second = (catalogue.question[f"docs/questions/{name}.md"] for name in ("first", "second"))
    assert catalogue.related(second)[0] == first
    assert catalogue.related(first)[0] == second


def test_used_in_and_topics_of_a_term(bank_loaded: Loaded) -> None:
    context = page_context(Catalogue(bank_loaded.bank), "docs/glossary/rpo.md", LOCAL)
    assert [entry["title"] for entry in context["used_in"]] == ["Why did the cache make the outage longer?"]
    assert [entry["title"] for entry in context["topics"]] == ["Alpha waves", "Beta tests", "Gamma rays"]


def test_a_page_that_could_not_be_read_has_no_context(bank_loaded: Loaded) -> None:
    assert page_context(Catalogue(bank_loaded.bank), "docs/questions/none.md", LOCAL) == {}


def test_the_same_files_give_the_same_text(bank_loaded: Loaded) -> None:
    backwards = bank_of(dict(reversed(list(bank_loaded.bank.documents.items()))))
    for view, page in VIEWS.values():
        assert view(Catalogue(backwards), page) == view(Catalogue(bank_loaded.bank), page)


def test_markup_in_a_title_stays_text() -> None:
    title = "Is `{{ 7*7 }}` *safe* [here](x) & <b>there</b>?"
    document, _ = read(f"# {title}\n\nx\n".encode(), "docs/topics/odd.md")
    assert document is not None
    shown = views.link(document, "docs/topics/index.md")
    assert not set("`*{}<>") & set(shown)
    assert shown.count("[") == shown.count("](") == 1


@pytest.mark.parametrize(
    ("environment", "address", "repository"),
    [
        ({}, "http://localhost:8000/", None),
        ({"GITHUB_REPOSITORY": "Owner/Project"}, "https://owner.github.io/Project/", "https://github.com/Owner/Project"),
        ({"GITHUB_REPOSITORY": "Owner/owner.github.io"}, "https://owner.github.io/", "https://github.com/Owner/owner.github.io"),
        (
            {"GITHUB_REPOSITORY": "o/p", "SITE_URL": "https://interviews.example"},
            "https://interviews.example/",
            "https://github.com/o/p",
        ),
    ],
)
def test_addresses_come_from_the_environment(environment: dict[str, str], address: str, repository: str | None) -> None:
    site = site_from(environment)
    assert (site.address, site.repository) == (address, repository)


def test_a_story_goes_before_the_rubric(bank_loaded: Loaded) -> None:
    for question in bank_loaded.bank.questions:
        context = page_context(
            Catalogue(bank_loaded.bank), question.document.path, Site("https://host.example/", "https://github.com/o/r")
        )
        lines = (BANK.parent / question.document.path).read_text(encoding="utf-8").split("\n")
        assert lines[context["story_line"] - 1] == "## What interviewers look for"


def test_the_home_page_offers_what_can_be_tried_in_a_minute(bank_loaded: Loaded) -> None:
    """Of questions that are equally new, one to compute or explain comes before a design or a story."""
    catalogue = Catalogue(bank_loaded.bank)
    newest = max(question.fields.added for question in bank_loaded.bank.questions)
    kinds = {question.fields.kind for question in bank_loaded.bank.questions if question.fields.added == newest}
    shown = home.try_one(catalogue)
    assert "<span>concept</span>" in shown
    assert "concept" in kinds
    assert "design" in kinds
