"""The view of each kind of page, and what MkDocs is given of it."""

from __future__ import annotations

import pytest

from macros.catalogue.own_pages import OWN_PAGES
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site, site_from
from macros.pages.kit import UnknownKitView
from macros.pages.page import page_meta, view_of
from macros.pages.parts import OwnView, QuestionView, TermView, View
from macros.pages.practice import PracticeView
from macros.pages.topic import TopicView
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.conftest import BANK, THEME

LOCAL = site_from({})
SITE = Site("https://host.example/", "https://github.com/o/r")


def view(loaded: Loaded, path: str) -> View:
    return view_of(Catalogue(loaded.bank), loaded.bank.documents[path], SITE)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("docs/questions/first.md", QuestionView),
        ("docs/topics/alpha.md", TopicView),
        ("docs/glossary/rto.md", TermView),
        ("docs/index.md", OwnView),
        ("docs/questions/index.md", OwnView),
    ],
)
def test_every_kind_has_its_view(path: str, kind: type[View], bank_loaded: Loaded) -> None:
    assert type(view(bank_loaded, path)) is kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [("docs/practice.md", PracticeView), ("docs/mock.md", UnknownKitView), ("docs/build.md", UnknownKitView)],
)
def test_pages_that_a_script_fills_have_what_it_needs(path: str, kind: type[View], loaded: Loaded) -> None:
    shown = view(loaded, path)
    assert type(shown) is kind
    assert (THEME / "partials" / "site" / f"{shown.template}.html").is_file()


def test_what_stands_below_a_page_of_ours_is_a_template_that_is_there() -> None:
    for path, own in OWN_PAGES.items():
        assert not own.template or (THEME / "partials" / "site" / f"{own.template}.html").is_file(), path


def test_previous_and_next_follow_the_topic_list(bank_loaded: Loaded) -> None:
    first, second = (view(bank_loaded, f"docs/questions/{name}.md") for name in ("first", "second"))
    assert isinstance(first, QuestionView)
    assert isinstance(second, QuestionView)
    assert first.previous is not None
    assert second.next is not None
    assert (first.previous.slug, first.next, second.previous, second.next.slug) == ("second", None, None, "first")


def test_related_questions_come_from_links_in_both_directions(bank_loaded: Loaded) -> None:
    catalogue = Catalogue(bank_loaded.bank)
    first, second = (catalogue.question[f"docs/questions/{name}.md"] for name in ("first", "second"))
    assert catalogue.related(second)[0] == first
    assert catalogue.related(first)[0] == second


def test_used_in_and_topics_of_a_term(bank_loaded: Loaded) -> None:
    term = view(bank_loaded, "docs/glossary/rpo.md")
    assert isinstance(term, TermView)
    assert [entry.title for entry in term.used_in] == ["Why did the cache make the outage longer?"]
    assert [entry.title for entry in term.topics] == ["Alpha waves", "Beta tests", "Gamma rays"]


def test_a_story_goes_before_the_rubric(bank_loaded: Loaded) -> None:
    for question in bank_loaded.bank.questions:
        shown = view(bank_loaded, question.document.path)
        assert isinstance(shown, QuestionView)
        lines = (BANK.parent / question.document.path).read_text(encoding="utf-8").split("\n")
        assert lines[shown.story_line - 1] == "## What interviewers look for"


def test_a_page_that_could_not_be_read_has_no_view(bank_loaded: Loaded) -> None:
    assert page_meta(Catalogue(bank_loaded.bank), "docs/questions/none.md", LOCAL) == {}


def test_the_front_matter_stays_beside_the_view(bank_loaded: Loaded) -> None:
    meta = page_meta(Catalogue(bank_loaded.bank), "docs/questions/first.md", LOCAL)
    assert (meta["topic"], meta["level"], meta["title"]) == ("alpha", "mid", "How would you drain a queue that only grows?")
    assert meta["description"] == meta["view"].frame.description


def test_of_a_front_matter_only_what_a_page_may_have_is_kept(bank_loaded: Loaded) -> None:
    """While serving, a page is shown that the rules refuse: what MkDocs and its plugins obey must not come through."""
    odd = b"---\ntemplate: redirect.html\nlocation: javascript:alert(1)\nrender_macros: true\nhide: x\ntitle: <script>\n---\n\n# One?\n\nx\n"
    document, _ = read(odd, "docs/questions/odd.md")
    assert document is not None
    catalogue = Catalogue(bank_of({**bank_loaded.bank.documents, document.path: document}))
    meta = page_meta(catalogue, document.path, LOCAL)
    assert set(meta) == {"title", "description", "view", "structured_data"}
    assert meta["title"] == "One?"
    assert type(meta["view"]) is OwnView
