"""Practice: try, grade, come back when it is due; and nothing is lost when storage misbehaves."""

from __future__ import annotations

import datetime
import hashlib
import itertools
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsrs
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.catalogue.site import SITE_NAME, site_from
from macros.model import Level
from macros.reading.folder import Loaded
from tests.browser.test_browser import Visit, visit
from tests.conftest import ROOT, build_environment

LOCK = "distributed-lock-safety"
WEAK = {
    "grade": "weak",
    "last": "2026-01-02T10:00:00.000Z",
    "due": "2026-01-03T10:00:00.000Z",
    "stability": 0.2,
    "difficulty": 6.4,
    "reviews": 1,
}
KEY = f"{SITE_NAME} {site_from(build_environment()).base_path} practice"
VENDOR = ROOT / "theme/assets/javascripts/vendor"
RATINGS = {"weak": fsrs.Rating.Again, "good": fsrs.Rating.Good, "great": fsrs.Rating.Easy}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740}, accept_downloads=True, service_workers="block")
    yield made
    made.close()


@pytest.fixture
def at(context: BrowserContext, server: str) -> Iterator[Visit]:
    """A first visit of the practice page, as on a phone."""
    made = visit(context)
    made.go(f"{server}practice/")
    yield made
    assert made.messages == []


def stored(page: Page) -> dict[str, Any]:
    text = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    return dict(json.loads(text)["cards"]) if text else {}


def store(context: BrowserContext, text: str) -> None:
    """What is in the browser when a page is opened first."""
    context.add_init_script(
        f"if (!sessionStorage.begun) {{ sessionStorage.begun = 1; localStorage.setItem({json.dumps(KEY)}, {json.dumps(text)}); }}"
    )


def cards(**entries: Any) -> str:
    return json.dumps({"version": 1, "cards": {name.replace("_", "-"): card for name, card in entries.items()}})


def title(page: Page) -> str:
    expect(page.locator("#asked")).not_to_be_empty()
    return page.locator("#asked").text_content() or ""


def through(page: Page, grade: str) -> None:
    """One question by its buttons."""
    expect(page.locator(".session .ask")).not_to_be_empty()
    page.get_by_role("button", name="Show the short answer").click()
    page.get_by_role("button", name="Show the rubric").click()
    page.locator(".session").get_by_role("button", name=re.compile(f"^{grade} ")).click()


def test_a_round_with_one_thumb(at: Visit) -> None:
    page = at.page
    page.get_by_label("Latency and performance").check()
    assert page.url.endswith("?topic=performance")
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".session .answer")).to_be_hidden()
    first = title(page)
    through(page, "Weak")
    expect(page.locator("#asked")).not_to_have_text(first)
    through(page, "Great")
    assert sorted(card["grade"] for card in stored(page).values()) == ["great", "weak"]
    page.get_by_role("button", name="Skip").click()
    page.get_by_role("button", name="End").click()
    expect(page.get_by_role("heading", name="Session summary")).to_be_visible()
    expect(page.locator(".summary td")).to_have_text(["Latency and performance", "1", "", "1"])
    expect(page.locator(".summary li a")).to_have_text(first)
    assert (page.locator(".summary li a").get_attribute("href") or "").endswith("/#full-answer")
    expect(page.locator(".keep .fold-hint")).to_have_text("2 questions graded, 0 due")


def test_by_keyboard_alone(at: Visit) -> None:
    page = at.page
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".session .ask")).not_to_be_empty()
    first = title(page)
    expect(page.locator("#asked")).to_be_focused()
    for key in (" ", " ", "2"):
        page.keyboard.press(key)
    expect(page.locator("#asked")).not_to_have_text(first)
    assert [card["grade"] for card in stored(page).values()] == ["good"]
    page.keyboard.press("u")
    expect(page.locator("#asked")).to_have_text(first)
    assert stored(page) == {}
    page.keyboard.press("s")
    expect(page.locator(".where")).to_contain_text("2 of ")
    page.keyboard.press("u")
    expect(page.locator("#asked")).to_have_text(first)
    page.keyboard.press("3")  # not before the rubric is open
    assert stored(page) == {}


