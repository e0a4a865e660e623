"""Two copies of the site below one origin, as GitHub Pages serves all projects of an owner: neither touches the other's."""

from __future__ import annotations

import functools
import http.server
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.catalogue.site import SITE_NAME
from tests.browser.test_browser import visit
from tests.browser.test_practice import LOCK, WEAK, cards, download, through
from tests.conftest import PagesHandler

COPIES = ("one/", "two/")
KEPT = "Now available offline."


@pytest.fixture(scope="module")
def origin(built: Path) -> Iterator[str]:
    """The site below both paths, and once more without one."""
    bases = (*(f"/{copy}" for copy in COPIES), "/")
    handler = functools.partial(type("Handler", (PagesHandler,), {"bases": bases}), directory=str(built))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(accept_downloads=True, service_workers="block")
    yield made
    made.close()


def key(copy: str, what: str = "practice") -> str:
    return f"{SITE_NAME} /{copy} {what}"


def item(page: Page, name: str) -> Any:
    return page.evaluate("(name) => localStorage.getItem(name)", name)


def kept(page: Page, copy: str) -> dict[str, Any]:
    return dict(json.loads(item(page, key(copy)) or '{"cards": {}}')["cards"])


def before(context: BrowserContext, origin: str, **values: str) -> None:
    """What an earlier version of some copy has left."""
    page = context.new_page()
    page.goto(f"{origin}feed.xml")
    for name, value in values.items():
        page.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, value])
    page.close()


def grade(page: Page, name: str) -> None:
    page.get_by_role("button", name="Start").click()
    through(page, name)


def test_grades_and_scheme_are_kept_apart(context: BrowserContext, origin: str) -> None:
    made = visit(context)
    page = made.page
    made.go(f"{origin}one/practice/")
    grade(page, "Good")
    page.locator(".scheme").click()
    chosen = page.locator("html").get_attribute("data-scheme")
    made.go(f"{origin}two/practice/")
    expect(page.locator(".keep .fold-hint")).to_have_text("0 questions graded, 0 due")
    assert page.locator("html").get_attribute("data-scheme") is None
    assert item(page, key("one/", "scheme")) == chosen
    assert len(kept(page, "one/")) == 1
    assert page.evaluate("Object.keys(localStorage).sort()") == [key("one/"), key("one/", "scheme")]
    assert made.messages == []


def test_each_copy_takes_over_what_was_there_once(context: BrowserContext, origin: str) -> None:
    old = cards(distributed_lock_safety=WEAK)
    before(context, origin, practice=old, scheme="dark")
    made = visit(context)
    page = made.page
    for copy in COPIES:
        made.go(f"{origin}{copy}practice/")
        assert page.locator("html").get_attribute("data-scheme") == "dark"
        expect(page.locator(".keep .fold-hint")).to_have_text("1 question graded, 1 due")
        page.locator(".scheme").click()
        grade(page, "Great")
        assert kept(page, copy)[LOCK]["grade"] == "great"
        made.go(f"{origin}{copy}practice/")
        assert page.locator("html").get_attribute("data-scheme") == "light"
        page.locator("details.keep summary").click()
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Delete all").click()
        made.go(f"{origin}{copy}practice/")
        expect(page.locator(".keep .fold-hint")).to_have_text("0 questions graded, 0 due")
    assert (item(page, "practice"), item(page, "scheme")) == (old, "dark")
    assert made.messages == []


def test_former_grades_show_on_the_first_page_that_is_opened(context: BrowserContext, origin: str) -> None:
    before(context, origin, practice=cards(distributed_lock_safety=WEAK))
    made = visit(context)
    made.go(f"{origin}two/questions/{LOCK}/")
    expect(made.page.locator(".column > .facts .due-mark")).to_have_text("weak, due")
    assert kept(made.page, "two/") == {LOCK: WEAK}


def test_a_damaged_entry_is_taken_over_as_it_is(context: BrowserContext, origin: str) -> None:
    damaged = {"grade": "superb", "last": 5}
    before(context, origin, practice=cards(distributed_lock_safety=WEAK, nines_to_downtime=damaged))
    made = visit(context)
    made.go(f"{origin}one/practice/")
    expect(made.page.locator(".told")).to_contain_text("1 stored grade can't be read and is left untouched.")
    assert kept(made.page, "one/") == {LOCK: WEAK, "nines-to-downtime": damaged}


