"""What older engines, chat programs, networks and people's own settings do to a page."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.test_browser import QUESTION, visit
from tests.browser.test_practice import title
from tests.conftest import PagesHandler

KIT = "quorum-sizes:20"
FIELDS = "input:not([type=checkbox], [type=radio], [type=file]), select, textarea"


@pytest.fixture
def touched(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, service_workers="block")
    yield made
    made.close()


def test_a_tap_is_known_also_where_a_click_does_not_say_what_made_it(touched: BrowserContext, server: str) -> None:
    page = touched.new_page()
    page.goto(server + QUESTION)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    tap = """(term) => {
        term.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "touch" }));
        return term.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }"""
    term = page.locator("details.fold-short a.term").first
    assert term.evaluate(tap) is False  # prevented: the first tap explains
    expect(page.locator("#popover")).to_be_visible()
    with page.expect_navigation(url="**/glossary/**"):
        assert term.evaluate(tap) is True


def test_a_key_after_a_tap_that_became_a_scroll_follows_the_link(touched: BrowserContext, server: str) -> None:
    page = touched.new_page()
    page.goto(server + QUESTION)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    term = page.locator("details.fold-short a.term").first
    for kind in ("pointerdown", "pointercancel"):
        term.dispatch_event(kind, {"pointerType": "touch"})
    term.focus()
    with page.expect_navigation(url="**/glossary/**"):
        page.keyboard.press("Enter")


@pytest.mark.parametrize("path", ["practice/", "mock/", f"build/#kit={KIT}", "questions/"])
def test_no_field_is_so_small_that_a_phone_zooms_in(touched: BrowserContext, server: str, path: str) -> None:
    page = touched.new_page()
    page.goto(server + path, wait_until="networkidle")
    page.locator(".search-open").click()
    page.get_by_role("searchbox").first.wait_for()
    sizes = page.locator(FIELDS).evaluate_all("(all) => all.map((one) => [one.name, parseFloat(getComputedStyle(one).fontSize)])")
    assert len(sizes) >= 2
    assert [each for each in sizes if each[1] < 16] == []


@pytest.mark.parametrize("path", [f"build/%23kit={KIT}", f"build/#kit%3D{KIT.replace(':', '%3A')}"])
def test_a_link_whose_signs_were_escaped_leads_to_its_kit(touched: BrowserContext, server: str, path: str) -> None:
    made = visit(touched)
    made.page.goto(server + path)
    made.page.wait_for_url(f"**/build/#kit={KIT}")
    expect(made.page.locator(".picked .title")).to_have_count(1)


def test_half_of_an_escape_harms_nothing(touched: BrowserContext, server: str) -> None:
    made = visit(touched)
    made.go(f"{server}build/#kit%3D%E0%A4%A")
    expect(made.page.get_by_role("heading", level=1)).to_be_visible()
    assert made.messages == []


def test_single_keys_can_be_switched_off(browser: Browser, server: str) -> None:
    context = browser.new_context(service_workers="block")
    made = visit(context)
    page = made.page
    made.go(f"{server}practice/")
    page.get_by_text("Your grades", exact=True).click()
    box = page.get_by_label("Single-key shortcuts")
    expect(box).to_be_checked()
    box.uncheck()
    page.get_by_role("button", name="Start").click()
    page.locator(".answer").wait_for(state="attached")
    first = title(page)
    page.locator(".ask p").first.wait_for()
    for key in ("s", "u", " ", "1", "/"):
        page.keyboard.press(key)
    assert title(page) == first
    expect(page.locator(".session .answer")).to_be_hidden()
    expect(page.locator(".search")).to_have_count(0)
    expect(page.locator(".keys")).to_have_text("")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    made.go(server + QUESTION)  # kept, also elsewhere
    page.keyboard.press("/")
    expect(page.locator("dialog[open]")).to_have_count(0)
    made.go(f"{server}practice/")
    page.get_by_text("Your grades", exact=True).click()
    page.get_by_label("Single-key shortcuts").check()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert made.messages == []
    context.close()


class Rewritten(PagesHandler):
    """A network that appends something to each page on its way."""

    def do_GET(self) -> None:  # noqa: N802 - as the base names it
        if not self.path.endswith("/practice/"):
            super().do_GET()
            return
        body = (Path(self.directory) / "practice/index.html").read_bytes() + b"<!-- optimized -->"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def test_a_network_that_rewrites_pages_is_told(browser: Browser, built: Path) -> None:
    handler = type("Handler", (Rewritten,), {"bases": ("/p/",)})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(built))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{running.server_port}/p/practice/")
        expect(page.locator(".offline")).to_contain_text("Not available offline")
        context.close()
        running.shutdown()


def test_the_home_screen_gets_a_manifest_that_chromium_takes(browser: Browser, server: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{server}practice/")
    session = context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = json.loads(found["data"])
    assert found["url"] == f"{server}site.webmanifest"
    for icon in manifest["icons"]:
        assert page.request.get(f"{server}{icon['src']}").headers["content-type"] == "image/png"
    assert page.request.get(f"{server}{manifest['start_url']}").ok
    context.close()
