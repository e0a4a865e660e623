"""The mock interview: composed, asked, graded and printed; and practice without a connection."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.publishing.service_worker import needed, write_service_worker
from tests.browser.test_browser import Visit, visit
from tests.browser.test_practice import stored, through

OAK = "#level=senior&minutes=60&seed=oak"
COMPOSE = """async (asked) => {
  const { compose } = await import(new URL("assets/javascripts/mock/composition.js", location.href));
  const { questions } = await (await fetch("api/v1/questions.json")).json();
  return asked.map((each) => compose(questions, each).map(({ question, minutes }) => ({ ...question, minutes })));
}"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    yield made
    made.close()


@pytest.fixture
def at(context: BrowserContext, server: str) -> Iterator[Visit]:
    made = visit(context)
    made.go(f"{server}mock/{OAK}")
    yield made
    assert made.messages == []


def composed(page: Page, server: str, *asked: dict[str, Any]) -> list[list[dict[str, Any]]]:
    page.goto(server)
    return list(page.evaluate(COMPOSE, list(asked)))


def test_every_level_and_length_gives_a_balanced_interview(context: BrowserContext, server: str) -> None:
    levels = ["junior", "mid", "senior", "staff"]
    asked: list[dict[str, Any]] = [
        {"level": level, "minutes": minutes, "seed": f"seed-{number}"}
        for level, minutes, number in itertools.product(levels, (30, 45, 60, 90), range(8))
    ]
    for wanted, items in zip(asked, composed(context.new_page(), server, *asked), strict=True):
        assert sum(item["minutes"] for item in items) == wanted["minutes"], wanted
        assert len({item["id"] for item in items}) == len(items) >= 2
        assert len({item["kind"] for item in items}) >= min(len(items), 3), wanted
        assert len({item["topic"] for item in items}) >= min(len(items), 3), wanted
        assert all(abs(levels.index(item["level"]) - levels.index(wanted["level"])) <= 1 for item in items)


def test_the_same_seed_gives_the_same_interview_and_another_one_another(context: BrowserContext, server: str) -> None:
    asked = [{"level": "senior", "minutes": 60, "seed": seed} for seed in ("oak", "oak", "elm", "fir", "ash")]
    ids = [[item["id"] for item in items] for items in composed(context.new_page(), server, *asked)]
    assert ids[0] == ids[1]
    assert len({tuple(sorted(each)) for each in ids}) >= 3


def begin(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator("#mock-asked")).to_be_focused()


def test_an_interview_goes_on_after_a_reload(at: Visit) -> None:
    page = at.page
    begin(page)
    page.get_by_role("button", name="Next question").click()
    asked = page.locator("#mock-asked").inner_text()
    page.reload()
    page.get_by_role("button", name=re.compile("^Resume at 2 of ")).click()
    expect(page.locator("#mock-asked")).to_have_text(asked)
    page.get_by_role("button", name="End the interview").click()
    page.locator(".grading fieldset").first.get_by_role("radio").first.check()
    page.reload()
    page.get_by_role("button", name=re.compile("^Resume at 2 of ")).click()
    fieldsets = page.locator(".grading fieldset")
    expect(fieldsets).to_have_count(2)
    expect(fieldsets.first.get_by_role("radio").first).to_be_checked()
    fieldsets.last.get_by_role("radio").last.check()
    page.get_by_role("button", name="Show the scorecard").click()
    expect(page.locator(".verdict")).to_contain_text("1 weak, 0 good, 1 great.")
    page.reload()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    expect(page.locator("[data-do=resume]")).to_be_hidden()
    page.get_by_label("Length").select_option("30")  # another interview has nothing to go on with
    begin(page)
    page.get_by_label("Length").evaluate("(select) => { location.hash = '#level=mid&minutes=90&seed=elm'; }")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    expect(page.locator("[data-do=resume]")).to_be_hidden()


def test_a_whole_interview_by_keyboard(at: Visit) -> None:
    page = at.page
    count = int(re.findall(r"(\d+) questions", page.locator("output[name=sum]").text_content() or "")[0])
    page.get_by_role("button", name="Start", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#mock-asked")).to_be_focused()
    for number in range(count):
        expect(page.locator(".where")).to_have_text(f"Question {number + 1} of {count}")
        expect(page.locator(".session .timer").first).to_contain_text("left")
        assert page.locator(".grade:visible").count() == 0
        assert "Short answer" not in page.locator("main").inner_text()
        page.get_by_role("button", name="Next follow-up").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".asked-next li")).to_have_count(1)
        page.locator("[data-do=next]").focus()
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Show the scorecard")).to_be_disabled()
    for number, fieldset in enumerate(page.locator(".grading fieldset").all()):
        radio = fieldset.get_by_role("radio").nth(2 if number == 0 else 1)
        radio.focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Show the scorecard").press("Enter")
    expect(page.locator(".verdict")).to_have_text(
        f"0 weak, {count - 1} good, 1 great. Hire at the senior level: no weak answers and at least one great one."
    )
    expect(page.locator(".ticked")).to_have_count(count)
    page.wait_for_timeout(500)  # the schedule is loaded, then everything is kept
    assert sorted(card["grade"] for card in stored(page).values()) == ["good"] * (count - 1) + ["great"]
    page.emulate_media(media="print")
    assert not page.locator(".verdict").is_visible()
    assert page.locator(".scorecard").is_visible()
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) <= (count + 2) // 2
    page.emulate_media(media="screen")