def test_the_address_chooses(context: BrowserContext, server: str, loaded: Loaded) -> None:
    made = visit(context)
    made.go(f"{server}practice/?topic=overload,slos&level=senior&kind=design&only=new&order=shuffle&x=<b>")
    wanted = [
        question
        for question in loaded.bank.questions
        if (question.fields.topic in {"overload", "slos"})
        and (question.fields.level, question.fields.kind) == ("senior", "design")
    ]
    expect(made.page.locator(".choose output")).to_have_text(f"{len(wanted)} question{'s' if len(wanted) != 1 else ''}")
    made.go(f"{server}practice/?level=wizard&only=everything&topic=__proto__,<img>")
    expect(made.page.locator(".choose output")).to_have_text(f"{len(loaded.bank.questions)} questions")
    made.page.get_by_label("Show").select_option("weak")
    expect(made.page.get_by_text("No questions match.")).to_be_visible()
    expect(made.page.get_by_role("button", name="Start")).to_be_disabled()
    assert made.messages == []


def test_lists_and_topics_lead_to_practice(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(f"{server}questions/?topic=overload&level=senior,staff&text=load")
    made.page.get_by_role("link", name="Practice these").click()
    made.page.wait_for_url("**/practice/?topic=overload&level=senior,staff")
    made.go(f"{server}topics/slos/")
    made.page.get_by_role("link", name="Practice this topic").click()
    expect(made.page.get_by_label("SLOs and error budgets")).to_be_checked()


def test_due_comes_first_then_new_and_easier_before_harder(context: BrowserContext, server: str, loaded: Loaded) -> None:
    later = WEAK | {"due": "2999-01-01T00:00:00.000Z"}
    store(context, cards(distributed_lock_safety=WEAK, choose_a_timeout=later))
    made = visit(context)
    made.go(f"{server}practice/")
    expect(made.page.locator(".choose output")).to_have_text(f"{len(loaded.bank.questions)} questions, 1 due")
    made.page.get_by_role("button", name="Start").click()
    documents = loaded.bank.documents
    assert title(made.page) == documents[f"docs/questions/{LOCK}.md"].title
    made.page.get_by_role("button", name="Skip").click()
    expect(made.page.locator(".session .level")).to_have_text(str(Level.JUNIOR))
    assert title(made.page) != documents["docs/questions/choose-a-timeout.md"].title


def test_what_is_due_shows_elsewhere_and_can_be_graded_there(context: BrowserContext, server: str) -> None:
    store(context, cards(distributed_lock_safety=WEAK))
    made = visit(context)
    page = made.page
    made.go(server)
    expect(page.locator(".sections .due-mark")).to_have_text("1 due")
    expect(page.locator(".doors .due-mark")).to_have_text("1 due")
    made.go(f"{server}topics/consistency/")
    expect(page.locator(".rows .due-mark")).to_have_text(["weak, due"])
    made.go(f"{server}questions/{LOCK}/")
    expect(page.locator(".column > .facts .due-mark")).to_have_text("weak, due")
    page.locator("details.fold-rubric summary").click()
    page.locator(".grade-here").get_by_role("button", name="Great").click()
    expect(page.locator(".grade-here [role=status]")).to_contain_text("Graded great. Due again ")
    expect(page.locator(".column > .facts .due-mark")).to_contain_text("great, due ")
    assert (stored(page)[LOCK]["grade"], stored(page)[LOCK]["reviews"]) == ("great", 2)
    assert made.messages == []


def test_a_renamed_question_keeps_its_history(context: BrowserContext, server: str) -> None:
    def with_alias(route: Route) -> None:
        answer: dict[str, Any] = route.fetch().json()
        next(question for question in answer["questions"] if question["id"] == LOCK)["aliases"] = ["two-lock-holders"]
        route.fulfill(json=answer)

    store(context, cards(two_lock_holders=WEAK, **{LOCK.replace("-", "_"): WEAK | {"last": "2025-01-01T00:00:00.000Z"}}))
    made = visit(context)
    made.page.route("**/api/v1/questions.json", with_alias)
    made.go(f"{server}practice/")
    expect(made.page.locator(".choose output")).to_contain_text("1 due")
    assert stored(made.page) == {LOCK: WEAK}


def test_two_tabs_lose_nothing(context: BrowserContext, server: str) -> None:
    one, other = visit(context), visit(context)
    one.go(f"{server}practice/?topic=performance")
    other.go(f"{server}practice/?topic=overload")
    for made in (one, other):
        made.page.get_by_role("button", name="Start").click()
    through(one.page, "Good")
    through(other.page, "Weak")
    through(one.page, "Great")
    assert sorted(card["grade"] for card in stored(one.page).values()) == ["good", "great", "weak"]
    expect(other.page.locator(".keep .fold-hint")).to_contain_text("3 questions graded")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{not json", "This page can't read the grades stored here."),
        ('"a text"', "This page can't read the grades stored here."),
        ('{"version": 1, "cards": null}', "This page can't read the grades stored here."),
        ('{"version": 3, "decks": []}', "The grades stored here come from a newer version of this page."),
    ],
)
def test_what_cannot_be_read_is_never_overwritten(context: BrowserContext, server: str, text: str, told: str) -> None:
    store(context, text)
    made = visit(context)
    page = made.page
    made.go(f"{server}practice/")
    expect(page.locator(".told")).to_contain_text(told)
    page.get_by_role("button", name="Start").click()
    through(page, "Good")
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == text
    page.get_by_role("button", name="End").click()
    expect(page.locator(".summary td").nth(2)).to_have_text("1")  # it works all the same
    exported = download(page)
    assert text in (exported["unreadable"], text)
    assert len(exported["cards"]) == 1
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete all").click()
    expect(page.locator(".told")).to_be_hidden()
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) is None
    assert made.messages == []


