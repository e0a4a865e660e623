"""What browsers and clocks do to tools: an address that may not change, a clock that was wrong, a file read late."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_browser import context, visit
from tests.browser.test_practice import LOCK, WEAK, cards, store, stored, through

__all__ = ["context"]  # a fixture

NO_ADDRESS = "history.replaceState = () => { throw new DOMException('100 times per 10 seconds', 'SecurityError'); }"


def mock(page: Page) -> None:
    shown = page.locator("output[name=sum]").inner_text()
    page.get_by_label("Length").select_option("30")
    expect(page.locator("output[name=sum]")).not_to_have_text(shown)
    page.get_by_role("button", name="Shuffle").click()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator("#mock-asked")).not_to_be_empty()


def practice(page: Page) -> None:
    page.get_by_label("staff").check()
    expect(page.locator("output")).not_to_have_text(re.compile("^4[0-9] questions"))
    page.get_by_label("Flashcards").check()
    expect(page.locator("output")).to_contain_text("flashcards")
    page.get_by_role("button", name="Start").click()
    expect(page.locator("#asked")).not_to_be_empty()


def builder(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Remove")).first.click()
    expect(page.locator(".picked li")).to_have_count(1)
    page.get_by_label("Kit name").fill("ab")
    page.get_by_label("Level").select_option("staff")
    expect(page.get_by_label("Kit name")).to_have_value("ab")
    assert "name=ab" in (page.locator(".more").last.get_attribute("href") or "")


def picking(page: Page) -> None:
    for count in (2, 3):
        page.get_by_role("button", name="Add", exact=True).first.click()
        expect(page.locator(".picking [role=status]")).to_have_text(f"{count} selected.")
    assert (page.locator(".picking a").get_attribute("href") or "").count(",") == 2
    page.get_by_role("button", name="Added").first.click()
    expect(page.locator(".picking [role=status]")).to_have_text("2 selected.")


def filters(page: Page) -> None:
    page.get_by_label("Filter by title").fill("lock")
    expect(page.locator("output[name=result]")).to_contain_text(" of ")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator("output[name=result]")).not_to_contain_text(" of ")


@pytest.mark.parametrize(
    ("address", "use"),
    [
        ("mock/#level=senior&minutes=60&seed=oak", mock),
        ("practice/", practice),
        (f"build/#kit=load-shedding-design:20,{LOCK}:25", builder),
        ("questions/#kit=load-shedding-design", picking),
        ("questions/", filters),
    ],
    ids=["mock", "practice", "builder", "picking", "filters"],
)
def test_a_tool_works_on_where_the_address_may_not_change(
    context: BrowserContext, server: str, address: str, use: Callable[[Page], None]
) -> None:
    made = visit(context)
    made.page.add_init_script(NO_ADDRESS)
    made.go(server + address)
    before = made.page.url
    use(made.page)
    assert made.page.url == before
    assert made.messages == []


def ahead(days: float) -> str:
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def test_a_grade_counts_after_the_clock_was_wrong(context: BrowserContext, server: str) -> None:
    """A last review that lies ahead: no time has passed since."""
    store(context, cards(distributed_lock_safety=WEAK | {"last": ahead(2)}))
    made = visit(context)
    made.go(f"{server}practice/?only=due")
    made.page.get_by_role("button", name="Start").click()
    through(made.page, "Good")
    expect(made.page.get_by_role("heading", name="Session summary")).to_be_visible()
    card = stored(made.page)[LOCK]
    assert (card["grade"], card["reviews"]) == ("good", 2)
    assert card["last"] < ahead(0.1) < card["due"]
    made.go(f"{server}questions/{LOCK}/")
    made.page.evaluate(
        "(last) => { for (const [key, text] of Object.entries(localStorage)) if (key.endsWith('practice')) "
        'localStorage.setItem(key, text.replace(/"last":"[^"]*"/, `"last":"${last}"`)); }',
        ahead(3),
    )
    made.page.reload()
    made.page.locator("details.fold-rubric summary").click()
    made.page.locator(".grade-here").get_by_role("button", name="Great").click()
    expect(made.page.locator(".grade-here [role=status]")).to_contain_text("Graded great. Due again ")
    assert made.messages == []


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_what_is_due_is_due_on_its_whole_day(browser: Browser, server: str, zone: str) -> None:
    """By the day of the reader: what is due in the evening may be practiced in the morning."""
    context = browser.new_context(timezone_id=zone, service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time(datetime.datetime(2026, 3, 10, 20, 0, tzinfo=datetime.UTC))
    page.goto(server)
    due, rest = page.evaluate(
        """() => [[23, 59], [24, 1]].map(([hours, minutes]) => {
          const time = new Date();
          time.setHours(hours, minutes, 0, 0);
          return time.toISOString();
        })"""
    )
    text = cards(distributed_lock_safety=WEAK | {"due": due}, choose_a_timeout=WEAK | {"due": rest})
    store(context, text)
    page.goto(f"{server}practice/?only=due")
    expect(page.locator("output")).to_have_text("1 question, 1 due")
    page.goto(f"{server}questions/{LOCK}/")
    expect(page.locator(".column > .facts .due-mark")).to_have_text("weak, due")
    page.goto(f"{server}questions/choose-a-timeout/")
    expect(page.locator(".column > .facts .due-mark")).to_contain_text("weak, due ")
    context.close()


def test_an_exported_file_can_be_read_late(context: BrowserContext, server: str) -> None:
    """Safari and old versions of Firefox follow only a link in the page, and read what it leads to in a later turn."""
    store(context, cards(distributed_lock_safety=WEAK))
    made = visit(context)
    page = made.page
    page.add_init_script(
        """window.said = [];
        HTMLAnchorElement.prototype.click = function () { said.push([this.isConnected, this.href, this.download]); };
        const { revokeObjectURL } = URL;
        URL.revokeObjectURL = (url) => { said.push("revoked"); revokeObjectURL.call(URL, url); };"""
    )
    page.clock.install()
    made.go(f"{server}practice/")
    page.locator("details.keep summary").click()
    page.get_by_role("button", name="Export").click()
    [[connected, address, name]] = page.evaluate("said")
    assert connected
    assert address.startswith("blob:")
    assert name.endswith(".json")
    page.clock.run_for(20_000)
    assert page.evaluate("said.length") == 1
    assert page.locator("a[download]").count() == 0
    page.clock.run_for(60_000)
    assert page.evaluate("said.length") == 2
