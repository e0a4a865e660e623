"""The search in a real Chromium: what people type, parts that do not come, and what nobody should type."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, Route, expect
from playwright.sync_api import TimeoutError as TooLate

from tests.browser.test_browser import QUESTION, Visit, context, visit
from tests.conftest import THEME

__all__ = ["context"]  # a fixture

SEARCHES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("searches.yml").read_text(encoding="utf-8"))
VENDOR = THEME / "assets/javascripts/vendor"
NEAR = 3
WAIT = 60_000


@pytest.fixture
def at(context: BrowserContext, server: str) -> Iterator[Visit]:
    """A question page with the search open."""
    made = visit(context)
    made.go(server + QUESTION)
    opened(made.page)
    yield made
    assert made.messages == []


def opened(page: Page) -> None:
    """A slow machine may not listen yet."""
    field = page.get_by_role("searchbox", name="Search questions and terms")
    for _ in range(20):
        page.keyboard.press("/")
        try:
            field.wait_for(timeout=3_000)
        except TooLate:
            continue
        break
    expect(field).to_be_focused(timeout=WAIT)


def search(page: Page, query: str) -> None:
    """Type it, and wait for all that comes of it."""
    page.get_by_role("searchbox").fill(query)
    page.locator(".search ul[aria-busy=false]").wait_for(state="attached", timeout=WAIT)


def found(page: Page, server: str) -> list[str]:
    """Addresses of the results below the site, without their anchors."""
    links: list[str] = page.locator(".search li a").evaluate_all("links => links.map((link) => link.href)")
    return [link.removeprefix(server).partition("#")[0] for link in links]


def status(page: Page) -> str:
    return page.get_by_role("dialog").get_by_role("status").inner_text()


def wrong(page: Page, server: str, case: dict[str, Any]) -> str:
    """What is wrong with the answer to one query, or nothing."""
    search(page, case["find"])
    pages, said = found(page, server), status(page)
    right = [
        pages[:1] == [case["first"]] if "first" in case else True,
        case["near"] in pages[:NEAR] if "near" in case else True,
        (not pages and said.startswith("Nothing found for “") and "all questions" in said) if "nothing" in case else bool(pages),
        f"Did you mean {case['meant']}?" in said if "meant" in case else "Did you mean" not in said,
        all(f"“{word}”" in said for word in case.get("without", ())),
    ]
    return "" if all(right) else f"{case}: {said} {pages[:NEAR]}"


def test_what_people_type_leads_to_the_page(at: Visit, server: str) -> None:
    problems = [problem for case in SEARCHES if (problem := wrong(at.page, server, case))]
    assert not problems, "\n".join(problems)


def test_the_table_is_about_pages_that_exist(built: Path) -> None:
    assert len(SEARCHES) >= 80
    assert len({case["find"] for case in SEARCHES}) == len(SEARCHES)
    wanted = [case[key] for case in SEARCHES for key in ("first", "near") if key in case]
    assert [page for page in wanted if not (built / page / "index.html").is_file()] == []


def test_the_question_of_a_typo_is_a_button(at: Visit, server: str) -> None:
    search(at.page, "capcity planning")  # what people type
    at.page.get_by_role("button", name="capacity planning", exact=True).click()
    expect(at.page.get_by_role("searchbox")).to_have_value("capacity planning")
    expect(at.page.get_by_role("searchbox")).to_be_focused()
    at.page.locator(".search ul[aria-busy=false]").wait_for(state="attached", timeout=WAIT)
    assert "Did you mean" not in status(at.page)
    assert found(at.page, server)[0] == "glossary/capacity-planning/"


def test_a_term_says_what_it_means(at: Visit) -> None:
    search(at.page, "rto")
    first = at.page.locator(".search li").first
    expect(first.locator(".what")).to_have_text("Term")
    expect(first.locator(".excerpt")).to_contain_text("longest")


def test_a_phrase_that_no_page_has_falls_back_on_its_words(at: Visit, server: str) -> None:
    search(at.page, '"budget error thresholds burn"')
    assert status(at.page).startswith('No page has “"budget error thresholds burn"” word for word.')
    assert "questions/burn-rate-alert-design/" in found(at.page, server)


def test_escape_closes_at_once(at: Visit) -> None:
    search(at.page, "quorum")
    at.page.keyboard.press("Escape")
    expect(at.page.locator(".search")).to_be_hidden()


@pytest.mark.parametrize(
    "part", ["pagefind.js", "pagefind-entry.json*", "*.pf_meta", "wasm*", "index/*", "fragment/*", "filter/*"]
)
def test_a_part_of_the_index_that_does_not_come_is_said(context: BrowserContext, server: str, part: str) -> None:
    """What the names alone find is still shown; the list of all questions is one step away."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def missing(route: Route) -> None:
        route.fulfill(status=404, content_type="text/html", body="<h1>Page not found</h1>")

    page.route(f"**/pagefind/{part}", missing)
    page.goto(server + QUESTION)
    opened(page)
    search(page, "quorum")
    assert "could not be loaded" in status(page)
    assert found(page, server)[0] == "glossary/quorum/"
    search(page, "kafka")
    assert "could not be loaded" in status(page)
    page.unroute(f"**/pagefind/{part}")
    if part not in {"pagefind.js", "wasm*"}:  # a browser may keep what it got for those
        search(page, "encrypt and rehearse the keys")
        assert QUESTION in found(page, server)  # the next query begins anew
    page.route(f"**/pagefind/{part}", missing)
    page.goto(server + QUESTION)
    opened(page)
    search(page, "rehearse")
    page.get_by_role("dialog").get_by_role("link", name="the list of all questions").click()
    page.wait_for_url(f"{server}questions/")