def test_an_entry_that_is_damaged_stays_as_it_is(context: BrowserContext, server: str) -> None:
    damaged = {"grade": "superb", "last": 5}
    store(context, cards(distributed_lock_safety=WEAK, nines_to_downtime=damaged, **{"x/../y": WEAK}))
    made = visit(context)
    made.go(f"{server}practice/?topic=overload")
    expect(made.page.locator(".told")).to_contain_text("2 stored grades can't be read and are left untouched.")
    made.page.get_by_role("button", name="Start").click()
    through(made.page, "Good")
    kept = stored(made.page)
    assert (kept["nines-to-downtime"], kept["x/../y"], kept[LOCK]) == (damaged, WEAK, WEAK)
    assert len(kept) == 4


def test_storage_that_is_full_or_switched_off(context: BrowserContext, server: str) -> None:
    made = visit(context)
    page = made.page
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    made.go(f"{server}practice/")
    page.get_by_role("button", name="Start").click()
    through(page, "Good")
    expect(page.locator(".told")).to_contain_text("Browser storage is full")
    through(page, "Weak")
    assert len(download(page)["cards"]) == 2
    off = visit(context)
    off.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError'); } })"
    )
    off.go(f"{server}practice/")
    expect(off.page.locator(".told")).to_contain_text("This browser blocks storage for this site")
    off.page.get_by_role("button", name="Start").click()
    through(off.page, "Good")
    assert len(download(off.page)["cards"]) == 1
    assert made.messages == off.messages == []


def download(page: Page) -> dict[str, Any]:
    if page.locator("details.keep").get_attribute("open") is None:
        page.locator("details.keep summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export").click()
    assert re.fullmatch(r"sre-interview-grades-\d{4}-\d\d-\d\d\.json", waiting.value.suggested_filename)
    return dict(json.loads(Path(waiting.value.path()).read_text(encoding="utf-8")))


