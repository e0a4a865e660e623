"""Kits: what candidates are told, and the scorecard that interviewers print."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from macros.catalogue.kit_items import kit_items
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site
from macros.checks.kits import kit_can_be_run
from macros.model import Kit, Level
from macros.pages.kit import KitView
from macros.pages.kits_index import kit_list
from macros.pages.page import view_of
from macros.pages.posting import posting_of
from macros.publishing.templates import Templates
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.browser.test_browser import context, visit
from tests.conftest import BANK, DOCS, ROOT, VIEWS

__all__ = ["context"]  # a fixture

KITS = sorted(path.stem for path in (ROOT / "docs/kits").glob("*.md") if path.stem != "index")
WANTED = {"junior-sre", "mid-sre", "senior-sre", "staff-sre", "distributed-data", "reliability-under-load"}
TEXT = """---
level: mid
minutes: 30
added: 2026-11-01
reviewed: 2026-11-02
---

# A short hour

For people who like *queues*.

1. [Drain a queue](../questions/first.md), 20 minutes
2. [A second](../questions/second.md), 10 minutes
"""


def with_kit(loaded: Loaded, text: str = TEXT, **replaced: tuple[str, str]) -> tuple[Catalogue, Kit]:
    """The miniature bank with one kit in it, and with edits of its questions."""
    documents = dict(loaded.bank.documents)
    for name, (old, new) in replaced.items():
        path = f"docs/questions/{name}.md"
        source = (BANK.parent / path).read_text(encoding="utf-8")
        assert old in source
        document, _ = read(source.replace(old, new).encode(), path)
        assert document
        documents[path] = document
    document, _ = read(text.encode(), "docs/kits/short.md")
    assert document
    catalogue = Catalogue(bank_of({**documents, "docs/kits/short.md": document}))
    return catalogue, catalogue.bank.kits[0]


def test_six_kits_are_there() -> None:
    assert set(KITS) >= WANTED


def test_a_sound_kit_has_no_problem(bank_loaded: Loaded) -> None:
    catalogue, _ = with_kit(bank_loaded)
    assert list(kit_can_be_run(catalogue.bank)) == []


def test_questions_of_one_kind_are_refused(bank_loaded: Loaded) -> None:
    catalogue, _ = with_kit(bank_loaded, second=("kind: concept", "kind: design"))
    assert [problem.message for problem in kit_can_be_run(catalogue.bank)] == ["All questions are the same kind."]


def test_the_scorecard_follows_the_questions(bank_loaded: Loaded) -> None:
    catalogue, kit = with_kit(bank_loaded)
    view = view_of(catalogue, kit.document, Site("https://owner.github.io/project/", None))
    assert isinstance(view, KitView)
    first = catalogue.question["docs/questions/first.md"].document
    card = view.scorecard.cards[0]
    assert (card.title, card.minutes, card.address) == (first.title, 20, "questions/first/")
    assert card.prompt == ("The pager rings. Somebody asks you this.",)
    assert [grade.name for grade in card.grades] == ["Weak", "Good", "Great"]
    assert all(grade.text and "[" not in grade.text for grade in card.grades)
    assert 1 <= len(card.follow_ups) <= 2
    assert view.scorecard.kinds == ("concept", "design")
    assert view.scorecard.posting.address == "https://owner.github.io/project/kits/short/"
    assert view.change == "build/#kit=first:20,second:10&name=A%20short%20hour&level=mid"


def test_the_list_is_in_order_of_level_and_tells_for_whom(loaded: Loaded, bank_loaded: Loaded) -> None:
    catalogue, _ = with_kit(bank_loaded)
    templates, page = Templates(VIEWS), "docs/kits/index.md"
    site = Site("https://owner.github.io/project/", None)
    posting = functools.partial(posting_of, catalogue, site=site)
    shown = templates.render(kit_list(catalogue, posting), page)
    assert "mid, 30 minutes, 2 questions" in shown
    assert "For people who like queues" in shown
    real = Catalogue(loaded.bank)
    levels = [kit.level for kit in kit_list(real, functools.partial(posting_of, real, site=site)).kits]
    assert levels == sorted(levels, key=list(Level).index)
    assert templates.render(kit_list(Catalogue(bank_of({})), posting), page) == "There are no kits yet."


def test_each_kit_of_the_list_has_the_text_for_a_posting(context: BrowserContext, server: str, site_address: Site) -> None:
    """The same that the kit's own page offers."""
    made = visit(context)
    made.go(f"{server}kits/senior-sre/")
    wanted = made.page.locator("#posting-markdown-text").text_content()
    made.go(f"{server}kits/")
    button = made.page.get_by_role("button", name="Copy the job posting text: Senior site reliability engineer")
    button.click()
    expect(button).to_have_text("Copied")
    copied = str(made.page.evaluate("navigator.clipboard.readText()"))
    assert copied == str(wanted).strip()
    assert f"]({site_address.address}kits/senior-sre/)" in copied
    assert made.page.locator("[data-copy]").count() == len(KITS)
    assert made.page.url.endswith("/kits/")


@pytest.mark.parametrize("name", KITS)
def test_the_page_shows_every_question_with_its_grades(name: str, loaded: Loaded, built: Path) -> None:
    document = loaded.bank.documents[f"docs/kits/{name}.md"]
    page = (built / "kits" / name / "index.html").read_text(encoding="utf-8")
    items = kit_items(document)
    assert page.count('<article class="card">') == len(items) >= 3
    assert page.count('class="grade grade-great"') == len(items)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("kit", sorted(path.stem for path in (DOCS / "kits").glob("*.md") if path.stem != "index"))
def test_it_prints_as_a_scorecard_without_javascript(browser: Browser, server: str, kit: str, paper: str) -> None:
    """Nothing but the scorecard, and at most one sheet for each question."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}kits/{kit}/")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="Scorecard for interviewers").is_visible()
    assert not page.get_by_role("heading", name="What to expect").is_visible()
    assert not page.get_by_role("navigation").first.is_visible()
    assert page.locator(".card").count() == 5
    pages = len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format=paper)))
    assert pages == 2  # four questions and the recommendation
    context.close()


def test_a_button_prints_the_scorecard(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.page.add_init_script("window.print = () => (document.title = 'printed')")
    made.go(f"{server}kits/senior-sre/")
    made.page.get_by_role("button", name="Print the scorecard").click()
    assert made.page.title() == "printed"