@pytest.mark.parametrize(
    ("weak", "said"),
    [(0, "Discuss: no weak answers, but no great ones either."), (1, "Discuss: one weak answer."), (2, "No hire at the senior")],
)
def test_the_verdict_is_by_rubric(at: Visit, weak: int, said: str) -> None:
    begin(at.page)
    for _ in range(9):
        if at.page.locator(".grading").is_visible():
            break
        at.page.locator("[data-do=next]").click()
    for number, fieldset in enumerate(at.page.locator(".grading fieldset").all()):
        fieldset.get_by_role("radio").nth(0 if number < weak else 1).check()
    at.page.get_by_label("Add these grades to my practice history").uncheck()
    at.page.get_by_role("button", name="Show the scorecard").click()
    expect(at.page.locator(".verdict")).to_contain_text(said)
    assert stored(at.page) == {}


def test_ending_early_grades_what_was_asked(at: Visit) -> None:
    begin(at.page)
    at.page.locator("[data-do=next]").click()
    at.page.get_by_role("button", name="End the interview").click()
    expect(at.page.locator(".grading fieldset")).to_have_count(2)


def test_a_friend_gets_the_same_questions_with_the_scorecard(at: Visit) -> None:
    page = at.page
    begin(page)
    asked = page.locator("#mock-asked").text_content() or "?"
    page.reload(wait_until="networkidle")
    page.get_by_role("link", name="the questions and scorecard").click()
    expect(page.locator(".asked li a").first).to_have_text(asked)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mock interview oak")


def test_crafted_addresses_fall_back(context: BrowserContext, server: str) -> None:
    made = visit(context)
    for address in ("#level=wizard&minutes=7&seed=", "#seed=%3Cimg%20src=x%3E&minutes=1e9", "#" + "a" * 5000, "#level=__proto__"):
        made.go(f"{server}mock/{address}")
        made.page.reload(wait_until="networkidle")
        expect(made.page.locator("output[name=sum]")).to_contain_text(" types")
        assert made.page.locator("#mock-minutes").input_value() == "60"
    assert made.messages == []


def test_without_javascript_it_says_so(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}mock/")
    expect(page.get_by_text("The mock interview requires JavaScript.")).to_be_visible()
    context.close()


@pytest.fixture
def offline(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A browser that has seen the practice page once, and then loses its connection."""
    made = browser.new_context()
    page = made.new_page()
    page.goto(f"{server}practice/")
    expect(page.locator(".offline")).to_have_text("Now available offline.")
    page.close()
    made.set_offline(True)
    yield made
    made.close()


def test_practice_and_mock_work_without_a_connection(offline: BrowserContext, server: str) -> None:
    page = offline.new_page()
    page.goto(f"{server}practice/?topic=slos")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "17px"  # the style sheet is there
    page.get_by_role("button", name="Start").click()
    through(page, "Good")
    through(page, "Weak")
    assert len(stored(page)) == 2
    page.goto(f"{server}mock/{OAK}")
    begin(page)
    expect(page.locator(".session .ask")).not_to_be_empty()


def test_a_connection_that_comes_back_brings_the_new_site(offline: BrowserContext, server: str) -> None:
    offline.set_offline(False)
    page = offline.new_page()
    fresh = "<!doctype html><title>new</title><h1>A new edition</h1>"
    offline.route("**/practice/", lambda route: route.fulfill(body=fresh, content_type="text/html"))
    page.goto(f"{server}practice/")
    expect(page.get_by_role("heading", name="A new edition")).to_be_visible()


def test_the_worker_keeps_everything_that_the_pages_load(browser: Browser, server: str, built: Path) -> None:
    files = needed(built)
    context = browser.new_context(service_workers="block")
    made = visit(context)
    for path in ("practice/", f"mock/{OAK}"):
        made.go(server + path)
        made.page.get_by_role("button", name=re.compile("^Start")).click()
        made.page.wait_for_load_state("networkidle")
    loaded = {response.url.removeprefix(server).partition("#")[0] for response in made.responses}
    assert loaded - files - {"sw.js"} == set()
    context.close()


def test_a_changed_file_makes_a_new_edition(built: Path, tmp_path: Path) -> None:
    for path in (*needed(built), "assets/javascripts/offline/service-worker.js"):
        source, target = built / path, tmp_path / path
        source, target = (source / "index.html", target / "index.html") if path.endswith("/") else (source, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    write_service_worker(tmp_path)
    first = (tmp_path / "sw.js").read_text(encoding="utf-8")
    assert first == (built / "sw.js").read_text(encoding="utf-8")
    (tmp_path / "api/v1/topics.json").write_text(json.dumps({}), encoding="utf-8")
    write_service_worker(tmp_path)
    assert (tmp_path / "sw.js").read_text(encoding="utf-8").splitlines()[0] != first.splitlines()[0]


def test_a_file_of_another_edition_is_not_kept(browser: Browser, server: str) -> None:
    """While the site is being replaced, nothing is kept rather than a mixture."""
    context = browser.new_context()
    worker = context.request.get(f"{server}sw.js").text()
    context.route(
        "**/sw.js",
        lambda route: route.fulfill(body=re.sub(r'(topics.json": ")\w', r"\1x", worker), content_type="text/javascript"),
    )
    page = context.new_page()
    page.goto(f"{server}practice/", wait_until="networkidle")
    page.wait_for_timeout(1500)
    assert page.evaluate("caches.keys()") == []
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    context.close()
