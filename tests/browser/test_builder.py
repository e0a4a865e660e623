"""A kit of one's own: picked on the list, ordered in the builder, kept in the address, copied and printed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.catalogue.site import Site
from macros.model import Level
from macros.pages.kit import fragment
from macros.reading.folder import Loaded
from tests.browser.test_browser import OPEN_ALL, WIDTHS, Visit, context, visit

__all__ = ["context"]  # a fixture

SHEDDING, LOCK = "load-shedding-design", "distributed-lock-safety"
KIT = f"#kit={SHEDDING}:20,{LOCK}:25&name=Payments%20SRE&level=senior"


@pytest.fixture
def at(context: BrowserContext, server: str) -> Iterator[Visit]:
    """A visit of the builder with two questions."""
    made = visit(context)
    made.go(f"{server}build/{KIT}")
    yield made
    assert made.messages == []


def titles(page: Page) -> list[str]:
    return page.locator(".picked .title").all_text_contents()


def kit_in(page: Page) -> str:
    return str(page.evaluate("new URLSearchParams(location.hash.slice(1)).get('kit')"))


def told(page: Page) -> list[str]:
    return page.locator(".told li").all_text_contents()


def test_it_shows_what_the_address_holds(at: Visit, loaded: Loaded) -> None:
    documents = loaded.bank.documents
    expect(at.page.locator(".scorecard .card:not(.total)")).to_have_count(2)
    assert titles(at.page) == [documents[f"docs/questions/{slug}.md"].title for slug in (SHEDDING, LOCK)]
    assert at.page.locator("#kit-name").input_value() == "Payments SRE"
    assert at.page.locator("output[name=sum]").text_content() == "2 questions, 45 minutes"
    expect(at.page.locator(".expect")).to_contain_text("45 minutes at senior level: debugging, design.")
    card = at.page.locator(".scorecard .card").nth(1)
    expect(card.locator(".ask")).to_contain_text("A nightly job writes one report file")
    expect(card.locator(".grade-weak")).to_contain_text("Looks for a bug in the lock service.")
    expect(card.locator("ul.then li")).to_have_count(2)
    assert told(at.page) == []


def test_the_scorecard_is_that_of_a_ready_kit(context: BrowserContext, server: str) -> None:
    """The same questions give the same sheet, whether the build makes it or the browser."""
    texts = []
    made = visit(context)
    made.go(f"{server}kits/senior-sre/")
    for _ in range(2):
        expect(made.page.locator(".scorecard .card:not(.total)")).to_have_count(4)
        texts.append(" ".join(made.page.locator(".scorecard").inner_text().split()))
        if len(texts) == 1:
            made.page.get_by_role("link", name="Customize this kit").click()
    assert texts[0] == texts[1]
    assert made.page.locator("#kit-name").input_value() == "Senior site reliability engineer"


def test_order_minutes_and_removal_by_keyboard(at: Visit) -> None:
    page = at.page
    page.locator(".picked li").nth(1).get_by_role("button", name=re.compile("^Up")).focus()
    page.keyboard.press("Enter")
    assert kit_in(page) == f"{LOCK}:25,{SHEDDING}:20"
    expect(page.locator(".picked li").nth(0).locator("button:not([disabled])").first).to_be_focused()
    page.locator(".picked li").nth(0).get_by_role("spinbutton").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("30")
    page.keyboard.press("Enter")
    assert kit_in(page) == f"{LOCK}:30,{SHEDDING}:20"
    expect(page.locator("output[name=sum]")).to_have_text("2 questions, 50 minutes, 5 minutes over 45")
    page.locator(".picked li").nth(0).get_by_role("button", name=re.compile("^Remove")).focus()
    page.keyboard.press("Space")
    assert kit_in(page) == f"{SHEDDING}:20"
    expect(page.locator(".scorecard .card:not(.total)")).to_have_count(1)
    page.get_by_label("Add a question").select_option(LOCK)
    page.get_by_role("button", name="Add").click()
    assert kit_in(page) == f"{SHEDDING}:20,{LOCK}:18"
    page.reload(wait_until="networkidle")
    assert len(titles(page)) == 2


@pytest.mark.parametrize(("typed", "kept"), [("0", 5), ("999", 60), ("7.4", 7), ("", 18)])
def test_minutes_stay_within_bounds(at: Visit, typed: str, kept: int) -> None:
    field = at.page.locator(".picked li").nth(1).get_by_role("spinbutton")
    field.fill(typed)
    field.blur()
    assert kit_in(at.page) == f"{SHEDDING}:20,{LOCK}:{kept}"


HOSTILE = [
    ("#kit=nowhere:20", ["We couldn't find the question “nowhere”"]),
    (f"#kit={LOCK}:20,{LOCK}:20", ["was listed twice, so the duplicate was skipped."]),
    (f"#kit={LOCK}:9999", ["(5 to 60). Using the suggested time instead."]),
    (f"#kit={LOCK}:-3", ["minutes is out of range"]),
    (f"#kit={LOCK}&level=wizard", ["“wizard” is not a level."]),
    ("#kit=" + ",".join(["x"] * 1000), ["The link asks for 1000 questions. A kit can have at most 12"]),
    ("#kit=<img src=x onerror=alert(1)>:20", ["isn't a valid question name"]),
    (
        "#kit=../../../x,__proto__,constructor",
        ["“../../../x” isn't a valid", "“__proto__” isn't", "We couldn't find the question “constructor”"],
    ),
    (f"#kit={LOCK}&name=" + "a" * 500, ["The name was shortened to 80 characters"]),
    ("#kit=%E0%A4%A&name=%ZZ", ["isn't a valid question name"]),
]


@pytest.mark.parametrize(("address", "wanted"), HOSTILE)
def test_a_crafted_or_outdated_address_is_told_plainly(
    context: BrowserContext, server: str, address: str, wanted: list[str]
) -> None:
    made = visit(context)
    made.go(f"{server}build/{address}")
    messages = told(made.page)
    assert all(any(part in message for message in messages) for part in wanted), messages
    assert made.messages == []
    assert made.page.locator("[data-builder] img[src='x'], [data-builder] script").count() == 0


def test_markup_in_the_name_stays_text_everywhere(context: BrowserContext, server: str) -> None:
    name = "<img src=x onerror=alert(1)> ](javascript:alert(1)) \"'&`"
    made = visit(context)
    made.go(f"{server}build/#kit={LOCK}:20&view=kit&name={quote(name)}")
    expect(made.page.get_by_role("heading", level=1)).to_contain_text("onerror=alert(1)")
    made.page.evaluate(OPEN_ALL)
    assert made.page.locator("main img[src='x']").count() == 0
    copied = {code.get_attribute("id"): code.text_content() or "" for code in made.page.locator(".snippet code").all()}
    shown = html.unescape(copied["posting-html-text"] or "")
    assert "<img src=x" not in copied["posting-html-text"]
    assert "<img src=x" in shown
    assert "\\](javascript:" in copied["posting-markdown-text"]
    assert "\\<img" in copied["posting-markdown-text"]
    assert made.messages == []


HINTS = [
    (f"{SHEDDING}:20,{LOCK}:43&level=senior", "2 questions, 63 minutes, 3 minutes over 60"),
    (f"{SHEDDING}:30,{LOCK}:59", "2 questions, 89 minutes, 1 minute under 90"),
    (f"{SHEDDING}:20,{LOCK}:25&level=mid", "2 questions, 45 minutes. No question is at mid level."),
    (f"{SHEDDING}:20,{LOCK}:25&level=junior", "2 questions, 45 minutes. 2 questions more than one level away from junior."),
    (
        f"{SHEDDING}:20,quorum-sizes:25",
        "2 questions, 45 minutes. Levels range from junior to senior. Stay within two neighboring levels.",
    ),
]


@pytest.mark.parametrize(("kit", "said"), HINTS)
def test_it_says_what_could_fit_better(context: BrowserContext, server: str, kit: str, said: str) -> None:
    made = visit(context)
    made.go(f"{server}build/#kit={kit}")
    expect(made.page.locator("output[name=sum]")).to_have_text(said)


def test_the_tab_says_which_kit_it_is(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(f"{server}build/")
    assert made.page.title() == "Build a kit | The SRE Interview"
    made.go(f"{server}questions/")
    made.go(f"{server}build/#kit={LOCK}:20")
    expect(made.page).to_have_title("Interview kit | The SRE Interview")
    made.page.locator("#kit-name").fill("<b>Payments</b>")
    expect(made.page).to_have_title("<b>Payments</b> | The SRE Interview")
    made.page.reload(wait_until="networkidle")
    expect(made.page).to_have_title("<b>Payments</b> | The SRE Interview")
    made.page.locator("#kit-name").fill("")
    expect(made.page).to_have_title("Interview kit | The SRE Interview")
    made.page.get_by_role("button", name=re.compile("^Remove")).click()
    expect(made.page).to_have_title("Build a kit | The SRE Interview")


def test_direction_and_control_characters_are_taken_out(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(f"{server}build/#kit={LOCK}&name=a%E2%80%AEb%00c%0Ad")
    assert made.page.locator("#kit-name").input_value() == "a b c d"


def test_a_renamed_question_is_found_by_its_alias(context: BrowserContext, server: str) -> None:
    def with_alias(route: Route) -> None:
        answer: dict[str, Any] = route.fetch().json()
        next(question for question in answer["questions"] if question["id"] == LOCK)["aliases"] = ["two-lock-holders"]
        route.fulfill(json=answer)

    made = visit(context)
    made.page.route("**/api/v1/questions.json", with_alias)
    made.go(f"{server}build/#kit=two-lock-holders:25")
    expect(made.page.locator(".scorecard .card:not(.total)")).to_have_count(1)
    assert told(made.page) == []
    expect(made.page.locator(".scorecard h3 a").first).to_contain_text("Two workers hold the same lock")


def test_no_connection_is_told_and_the_kit_stays(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.page.route("**/api/v1/*.json", lambda route: route.abort())
    made.go(f"{server}build/{KIT}")
    assert told(made.page) == [
        "The list of questions couldn't be loaded. Reload the page to try again. Your kit is saved in the URL."
    ]
    assert SHEDDING in made.page.url


def test_picking_on_the_list_and_on_a_question_page(context: BrowserContext, server: str) -> None:
    made = visit(context)
    page = made.page
    made.go(f"{server}questions/?level=senior")
    assert page.locator(".pick").count() == 0
    page.get_by_role("link", name="Build a kit").click()
    page.locator(f"li:has(a[href*='{SHEDDING}']) .pick").press("Enter")
    assert kit_in(page) == SHEDDING
    assert "?level=senior" in page.url
    page.get_by_label("design", exact=True).check()
    assert kit_in(page) == SHEDDING
    page.get_by_label("design", exact=True).uncheck()
    page.locator(f"li a[href*='{LOCK}']").click()
    page.wait_for_url(re.compile(LOCK))
    add = page.get_by_role("link", name="Add to your kit as question 2")
    add.click()
    expect(page.locator(".picking")).to_contain_text("2 selected.")
    page.get_by_role("link", name="Arrange and name your kit").click()
    expect(page.locator(".picked li")).to_have_count(2)
    page.get_by_role("link", name="or pick from the list").click()
    expect(page.get_by_role("button", name="Added")).to_have_count(2)
    assert made.messages == []


def test_a_question_page_begins_a_kit(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(f"{server}questions/{LOCK}/")
    made.page.get_by_role("link", name="Add to an interview kit").click()
    expect(made.page.locator(".picked li")).to_have_count(1)
    expect(made.page.locator("output[name=sum]")).to_contain_text(
        "1 question, 18 minutes, 27 minutes under 45. Add at least one more question for a fairer picture."
    )


@pytest.mark.parametrize("form", ["Markdown", "HTML", "Text"])
def test_the_text_for_a_posting_leads_to_the_kit_without_the_editor(at: Visit, form: str) -> None:
    page = at.page
    page.locator(".posting summary").click()
    page.get_by_role("button", name=f"Copy as {form}").click()
    expect(page.get_by_role("button", name=f"Copy as {form}")).to_have_text("Copied")
    text = str(page.evaluate("navigator.clipboard.readText()"))
    assert "takes 45 minutes and covers 2 questions" in text
    assert "Payments SRE" in text
    where = re.search(r"http://[^\s()]+/build/#[^\s)\"]+", html.unescape(text))
    assert where
    page.goto(where[0], wait_until="networkidle")
    page.reload(wait_until="networkidle")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Payments SRE")
    expect(page.locator(".editor")).to_be_hidden()
    expect(page.locator(".asked li")).to_have_count(2)
    page.get_by_role("link", name="Customize this kit").click()
    expect(page.locator(".editor")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_from_home_to_a_posting_and_a_scorecard(browser: Browser, server: str, site_address: Site, width: int) -> None:
    """What a hiring manager does: four steps to the text, and the sheet is on the same page."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, permissions=["clipboard-read", "clipboard-write"], has_touch=width < 500
    )
    page = context.new_page()
    page.goto(server)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Hire").click()
    page.get_by_role("link", name="kit", exact=True).first.click()
    page.get_by_role("link", name="Senior site reliability engineer").click()
    page.locator(".posting summary").click()
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.get_by_role("button", name="Copy as Markdown")).to_have_text("Copied")
    assert f"]({site_address.address}kits/senior-sre/)" in str(page.evaluate("navigator.clipboard.readText()"))
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_as_the_scorecard(at: Visit, paper: str) -> None:
    expect(at.page.locator(".scorecard .card")).to_have_count(3)
    at.page.emulate_media(media="print")
    assert not at.page.locator(".editor").is_visible()
    assert not at.page.locator(".posting").is_visible()
    assert len(re.findall(rb"/Type\s*/Page[^s]", at.page.pdf(format=paper))) <= 2
    at.page.emulate_media(media="screen")


def test_without_javascript_it_says_so(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}build/{KIT}")
    expect(page.get_by_text("The builder requires JavaScript.")).to_be_visible()
    expect(page.locator(".builder")).to_be_hidden()
    context.close()


def test_the_link_that_the_build_writes_is_read_back(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(f"{server}build/{fragment('A & B, (1=2)', Level.MID, [(LOCK, 21)])}")
    assert made.page.locator("#kit-name").input_value() == "A & B, (1=2)"
    assert kit_in(made.page) == f"{LOCK}:21"
    assert told(made.page) == []
