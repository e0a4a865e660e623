"""The flashcards of a question page: they turn by click, by Enter and by tap, without JavaScript, and print as a list."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.test_browser import context, visit

__all__ = ["context"]  # a fixture

PAGE = "questions/burn-rate-alert-design/"
ANSWER = "The error rate divided by the rate the SLO allows."
COLUMNS = (
    "[...new Set([...document.querySelectorAll('.flashcard')].map((card) => Math.round(card.getBoundingClientRect().left)))]"
)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_card_turns_by_click_and_by_enter(browser: Browser, server: str, javascript: bool) -> None:
    context = browser.new_context(java_script_enabled=javascript, viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(server + PAGE)
    page.locator("details.fold-flashcards > summary").tap()
    cards = page.locator("details.flashcard")
    assert cards.count() == 6
    answer = page.get_by_text(ANSWER)
    assert not answer.is_visible()
    cards.first.locator("summary").tap()
    assert answer.is_visible()
    assert page.locator("details.flashcard[open]").count() == 1
    cards.first.locator("summary").press("Enter")
    assert not answer.is_visible()
    context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_cards_print_in_two_columns(browser: Browser, server: str, javascript: bool) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(server + PAGE)
    page.emulate_media(media="print")
    assert page.get_by_text(ANSWER).is_visible()
    if javascript:
        assert len(page.evaluate(COLUMNS)) == 2
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) <= 8
    context.close()


def test_an_address_opens_its_card(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(f"{server}{PAGE}#card-whatisaburnrate")
    assert made.page.get_by_text(ANSWER).is_visible()
    assert made.page.locator("details.flashcard[open]").count() == 1
    assert made.messages == []


def test_the_reason_stands_above_the_grades_and_no_notice_below_the_answer(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(server + PAGE)
    made.page.locator("[data-folds=open]").click()
    reason = made.page.locator("#what-interviewers-look-for > p").first
    assert reason.text_content() == (
        "This shows whether you can get from an SLO to a pager rule, and whether you think about the person being paged."
    )
    assert made.page.locator("#short-answer .notice").count() == 0
    assert re.fullmatch(r"\d+ min read", made.page.locator(".facts span").nth(2).inner_text())
    made.go(f"{server}questions/capacity-planning-approach/")
    assert made.page.locator("#short-answer .notice").count() == 1