def test_without_the_names_the_full_text_still_answers(context: BrowserContext, server: str) -> None:
    page = context.new_page()
    page.route("**/names.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(server + QUESTION)
    opened(page)
    search(page, "quorum")
    assert "glossary/quorum/" in found(page, server)


def test_nothing_of_the_search_is_loaded_before_somebody_turns_to_it(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(server + QUESTION)
    parts = ("pagefind", "names.json", "minisearch", "/search/")
    assert [response.url for response in made.responses if any(part in response.url for part in parts)] == []
    opened(made.page)
    search(made.page, "quorum")
    assert all(any(part in response.url for response in made.responses) for part in parts)


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000,
        "retry " * 2_000,
        "?!.,;:-_#+*~'\"`^°§$%&/()=[]{}\\<>|",
        '"""',
        "“”",
        "التوفر العالي للأنظمة",
        "\u202eretry\u202c",
        "<img src=x onerror=alert(1)> retry",
        "<script>alert(1)</script>",
        "__proto__",
        "constructor toString",
        "😀 👩‍🚒",
        "\u0000\u0001",
        "a",
        "高可用性",
    ],
)
def test_bad_input_does_no_harm(at: Visit, query: str) -> None:
    search(at.page, query)
    assert at.page.locator(".search :is(img, script)").count() == 0
    assert at.page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert len(status(at.page)) < 500
    search(at.page, "quorum")
    expect(at.page.locator(".search li a").first).to_contain_text("Quorum")


def test_the_list_hands_on_what_no_title_holds(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(f"{server}questions/")
    practice = made.page.locator("[data-practise]")
    hand_on = made.page.get_by_role("button", name="Search the full text")
    expect(hand_on).to_be_hidden()
    made.page.get_by_label("Filter by title").fill("p99")
    expect(practice).to_have_attribute("aria-disabled", "true")
    assert practice.get_attribute("href") is None
    expect(hand_on).to_have_text("Search the full text for “p99”")
    hand_on.click()
    expect(made.page.get_by_role("searchbox", name="Search questions and terms")).to_have_value("p99")
    made.page.locator(".search ul[aria-busy=false]").wait_for(state="attached", timeout=WAIT)
    assert found(made.page, server)[0] == "glossary/percentile/"
    made.page.keyboard.press("Escape")
    made.page.get_by_label("Filter by title").fill("retry")
    expect(hand_on).to_be_hidden()
    expect(practice).to_have_attribute("aria-disabled", "false")
    made.page.get_by_label("Filter by title").fill("")
    made.page.get_by_label("senior", exact=True).check()
    assert (practice.get_attribute("href") or "").endswith("practice/?level=senior")
    assert made.messages == []


def test_the_library_is_as_published() -> None:
    """A new checksum means a new version: run the tests against it, then bless it here."""
    text = (VENDOR / "minisearch.js").read_bytes()
    assert hashlib.sha256(text).hexdigest()[:16] == "fbf1284e29ac8d68"
    assert b"MIT" in text.splitlines()[0]
    assert "Permission is hereby granted" in (VENDOR / "minisearch.LICENSE").read_text(encoding="utf-8")
