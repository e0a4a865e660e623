"""The scorecard as an interviewer uses it: on paper, and filled in on screen."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_browser import Visit, context, visit

__all__ = ["context"]  # a fixture

READY = "kits/senior-sre/"
SHEDDING, LOCK = "load-shedding-design", "distributed-lock-safety"
OWN = f"build/#kit={SHEDDING}:20,{LOCK}:25,utilization-and-latency:15&name=Payments%20SRE&level=senior"
KITS = [
    (READY, "Senior site reliability engineer", "senior, 75 minutes", "kits/senior-sre/"),
    (OWN, "Payments SRE", "senior, 60 minutes", f"build/#kit={SHEDDING}:20,{LOCK}:25"),
]


@pytest.fixture
def at(context: BrowserContext, server: str) -> Iterator[Visit]:
    """A visit of a ready kit."""
    made = visit(context)
    made.go(server + READY)
    yield made
    assert made.messages == []


def sheets(page: Page, paper: str = "A4") -> list[str]:
    """What stands on each printed sheet; an address may be broken anywhere."""
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(format=paper)))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


@pytest.mark.parametrize(("where", "name", "facts", "address"), KITS)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_sheet_says_which_kit_and_whose_it_is(
    context: BrowserContext, server: str, where: str, name: str, facts: str, address: str, paper: str
) -> None:
    made = visit(context)
    made.go(server + where)
    count = made.page.locator(".scorecard .card:not(.total)").count()
    expect(made.page.locator(".sheet-head").first).to_be_hidden()
    printed = sheets(made.page, paper)
    assert len(printed) == 2
    for number, text in enumerate(printed, start=1):
        assert name in text
        assert facts in text
        assert address in text.replace(" ", "")
        assert "Candidate" in text
        assert f"{number} of {len(printed)}" in text
    whole = " ".join(printed)
    assert [part for part in range(1, count + 1) if f"Question {part} of {count}" not in whole] == []


def test_a_ready_kit_prints_so_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + READY)
    for text in sheets(page):
        assert "Senior site reliability engineer" in text
        assert "Candidate" in text
    context.close()


MARKUP = "<img src=x onerror=alert(1)> **bold** [a](javascript:alert(1))"
FIELDS = "/assets/javascripts/kits/"


def fill(page: Page, candidate: str = "Ada Lovelace") -> None:
    """Three questions graded of four, with notes."""
    page.get_by_label("Candidate", exact=True).fill(candidate)
    page.get_by_label("Interviewer", exact=True).fill("Grace Hopper")
    page.get_by_label("Date", exact=True).fill("2026-11-25")
    for number, grade in enumerate(["Great", "Good", "Weak"], start=1):
        page.get_by_role("group", name=f"Grade for question {number}").get_by_label(grade, exact=True).check()
    page.get_by_label("Notes on question 1").fill(f"Drains first.\n# not a heading\n{MARKUP}")
    page.get_by_label("Deciding evidence").fill("Said who pays.")


def kept(page: Page) -> dict[str, Any]:
    text = page.evaluate("Object.entries(localStorage).find(([key]) => key.includes(' scorecard '))?.[1] ?? '{}'")
    return dict(json.loads(text))


@pytest.mark.parametrize("where", [READY, OWN])
def test_what_is_typed_is_kept_restored_printed_and_cleared(context: BrowserContext, server: str, where: str) -> None:
    made = visit(context)
    page = made.page
    made.go(server + where)
    blank = sheets(page)
    fill(page)
    page.reload(wait_until="networkidle")
    expect(page.get_by_label("Candidate", exact=True)).to_have_value("Ada Lovelace")
    expect(page.get_by_label("Date", exact=True)).to_have_value("2026-11-25")
    expect(page.get_by_role("group", name="Grade for question 2").get_by_label("Good", exact=True)).to_be_checked()
    expect(page.get_by_label("Notes on question 1")).to_have_value(f"Drains first.\n# not a heading\n{MARKUP}")
    printed = sheets(page)
    assert all("Candidate Ada Lovelace" in text for text in printed)
    whole = " ".join(printed)
    for text in (
        "Interviewer Grace Hopper",
        "Date Nov 25, 2026",
        "Count: weak 1",
        "✓",
        MARKUP,
        "Deciding evidence Said who pays.",
    ):
        assert text in whole
    assert "✓" not in " ".join(blank)
    assert page.locator("main img[src='x'], .scorecard img[src='x']").count() == 0
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_label("Candidate", exact=True)).to_have_value("Ada Lovelace")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_label("Candidate", exact=True)).to_have_value("")
    assert kept(page) == {}
    assert sheets(page) == blank
    assert made.messages == []


def test_an_edit_of_the_kit_takes_along_what_was_typed(context: BrowserContext, server: str) -> None:
    made = visit(context)
    page = made.page
    made.go(server + OWN)
    fill(page)
    page.locator("#kit-name").fill("Another name")
    page.locator(".picked li").nth(0).get_by_role("button", name="Down").click()
    expect(page.get_by_label("Notes on question 2")).to_have_value(f"Drains first.\n# not a heading\n{MARKUP}")
    page.locator(".picked li").nth(0).get_by_role("button", name="Remove").click()
    expect(page.locator(".scorecard .card:not(.total)")).to_have_count(2)
    page.reload(wait_until="networkidle")
    expect(page.get_by_label("Candidate", exact=True)).to_have_value("Ada Lovelace")
    expect(page.get_by_role("group", name="Grade for question 1").get_by_label("Great", exact=True)).to_be_checked()
    made.go(f"{server}kits/")
    made.go(f"{server}build/#kit={LOCK}:20")
    expect(page.get_by_label("Candidate", exact=True)).to_have_value("")


@pytest.mark.parametrize(
    ("grades", "said"),
    [
        (["Great", "Good"], "0 weak, 1 good, 1 great. 2 not graded yet."),
        (["Weak", "Weak"], "2 weak, 0 good, 0 great. No hire at the senior level: two or more weak answers."),
        (["Weak", "Good", "Great", "Great"], "1 weak, 1 good, 2 great. Discuss: one weak answer."),
        (["Good", "Good", "Good", "Great"], "0 weak, 3 good, 1 great. Hire at the senior level: no weak answers"),
        (["Good"] * 4, "0 weak, 4 good, 0 great. Discuss: no weak answers, but no great ones either."),
    ],
)
def test_the_recommendation_follows_the_rule(at: Visit, grades: list[str], said: str) -> None:
    for number, grade in enumerate(grades, start=1):
        at.page.get_by_role("group", name=f"Grade for question {number}").get_by_label(grade, exact=True).check()
    expect(at.page.locator(".total output")).to_contain_text(said)
    at.page.get_by_role("group", name="Grade for question 1").get_by_label("No grade").check()
    expect(at.page.locator(".total output")).not_to_contain_text(said)


def test_it_is_copied_as_markdown_and_as_text_and_downloaded(at: Visit, tmp_path: Path) -> None:
    page = at.page
    fill(page)
    texts = {}
    for form in ("Markdown", "text"):
        button = page.locator(f".fill-actions [data-fill={form.lower()}]")
        button.press("Enter")
        expect(button).to_have_text("Copied")
        texts[form] = str(page.evaluate("navigator.clipboard.readText()"))
        for part in (
            "Senior site reliability engineer",
            "senior, 75 minutes",
            "Candidate: Ada Lovelace",
            "Interviewer: Grace Hopper",
            "Date: Nov 25, 2026",
            "1. Design load shedding",
            "Drains first.",
            "1 weak, 1 good, 1 great. 1 not graded yet.",
            "Said who pays.",
            "kits/senior-sre/",
        ):
            assert part in texts[form], (form, part)
    assert "Grade: **great**" in texts["Markdown"]
    assert "\\# not a heading" in texts["Markdown"]
    assert "\\<img src=x onerror=alert(1)\\> \\*\\*bold\\*\\* \\[a\\](javascript:alert(1))" in texts["Markdown"]
    assert MARKUP in texts["text"]
    with page.expect_download() as started:
        page.get_by_role("button", name="Download").click()
    assert started.value.suggested_filename == "scorecard-senior-site-reliability-engineer-ada-lovelace-2026-11-25.md"
    started.value.save_as(tmp_path / "card.md")
    assert (tmp_path / "card.md").read_text(encoding="utf-8") == texts["Markdown"]


@pytest.mark.parametrize(
    ("storage", "said"),
    [
        ("Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })", "blocks storage"),
        ("Storage.prototype.setItem = () => { throw new Error('full'); }", "storage is full"),
        ("localStorage.setItem('The SRE Interview ' + base + ' scorecard kits/senior-sre/', '{\"version\": 1,')", "can't read"),
        ("localStorage.setItem('The SRE Interview ' + base + ' scorecard kits/senior-sre/', '[null]')", "can't read"),
    ],
)
def test_storage_that_fails_breaks_nothing(context: BrowserContext, server: str, storage: str, said: str) -> None:
    made = visit(context)
    made.page.add_init_script(f"const base = location.pathname.replace('kits/senior-sre/', ''); {storage}")
    made.go(server + READY)
    made.page.get_by_label("Candidate", exact=True).press_sequentially("Ada")
    expect(made.page.locator(".fill-told")).to_contain_text(said)
    assert "Candidate Ada" in sheets(made.page)[0]
    if "can't" in said:
        text = made.page.evaluate("Object.entries(localStorage).find(([key]) => key.includes(' scorecard '))[1]")
        assert text in ('{"version": 1,', "[null]")
    assert made.messages == []


def test_two_kits_have_two_scorecards(at: Visit, server: str) -> None:
    fill(at.page)
    at.go(f"{server}kits/staff-sre/")
    expect(at.page.get_by_label("Candidate", exact=True)).to_have_value("")


def test_a_kit_page_loads_one_module_more_until_somebody_types(at: Visit) -> None:
    asked = [response.url.partition(FIELDS)[2] for response in at.responses if FIELDS in response.url]
    assert asked == ["fields.js"]
    fill(at.page)
    expect(at.page.locator(".total output")).to_contain_text("1 weak")


def test_without_javascript_it_is_a_paper_form(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + READY)
    expect(page.locator(".scorecard .notes.paper").first).to_be_visible()
    assert page.locator(".scorecard :is(input, textarea, button):visible").count() == 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_scorecard_that_is_filled_in(browser: Browser, server: str, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(server + READY, wait_until="networkidle")
    fill(page)
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