def test_export_and_import_between_browsers(at: Visit, browser: Browser, server: str, tmp_path: Path) -> None:
    at.page.get_by_role("button", name="Start").click()
    through(at.page, "Weak")
    exported = download(at.page)
    assert exported["cards"] == stored(at.page)
    file = tmp_path / "grades.json"
    file.write_text(json.dumps(exported), encoding="utf-8")
    context = browser.new_context(service_workers="block")
    store(context, cards(distributed_lock_safety=WEAK))
    made = visit(context)
    made.go(f"{server}practice/")
    made.page.locator(".keep [type=file]").set_input_files(file)
    expect(made.page.locator(".told")).to_have_text("1 grade imported.")
    assert stored(made.page) == exported["cards"] | {LOCK: WEAK}
    for text in ("", "{", "[]", '{"version": 9}', "\x00\xff"):
        file.write_text(text, encoding="utf-8")
        made.page.locator(".keep [type=file]").set_input_files(file)
        expect(made.page.locator(".told")).to_contain_text(re.compile("wasn't exported from this page|newer version"))
        assert stored(made.page) == exported["cards"] | {LOCK: WEAK}
    context.close()


def test_without_connection_it_says_so(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.page.route("**/api/v1/questions.json", lambda route: route.abort())
    made.go(f"{server}practice/")
    expect(made.page.locator(".told")).to_contain_text("The questions couldn't be loaded.")


def test_without_javascript_it_says_so(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}practice/")
    expect(page.get_by_text("Practice requires JavaScript.")).to_be_visible()
    context.close()


def test_the_schedule_is_that_of_fsrs(context: BrowserContext, server: str) -> None:
    """Against another implementation by the authors of the algorithm, over sequences of grades and of days between them."""
    page = context.new_page()
    page.goto(server)
    dice = random.Random(7)
    sequences = [list(zip(grades, (1, 3, 20), strict=True)) for grades in itertools.product(RATINGS, repeat=3)]
    sequences += [[(dice.choice(list(RATINGS)), dice.randint(0, 90)) for _ in range(12)] for _ in range(40)]
    begin = datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC)
    script = """async ([sequences, begin]) => {
      const { graded } = await import(new URL("assets/javascripts/progress/schedule.js", location.href));
      return sequences.map((sequence) => {
        let card = null;
        const now = new Date(begin);
        return sequence.map(([grade, days]) => {
          card = graded(card, grade, now);
          now.setUTCDate(now.getUTCDate() + days);
          return card;
        });
      });
    }"""
    ours = page.evaluate(script, [sequences, begin.isoformat()])
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=365)
    compared = 0
    for sequence, shown in zip(sequences, ours, strict=True):
        card, now = fsrs.Card(), begin
        for (grade, days), mine in zip(sequence, shown, strict=True):
            same_day = card.last_review is not None and now.date() == card.last_review.date()
            card, _ = scheduler.review_card(card, RATINGS[grade], now)
            if same_day:
                break  # the libraries differ in how they count two reviews on one day
            assert mine["stability"] == pytest.approx(card.stability, rel=1e-3)
            assert mine["difficulty"] == pytest.approx(card.difficulty, rel=1e-3)
            due = datetime.datetime.fromisoformat(mine["due"])
            apart = (due - card.due).days  # ours also keeps the dates of the four grades apart, by a day each
            assert 0 <= apart <= 3, (sequence, mine, card.due)
            compared += 1
            now += datetime.timedelta(days=days)
    assert compared > 300


def test_the_library_is_as_published() -> None:
    """A new checksum means a new version: run the tests against it, then bless it here."""
    text = (VENDOR / "ts-fsrs.js").read_bytes()
    assert hashlib.sha256(text).hexdigest()[:16] == "e5c4c4f3c552c2d1"
    assert b"MIT" in text.splitlines()[0]
    assert "MIT License" in (VENDOR / "ts-fsrs.LICENSE").read_text(encoding="utf-8")
