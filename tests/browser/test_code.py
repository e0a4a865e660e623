"""Code blocks: what they say, and a button that copies what somebody would type."""

from __future__ import annotations

import subprocess
import sys

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.test_browser import context, visit

__all__ = ["context"]  # a fixture

PAGE = "questions/raft-leader-failure/"
COPY = "frame/copy.js"


def test_a_session_is_copied_without_prompts_and_output(context: BrowserContext, server: str) -> None:
    made = visit(context)
    page = made.page
    made.go(server + PAGE)
    assert not any(COPY in response.url for response in made.responses)
    page.get_by_role("button", name="Open all").click()
    session = page.locator(".code:has(.language-console)").first
    expect(session.locator(".code-head")).to_contain_text("Terminal checked with shellcheck")
    button = session.locator("button")
    button.click()
    expect(button).to_have_text("Copied")
    lines = str(page.evaluate("navigator.clipboard.readText()")).splitlines()
    assert len(lines) == 4
    assert all(line.startswith("etcdctl --endpoints=") for line in lines)
    button.click()
    expect(button).to_have_text("Copy", timeout=10_000)
    assert made.messages == []


def test_every_python_session_of_a_page_can_be_pasted_and_run(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(server + PAGE)
    made.page.get_by_role("button", name="Open all").click()
    blocks = made.page.locator(".code:has(.language-pycon)")
    assert blocks.count() > 0
    for block in blocks.all():
        expect(block.locator(".code-check")).to_have_text("run by the tests")
        block.locator("button").focus()
        made.page.keyboard.press("Enter")
        expect(block.locator("button")).to_have_text("Copied")
        code = str(made.page.evaluate("navigator.clipboard.readText()"))
        assert ">>>" not in code
        subprocess.run([sys.executable, "-c", code], timeout=60, check=True)


@pytest.mark.parametrize(
    ("language", "shown", "copied"),
    [
        ("pycon", ">>> for x in 'ab':\n...     print(x)\n...\na\n... b\n>>> 1\n1\n", "for x in 'ab':\n    print(x)\n\n1\n"),
        ("console", "$ a \\\n> --b\nout\n$ c \\\n  d\n$e\n$ f", "a \\\n--b\nc \\\n  d\nf\n"),
        ("promql", ">>> up\n$ up", ">>> up\n$ up"),
    ],
)
def test_what_is_a_prompt(context: BrowserContext, server: str, language: str, shown: str, copied: str) -> None:
    made = visit(context)
    made.go(server + PAGE)
    made.page.get_by_role("button", name="Open all").click()
    block = made.page.locator(".code").first
    block.locator(".highlight").evaluate(
        "(block, [language, shown]) => { block.className = `highlight language-${language}`; block.textContent = shown; }",
        [language, shown],
    )
    block.locator("button").click()
    expect(block.locator("button")).to_have_text("Copied")
    assert made.page.evaluate("navigator.clipboard.readText()") == copied


def test_without_permission_one_key_copies_it(browser: Browser, server: str) -> None:
    context = browser.new_context(permissions=[])
    page = context.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))")
    page.goto(server + PAGE)
    page.get_by_role("button", name="Open all").click()
    block = page.locator(".code").first
    block.locator("button").click()
    expect(block.locator("button")).to_have_text("Selected: press Ctrl+C")
    assert str(page.evaluate("getSelection().toString()")).strip()
    context.close()


def test_without_javascript_there_is_no_button(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}{PAGE}#full-answer")
    expect(page.locator(".code-head").first).to_be_visible()
    expect(page.locator(".code-head button").first).to_be_hidden()
    context.close()