@pytest.mark.parametrize("old", ["{not json", '{"version": 3, "decks": []}', '"of another project"'])
def test_a_former_value_that_cannot_be_read_stays_and_is_in_nobodys_way(context: BrowserContext, origin: str, old: str) -> None:
    before(context, origin, practice=old, scheme="sepia")
    made = visit(context)
    page = made.page
    made.go(f"{origin}one/practice/")
    expect(page.locator(".told")).to_contain_text("This page can't read some grades from an earlier version.")
    assert download(page)["unreadable"] == old
    grade(page, "Good")
    assert len(kept(page, "one/")) == 1
    made.go(f"{origin}one/practice/")
    expect(page.locator(".told")).to_be_hidden()
    expect(page.locator(".keep .fold-hint")).to_have_text("1 question graded, 0 due")
    assert (item(page, "practice"), item(page, "scheme")) == (old, "sepia")
    assert item(page, key("one/", "scheme")) is None
    assert made.messages == []


def test_nothing_is_lost_while_storage_refuses(context: BrowserContext, origin: str) -> None:
    before(context, origin, practice=cards(distributed_lock_safety=WEAK), scheme="dark")
    refused = visit(context)
    refused.page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    refused.go(f"{origin}one/practice/")
    assert refused.page.locator("html").get_attribute("data-scheme") == "dark"
    expect(refused.page.locator(".told")).to_contain_text("Browser storage is full")
    expect(refused.page.locator(".keep .fold-hint")).to_have_text("1 question graded, 1 due")
    again = visit(context)
    again.go(f"{origin}one/practice/")
    assert kept(again.page, "one/") == {LOCK: WEAK}
    assert item(again.page, key("one/", "scheme")) == "dark"
    assert refused.messages == again.messages == []


def test_a_page_older_than_its_scripts_keeps_nothing_rather_than_under_a_wrong_key(context: BrowserContext, origin: str) -> None:
    made = visit(context)
    made.page.route("**/before-paint.js", lambda route: route.fulfill(body="document.documentElement.className = 'scripted';"))
    made.go(f"{origin}one/practice/")
    expect(made.page.locator(".told")).to_contain_text("This browser blocks storage for this site")
    made.page.locator(".scheme").click()
    assert made.page.evaluate("Object.keys(localStorage)") == []


@pytest.fixture
def working(browser: Browser) -> Iterator[BrowserContext]:
    """A context with service workers."""
    made = browser.new_context()
    yield made
    made.close()


def keep(context: BrowserContext, origin: str, copy: str) -> None:
    page = context.new_page()
    page.goto(f"{origin}{copy}practice/")
    expect(page.locator(".offline")).to_have_text(KEPT)
    page.wait_for_function("navigator.serviceWorker.getRegistration().then((found) => found?.active?.state === 'activated')")
    page.close()


def caches(context: BrowserContext, origin: str) -> list[str]:
    page = context.new_page()
    page.goto(f"{origin}feed.xml")
    names = page.evaluate("caches.keys()")
    page.close()
    return sorted(names)


def test_caches_are_kept_apart_and_a_new_edition_replaces_only_its_own(working: BrowserContext, origin: str) -> None:
    for copy in COPIES:
        keep(working, origin, copy)
    first = caches(working, origin)
    assert [re.fullmatch(r"The SRE Interview /(\w+)/ [0-9a-f]{16}", name) is not None for name in first] == [True, True]
    worker = working.request.get(f"{origin}one/sw.js").text()
    newer = re.sub(r'EDITION = "\w+"', 'EDITION = "0123456789abcdef"', worker)
    working.route("**/one/sw.js", lambda route: route.fulfill(body=newer, content_type="text/javascript"))
    page = working.new_page()
    page.goto(f"{origin}one/practice/")
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    wanted = [f"{SITE_NAME} /one/ 0123456789abcdef", first[1]]
    page.wait_for_function("(wanted) => caches.keys().then((names) => names.sort().join() === wanted.join())", arg=wanted)
    working.set_offline(True)
    for copy in COPIES:
        page.goto(f"{origin}{copy}practice/")
        expect(page.get_by_role("button", name="Start")).to_be_visible()


def test_each_copy_takes_its_own_out_of_former_caches(working: BrowserContext, origin: str) -> None:
    page = working.new_page()
    page.goto(f"{origin}feed.xml")
    page.evaluate(
        """async () => {
          for (const name of ["practice-0123456789abcdef", "practice-of-another-project"]) {
            const cache = await caches.open(name);
            for (const path of ["one/practice/", "one/api/v1/topics.json", "two/mock/"]) {
              await cache.put(new URL(path, location.href).href, new Response("old"));
            }
          }
        }"""
    )
    left = "caches.open('practice-0123456789abcdef').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => url))"
    keep(working, origin, "one/")
    assert page.evaluate(left) == [f"{origin}two/mock/"]
    keep(working, origin, "two/")
    names = caches(working, origin)
    assert "practice-0123456789abcdef" not in names
    assert "practice-of-another-project" in names
