"""The list of questions in a real Chromium: four filters at once, counted, and kept in the address."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.model import Level, Question, QuestionKind
from macros.reading.folder import Loaded
from tests.browser.test_browser import RECORD_SHIFTS, Visit, context, visit

__all__ = ["context"]  # a fixture

SENIOR = {Level.SENIOR, Level.STAFF}


def shown(page: Page) -> set[str]:
    return set(page.locator("li[data-topic] > a:visible").all_inner_texts())


def titles(loaded: Loaded, fits: Callable[[Question], bool]) -> set[str]:
    found = {question.document.title for question in loaded.bank.questions if fits(question)}
    assert 0 < len(found) < len(loaded.bank.questions), "a filter that leaves nothing, or everything, proves nothing"
    return found


def address(page: Page) -> SplitResult:
    return urlsplit(str(page.evaluate("location.href")))


@pytest.fixture
def at(context: BrowserContext, server: str) -> Visit:
    made = visit(context)
    made.go(f"{server}questions/")
    return made


def test_all_filters_work_at_once_and_are_counted(at: Visit, loaded: Loaded) -> None:
    page, result = at.page, at.page.locator("output")
    every = len(loaded.bank.questions)
    expect(result).to_have_text(f"{every} questions")
    page.get_by_label("senior", exact=True).check()
    page.get_by_label("staff", exact=True).check()
    expected = titles(loaded, lambda q: q.fields.level in SENIOR)
    assert shown(page) == expected
    expect(result).to_have_text(f"{len(expected)} of {every} questions")
    page.get_by_label("design", exact=True).check()
    expected = titles(loaded, lambda q: q.fields.level in SENIOR and q.fields.kind is QuestionKind.DESIGN)
    assert shown(page) == expected
    page.get_by_label("Topic").select_option("overload")
    expected = titles(
        loaded,
        lambda q: q.fields.level in SENIOR and q.fields.kind is QuestionKind.DESIGN and q.fields.topic == "overload",
    )
    assert shown(page) == expected
    expect(page.locator(".text > h2:visible")).to_have_count(1)
    page.get_by_label("Filter by title").fill("shedding LOAD")
    assert shown(page) == {title for title in expected if "load" in title.lower() and "shedding" in title.lower()} != set()
    page.get_by_label("Filter by title").fill("no question says this")
    assert shown(page) == set()
    expect(result).to_have_text(f"0 of {every} questions")
    assert at.messages == []


def test_a_filtered_list_has_an_address_that_can_be_sent(at: Visit, context: BrowserContext) -> None:
    at.page.get_by_label("Topic").select_option("overload")
    at.page.get_by_label("mid", exact=True).check()
    at.page.get_by_label("senior", exact=True).check()
    at.page.get_by_label("Filter by title").fill("retry & back")
    assert address(at.page).query == "text=retry%20%26%20back&topic=overload&level=mid,senior"
    at.page.get_by_label("Filter by title").fill("how")
    other = visit(context)
    other.go(address(at.page).geturl())
    assert shown(other.page) == shown(at.page) != set()
    expect(other.page.get_by_label("senior", exact=True)).to_be_checked()
    expect(other.page.get_by_label("Filter by title")).to_have_value("how")


def test_clear_brings_everything_back(at: Visit, loaded: Loaded) -> None:
    clear = at.page.get_by_role("button", name="Clear filters")
    expect(clear).to_be_hidden()
    at.page.get_by_label("incident", exact=True).check()
    clear.click()
    expect(clear).to_be_hidden()
    expect(at.page.locator("output")).to_have_text(f"{len(loaded.bank.questions)} questions")
    assert address(at.page).query == ""


def test_only_titles_are_searched(at: Visit, loaded: Loaded) -> None:
    at.page.get_by_label("Filter by title").fill("senior")
    assert shown(at.page) == {q.document.title for q in loaded.bank.questions if "senior" in q.document.title.lower()}


def test_clear_keeps_the_keyboard_in_the_form(at: Visit) -> None:
    at.page.get_by_label("incident", exact=True).check()
    at.page.get_by_role("button", name="Clear filters").press("Enter")
    expect(at.page.locator("output")).to_be_focused()


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("query", ["", "?topic=slos", "?level=senior&kind=design", "#kit=load-shedding-design"])
def test_nothing_shifts(browser: Browser, server: str, width: int, query: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    made = visit(context)
    made.page.add_init_script(RECORD_SHIFTS)
    made.go(f"{server}questions/{query}")
    assert made.page.evaluate("shift") == 0
    context.close()


@pytest.mark.parametrize("query", ["topic=nowhere&level=principal", "level=%3Cscript%3E&kind=,,", "text=%E0%A4%A"])
def test_a_crafted_address_does_no_harm(context: BrowserContext, server: str, query: str) -> None:
    made = visit(context)
    made.go(f"{server}questions/?{query}")
    expect(made.page.get_by_label("Topic")).to_have_value("")
    assert made.page.locator("input:checked").count() == 0
    assert made.messages == []


def test_on_a_phone_level_and_kind_wait_behind_a_button(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    made = visit(context)
    made.go(f"{server}questions/")
    more, level = made.page.get_by_role("button", name="Level and type"), made.page.get_by_label("staff", exact=True)
    expect(level).to_be_hidden()
    expect(more).to_have_attribute("aria-expanded", "false")
    assert made.page.locator("li[data-topic] > a").first.bounding_box()["y"] < 800  # type: ignore[index]
    more.press("Enter")
    level.check()
    expect(more).to_have_attribute("aria-expanded", "true")
    made.page.reload()
    expect(level).to_be_checked()
    expect(level).to_be_visible()  # what is chosen is not out of sight
    more.click()
    expect(level).to_be_hidden()
    expect(more).to_have_text("Level and type (1)")
    made.page.evaluate("history.pushState(null, '', '?level=senior')")
    made.page.evaluate("history.pushState(null, '', '?topic=slos')")
    made.page.go_back()
    expect(made.page.get_by_label("senior", exact=True)).to_be_visible()
    context.close()


def test_without_javascript_it_is_the_whole_list_by_topic(browser: Browser, server: str, loaded: Loaded) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}questions/?level=staff")
    assert shown(page) == {question.document.title for question in loaded.bank.questions}
    expect(page.get_by_role("search")).to_be_hidden()
    context.close()
