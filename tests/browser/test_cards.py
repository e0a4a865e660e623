"""Practice with flashcards and terms: by thumb and by keyboard, from one store with the questions."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.catalogue.relations import Catalogue
from macros.reading.folder import Loaded
from tests.browser.test_browser import Visit, visit
from tests.browser.test_practice import KEY, LOCK, WEAK, cards, download, store, stored, through, title

BURN = "burn-rate-alert-design.whatisaburnrate"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, accept_downloads=True, service_workers="block"
    )
    yield made
    made.close()


@pytest.fixture
def at(context: BrowserContext, server: str) -> Iterator[Visit]:
    """A first visit of the flashcards, on a phone."""
    made = visit(context)
    made.go(f"{server}practice/?mode=flashcards")
    yield made
    assert made.messages == []


def start(page: Page) -> None:
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".session .answer > *").first).to_be_attached()


def turn(page: Page, grade: str) -> None:
    """One card by its buttons."""
    where = page.locator(".where").inner_text()
    page.get_by_role("button", name="Show the answer").tap()
    page.locator(".quick").get_by_role("button", name=re.compile(f"^{grade} ")).tap()
    expect(page.locator(".where")).not_to_have_text(where)


def test_ten_cards_with_one_thumb(at: Visit) -> None:
    page = at.page
    page.get_by_role("button", name="Start").tap()
    expect(page.locator(".where")).to_have_text("1 of 10")
    heights = set()
    for number in range(1, 11):
        expect(page.locator(".where")).to_have_text(f"{number} of 10")
        expect(page.locator(".session .answer")).to_be_hidden()
        button = page.get_by_role("button", name="Show the answer")
        expect(button).to_be_in_viewport(ratio=1)
        heights.add(round((button.bounding_box() or {"y": 0})["y"]))
        button.tap()
        expect(page.locator(".session .answer")).to_be_in_viewport()
        good = page.locator(".quick").get_by_role("button", name=re.compile("^Good "))
        expect(good).to_be_in_viewport(ratio=1)
        assert (good.bounding_box() or {"height": 0})["height"] >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        good.tap()
    assert len(heights) == 1  # the thumb stays where it is
    expect(page.get_by_role("heading", name="Session summary")).to_be_visible()
    kept = stored(page)
    assert len(kept) == 10
    assert all("." in name and card["grade"] == "good" for name, card in kept.items())
    expect(page.locator(".keep .fold-hint")).to_have_text("0 questions, 10 flashcards graded, 0 due")
    assert not any("/api/v1/questions/" in response.url for response in at.responses)


def test_ten_cards_by_keyboard_alone(context: BrowserContext, server: str) -> None:
    made = visit(context)
    page = made.page
    made.go(f"{server}practice/?mode=flashcards&order=shuffle")
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    for number in range(1, 11):
        expect(page.locator(".where")).to_have_text(f"{number} of 10")
        expect(page.locator("#asked")).to_be_focused()
        page.keyboard.press("3")  # not before the card is turned
        page.keyboard.press("Enter" if number % 2 else " ")
        expect(page.locator(".answer")).to_be_focused()
        page.keyboard.press("2" if number % 3 else "3")
    expect(page.get_by_role("heading", name="Session summary")).to_be_focused()
    assert sorted(card["grade"] for card in stored(page).values()) == ["good"] * 7 + ["great"] * 3
    assert made.messages == []


@pytest.mark.parametrize("mode", ["", "flashcards"])
def test_what_was_weak_comes_again_in_the_same_session(context: BrowserContext, server: str, mode: str) -> None:
    grade = turn if mode else through
    made = visit(context)
    page = made.page
    made.go(f"{server}practice/?mode={mode}")
    start(page)
    first = title(page)
    grade(page, "Weak")
    expect(page.locator(".where")).to_have_text("2 of 11")
    page.keyboard.press("u")
    expect(page.locator(".where")).to_have_text("1 of 10")
    assert stored(page) == {}
    grade(page, "Weak")
    for _ in range(4):
        assert title(page) != first
        grade(page, "Good")
    expect(page.locator(".where")).to_have_text("6 of 11, again")
    assert title(page) == first
    grade(page, "Great")
    page.get_by_role("button", name="End session").click()
    counted = [int(cell or 0) for cell in page.locator(".summary td:not(:first-child)").all_inner_texts()]
    assert [sum(counted[place::3]) for place in range(3)] == [1, 4, 0]  # as it was graded first
    expect(page.locator(".summary li a")).to_have_text(first)
    assert sorted(card["reviews"] for card in stored(page).values()) == [1, 1, 1, 1, 2]
    assert made.messages == []


def test_a_button_says_when_the_card_comes_back(at: Visit) -> None:
    page = at.page
    start(page)
    page.get_by_role("button", name="Show the answer").click()
    shown = page.locator(".quick .interval").all_inner_texts()
    assert shown == ["1 d", "2 d", "8 d"] or all(re.fullmatch(r"\d+ d", text) for text in shown)
    days = [int(text.split()[0]) for text in shown]
    assert days[0] == 1 < days[1] < days[2]
    page.locator(".quick button").nth(2).click()
    [card] = stored(page).values()
    due, last = (datetime.datetime.fromisoformat(card[name]) for name in ("due", "last"))
    assert round((due - last) / datetime.timedelta(days=1)) == days[2]


def test_the_address_chooses_mode_length_and_what_fits(context: BrowserContext, server: str, loaded: Loaded) -> None:
    made = visit(context)
    page = made.page
    made.go(f"{server}practice/?mode=flashcards&level=senior&length=20")
    wanted = [q for q in loaded.bank.questions if q.fields.level == "senior"]
    expect(page.locator("output")).to_have_text(f"{sum(len(q.document.flashcards) for q in wanted)} flashcards")
    page.get_by_label("Glossary").check()
    assert page.url.endswith("?mode=glossary&level=senior&length=20")
    catalogue, senior = Catalogue(loaded.bank), {q.document.path for q in wanted}
    used = [t for t in loaded.bank.terms if senior & {q.document.path for q in catalogue.used_in(t.document.path)}]
    expect(page.locator("output")).to_have_text(f"{2 * len(used)} cards")
    page.get_by_label("senior").uncheck()
    expect(page.locator("output")).to_have_text(f"{2 * len(loaded.bank.terms)} cards")
    page.get_by_label("Length").select_option("all")
    start(page)
    expect(page.locator(".where")).to_have_text(f"1 of {2 * len(loaded.bank.terms)}")
    made.go(f"{server}practice/?mode=<b>&length=-3")
    expect(page.locator("output")).to_have_text(f"{len(loaded.bank.questions)} questions")
    start(page)
    expect(page.locator(".where")).to_have_text("1 of 10")
    assert made.messages == []


def test_terms_are_asked_in_both_directions(context: BrowserContext, server: str) -> None:
    def one_term(route: Route) -> None:
        answer: dict[str, Any] = route.fetch().json()
        [term] = [each for each in answer["terms"] if each["id"] == "rto"]
        route.fulfill(json=answer | {"terms": [term | {"aliases": ["recovery-time"], "also_called": ["<b>RTO</b>"]}]})

    made = visit(context)
    page = made.page
    page.route("**/api/v1/terms.json", one_term)
    made.go(f"{server}practice/?mode=glossary")
    start(page)
    name, meaning = "Recovery time objective (RTO)", "The longest acceptable time from disruption to restored service."
    assert title(page) == name
    page.get_by_role("button", name="Show the answer").tap()
    assert page.locator(".answer p").all_inner_texts() == [meaning, "Also called: <b>RTO</b>."]
    page.keyboard.press("2")
    expect(page.locator("#asked")).to_have_text("Which term is this?")
    expect(page.locator(".ask")).to_have_text(meaning)
    page.get_by_role("button", name="Show the answer").tap()
    expect(page.locator(".answer strong")).to_have_text(name)
    page.keyboard.press("2")
    expect(page.locator(".summary td")).to_have_text(["Glossary", "", "2", ""])
    assert sorted(stored(page)) == ["term:recovery-time", "term:recovery-time:name"]
    assert made.messages == []


def test_grades_of_version_1_are_all_there_in_version_2(context: BrowserContext, server: str) -> None:
    damaged = {"grade": "superb", "last": 5}
    store(context, cards(distributed_lock_safety=WEAK, nines_to_downtime=damaged, **{"x/../y": WEAK}))
    made = visit(context)
    page = made.page
    made.go(f"{server}practice/?mode=flashcards")
    expect(page.locator(".due-interview")).to_have_text("1 due")
    expect(page.locator(".told")).to_contain_text("2 stored grades can't be read and are left untouched.")
    start(page)
    turn(page, "Good")
    raw = json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY))
    assert raw["version"] == 2
    [card] = set(raw["cards"]) - {LOCK, "nines-to-downtime", "x/../y"}
    assert (raw["cards"][LOCK], raw["cards"]["nines-to-downtime"], raw["cards"]["x/../y"]) == (WEAK, damaged, WEAK)
    assert download(page) == raw
    made.go(f"{server}questions/{LOCK}/")
    expect(page.locator(".column > .facts .due-mark")).to_have_text("weak, due")
    made.go(f"{server}practice/")
    expect(page.locator(".keep .fold-hint")).to_have_text("1 question, 1 flashcard graded, 1 due")
    assert "." in card


@pytest.mark.parametrize("text", ["{not json", '{"version": 0, "cards": {}}', '{"version": 3, "cards": {}}'])
def test_a_store_that_cannot_be_read_is_not_touched_by_cards_either(context: BrowserContext, server: str, text: str) -> None:
    store(context, text)
    made = visit(context)
    made.go(f"{server}practice/?mode=flashcards")
    start(made.page)
    turn(made.page, "Good")
    assert made.page.evaluate("(key) => localStorage.getItem(key)", KEY) == text
    assert len(download(made.page)["cards"]) == 1


def test_a_card_that_the_site_no_longer_has_is_kept_and_never_due(context: BrowserContext, server: str) -> None:
    former = f"{BURN}onearth"
    store(context, json.dumps({"version": 2, "cards": {BURN: WEAK, former: WEAK, "gone-question": WEAK}}))
    made = visit(context)
    page = made.page
    made.go(f"{server}practice/?mode=flashcards&only=due")
    expect(page.locator("output")).to_have_text("1 flashcard, 1 due")
    expect(page.locator(".due-flashcards")).to_have_text("1 due")
    expect(page.locator(".due-interview")).to_be_hidden()
    assert stored(page) == {BURN: WEAK, former: WEAK | {"gone": True}, "gone-question": WEAK | {"gone": True}}
    made.go(server)
    expect(page.locator(".sections .due-mark")).to_have_text("1 due")

    def back(route: Route) -> None:
        answer: dict[str, Any] = route.fetch().json()
        answer["flashcards"].append(answer["flashcards"][0] | {"id": former})
        route.fulfill(json=answer)

    page.route("**/api/v1/flashcards.json", back)
    made.go(f"{server}practice/?mode=flashcards")
    expect(page.locator(".due-flashcards")).to_have_text("2 due")
    assert stored(page)[former] == WEAK


def test_a_session_goes_on_after_a_reload(at: Visit) -> None:
    page = at.page
    start(page)
    turn(page, "Weak")
    turn(page, "Good")
    asked = title(page)
    at.go(page.url.replace("?mode=flashcards", "?level=staff"))
    page.get_by_role("button", name="Resume at 3 of 11").click()
    expect(page.locator(".where")).to_have_text("3 of 11")
    assert title(page) == asked
    page.keyboard.press("u")
    expect(page.locator(".where")).to_have_text("2 of 11")
    assert [card["grade"] for card in stored(page).values()] == ["weak"]
    page.get_by_role("button", name="End session").click()
    page.reload()
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    expect(page.locator("[data-do=resume]")).to_be_hidden()
    page.evaluate('(name) => sessionStorage.setItem(name, \'{"mode": 5, "queue": [1], "done": [], "at": 0}\')', _session(page))
    page.reload()
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    expect(page.locator("[data-do=resume]")).to_be_hidden()


def _session(page: Page) -> str:
    return str(page.evaluate("`${document.documentElement.dataset.keys} session`"))


def test_cards_that_cannot_be_loaded_say_so_and_the_rest_works(context: BrowserContext, server: str) -> None:
    made = visit(context)
    page = made.page
    page.route("**/api/v1/flashcards.json", lambda route: route.abort())
    made.go(f"{server}practice/?mode=flashcards")
    expect(page.locator(".told")).to_contain_text("The cards couldn't be loaded.")
    expect(page.get_by_role("button", name="Start")).to_be_disabled()
    page.get_by_label("Interview").check()
    expect(page.locator(".told")).to_be_hidden()
    start(page)
