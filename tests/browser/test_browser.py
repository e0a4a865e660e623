"""The built site in a real Chromium, below a path, as a reader uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

QUESTION = "questions/disaster-recovery-strategies/"
PAGES = {
    "home": "",
    "list": "questions/",
    "question": QUESTION,
    "flashcards": "questions/burn-rate-alert-design/",
    "figure": "questions/distributed-lock-safety/",
    "chart": "questions/cache-hit-rate-backend-load/",
    "quality": "quality/",
    "data": "data/",
    "downloads": "downloads/",
    "kits": "kits/",
    "kit": "kits/senior-sre/",
    "builder": "build/#kit=load-shedding-design:20,distributed-lock-safety:25&name=Payments%20SRE&level=senior",
    "picking": "questions/#kit=load-shedding-design",
    "hiring": "hiring/",
    "practice": "practice/",
    "mock": "mock/#level=senior&minutes=60&seed=oak",
    "topics": "topics/",
    "topic": "topics/disaster-recovery/",
    "glossary": "glossary/",
    "term": "glossary/rto/",
    "contribute": "contribute/",
    "missing": "nowhere/",
}
WIDTHS, SCHEMES = (360, 1280), ("light", "dark")
MAX_BYTES, MAX_REQUESTS = 100_000, 12
TOOLS = {"builder", "picking", "practice", "mock"}  # pages at work: they load what they work with
MAX_REQUESTS_OF_A_TOOL = 24
BLOCKED = "Service Worker registration blocked by Playwright"  # what a context says that was told to
RECORD_SHIFTS = (
    "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; })"
    ".observe({ type: 'layout-shift', buffered: true })"
)
OPEN_ALL = "document.querySelectorAll('details').forEach((fold) => (fold.open = true))"


@dataclass
class Visit:
    """A page and what happened while it loaded."""

    page: Page
    messages: list[str] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    def go(self, address: str) -> None:
        self.page.goto(address, wait_until="networkidle")


def visit(context: BrowserContext) -> Visit:
    made = Visit(context.new_page())
    made.page.on("console", lambda message: made.messages.append(message.text) if message.text != BLOCKED else None)
    made.page.on("pageerror", lambda error: made.messages.append(str(error)))
    made.page.on("response", lambda response: made.responses.append(response))
    return made


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture
def at(context: BrowserContext, server: str) -> Iterator[Visit]:
    """A visit of the question page."""
    made = visit(context)
    made.go(server + QUESTION)
    yield made
    assert made.messages == []


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, server: str, name: str) -> None:
    """At both widths and in both schemes, all folds open."""
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
        page = context.new_page()
        page.goto(server + PAGES[name])
        page.evaluate(OPEN_ALL)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            result = Axe().run(page, options={"resultTypes": ["violations", "incomplete"]})
            assert result.violations_count == 0, f"{width} {scheme}\n{result.generate_report()}"
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_budget_hosts_console_and_layout_shift(context: BrowserContext, server: str, name: str) -> None:
    made = visit(context)
    made.page.add_init_script(RECORD_SHIFTS)
    made.go(server + PAGES[name])
    host = urlsplit(server).netloc
    assert {urlsplit(response.url).netloc for response in made.responses} == {host}
    size = sum(
        response.request.sizes()["responseBodySize"] + response.request.sizes()["responseHeadersSize"]
        for response in made.responses
    )
    most = MAX_REQUESTS_OF_A_TOOL if name in TOOLS else MAX_REQUESTS + (name == "kit")  # the fields of its scorecard
    assert len(made.responses) <= most, [response.url for response in made.responses]
    assert size <= MAX_BYTES, size
    assert not any("pagefind" in response.url for response in made.responses)
    assert made.page.evaluate("shift") == 0
    expected = ["404"] if name == "missing" else []
    assert len(made.messages) == len(expected), made.messages
    assert all(part in message for part, message in zip(expected, made.messages, strict=True))


@pytest.mark.parametrize("name", PAGES)
def test_nothing_overflows_at_320_pixels(browser: Browser, server: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(server + PAGES[name])
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_folds_open_and_close_with_the_mouse_and_the_keyboard(at: Visit) -> None:
    fold = at.page.locator("details.fold-short")
    summary = fold.locator("summary")
    summary.click()
    expect(fold).to_have_attribute("open", "")
    summary.click()
    expect(fold).not_to_have_attribute("open", "")
    summary.focus()
    at.page.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
    at.page.keyboard.press("Space")
    expect(fold).not_to_have_attribute("open", "")


@pytest.mark.parametrize(
    "anchor",
    ["short-answer", "full-answer", "set-targets-for-each-loss", "great", "would-you-make-the-database-failover-automatic"],
)
def test_an_address_opens_the_fold_that_it_leads_to(context: BrowserContext, server: str, anchor: str) -> None:
    made = visit(context)
    made.go(f"{server}{QUESTION}#{anchor}")
    expect(made.page.locator(f"#{anchor}")).to_be_visible()
    expect(made.page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_link_on_the_page_opens_its_fold(at: Visit) -> None:
    link = at.page.locator(".contents a", has_text="What interviewers look for")
    link.click()
    fold = at.page.locator("details.fold-rubric")
    expect(fold).to_have_attribute("open", "")
    fold.locator("summary").click()
    expect(fold).not_to_have_attribute("open", "")
    link.click()  # the same address again
    expect(fold).to_have_attribute("open", "")


def test_a_crafted_address_does_nothing(context: BrowserContext, server: str) -> None:
    made = visit(context)
    for fragment in ("#%E0%A4%A", "#<img src=x onerror=alert(1)>", "#__proto__", "#" + "a" * 5000):
        made.go(f"{server}{QUESTION}{fragment}")
    assert made.messages == []
    assert made.page.locator("details[open]").count() == 0


def test_open_all_close_all_and_print(at: Visit) -> None:
    folds = at.page.locator("details.fold")
    at.page.get_by_role("button", name="Open all").click()
    assert at.page.locator("details.fold:not([open])").count() == 0
    at.page.get_by_role("button", name="Close all").click()
    assert at.page.locator("details.fold[open]").count() == 0
    at.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert at.page.locator("details.fold[open]").count() == folds.count()
    at.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert at.page.locator("details.fold[open]").count() == 0


def test_copy_a_link_to_a_fold(at: Visit) -> None:
    at.page.locator("details.fold-short summary").click()
    at.page.locator("details.fold-short .copy-link").click()
    expect(at.page.locator("details.fold-short [role=status]")).to_have_text(" Link copied")
    assert str(at.page.evaluate("navigator.clipboard.readText()")).endswith(f"{QUESTION}#short-answer")


def test_definition_on_hover_focus_and_escape(at: Visit) -> None:
    at.page.locator("details.fold-short summary").click()
    term = at.page.locator("details.fold-short a.term").first
    popover = at.page.locator("#popover")
    term.hover()
    expect(popover).to_be_visible()
    expect(popover).to_contain_text(term.get_attribute("data-definition") or "?")
    at.page.mouse.move(5, 5)
    expect(popover).to_be_hidden()
    term.focus()
    at.page.keyboard.press("Shift+Tab")
    at.page.keyboard.press("Tab")
    expect(popover).to_be_visible()
    expect(term).to_have_attribute("aria-describedby", "popover")
    at.page.keyboard.press("Escape")
    expect(popover).to_be_hidden()


def test_source_of_a_claim_on_hover(at: Visit) -> None:
    at.page.get_by_role("button", name="Open all").click()
    at.page.locator(".footnote-ref").first.hover()
    expect(at.page.locator("#popover")).to_contain_text("(standard, 2010)")


def test_first_tap_explains_and_second_follows(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server + QUESTION)
    page.locator("details.fold-short summary").tap()
    term = page.locator("details.fold-short a.term").first
    term.tap()
    expect(page.locator("#popover")).to_be_visible()
    expect(page.locator("#popover a")).to_have_text("Open in the glossary")
    assert page.url == server + QUESTION
    term.tap()
    page.wait_for_url(re.compile("/glossary/"))
    context.close()


def test_search_from_the_keyboard(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(server)
    made.page.keyboard.press("/")
    field = made.page.get_by_role("searchbox")
    expect(field).to_be_focused()
    field.fill("RTO")
    first = made.page.locator(".search li a").first
    expect(first).to_be_visible()
    made.page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    made.page.keyboard.press("Escape")
    expect(made.page.locator(".search")).to_be_hidden()
    assert made.messages == []


@pytest.mark.parametrize(
    ("query", "title"), [("RTO", "Recovery time objective"), ("recovery time objective", "(RTO)"), ("ELK", "ELK stack")]
)
def test_search_finds_a_term_by_acronym_and_by_name(context: BrowserContext, server: str, query: str, title: str) -> None:
    made = visit(context)
    made.go(server + QUESTION)
    made.page.keyboard.press("/")
    made.page.get_by_role("searchbox").fill(query)
    expect(made.page.locator(".search li", has_text=title).first).to_be_visible()


def test_search_leads_into_a_fold(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(server + "glossary/")
    made.page.keyboard.press("/")
    made.page.get_by_role("searchbox").fill("would you make the database failover automatic")
    made.page.locator(".search li a", has_text="primary data center").first.click()
    made.page.wait_for_url(re.compile(QUESTION))
    expect(made.page.get_by_text("Across regions, I automate all steps except the decision")).to_be_visible()
    assert made.messages == []


def test_scheme_follows_the_system_is_switched_and_remembered(browser: Browser, server: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    ground = "getComputedStyle(document.body).backgroundColor"
    page.goto(server)
    dark = page.evaluate(ground)
    button = page.get_by_role("button", name="Dark mode")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    light = page.evaluate(ground)
    assert light != dark
    page.goto(server + QUESTION)
    assert page.evaluate(ground) == light
    expect(button).to_have_attribute("aria-pressed", "false")
    context.close()


def test_without_javascript_every_word_can_be_read(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + QUESTION)
    fold = page.locator("details.fold-short")
    expect(fold.locator(".fold-body")).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator(".fold-body")).to_be_visible()
    page.goto(f"{server}{QUESTION}#great")
    expect(page.locator("#great")).to_be_visible()
    page.goto(f"{server}{QUESTION}#full-answer")
    expect(page.locator("#full-answer")).to_be_visible()
    context.close()


def test_the_page_that_is_missing_helps(context: BrowserContext, server: str) -> None:
    made = visit(context)
    made.go(server + "questions/disaster-recovery/typo/")
    made.page.locator("main a", has_text="All questions").click()
    expect(made.page.get_by_role("heading", level=1, name="Questions", exact=True)).to_be_visible()


_LABELS_IN_THE_WAY = """() => {
  const found = [];
  for (const chart of document.querySelectorAll('svg.chart')) {
    const frame = chart.viewBox.baseVal;
    const labels = [...chart.querySelectorAll('text')].filter((text) => text.textContent).map((text) => [text.textContent, text.getBBox()]);
    labels.forEach(([name, box], index) => {
      if (box.x < 0 || box.y < 0 || box.x + box.width > frame.width || box.y + box.height > frame.height) found.push(`${name} is cut off`);
      for (const [other, its] of labels.slice(index + 1)) {
        const across = box.x < its.x + its.width && its.x < box.x + box.width;
        if (across && box.y + 2 < its.y + its.height && its.y + 2 < box.y + box.height) found.push(`${name} lies on ${other}`);
      }
    });
  }
  return found;
}"""


def test_figures_can_be_read(browser: Browser, server: str, built: Path) -> None:
    """At both widths no label is cut off or lies on another one, and each figure says what it shows."""
    pages = [
        page.parent.name for page in sorted(built.glob("questions/*/index.html")) if 'class="chart"' in page.read_text("utf-8")
    ]
    assert len(pages) >= 12
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 800}, service_workers="block")
        page = context.new_page()
        for name in pages:
            page.goto(f"{server}questions/{name}/")
            page.evaluate(OPEN_ALL)
            assert page.evaluate(_LABELS_IN_THE_WAY) == [], f"{name} at {width}"
            chart = page.get_by_role("img").and_(page.locator("svg.chart"))
            assert chart.count() >= 1
            assert len(chart.first.get_attribute("aria-label") or "") > 60
        context.close()


@pytest.mark.parametrize(
    ("address", "section"),
    [(QUESTION, "Questions"), ("topics/slos/", "Topics"), ("kits/", "Hire"), ("kits/senior-sre/", "Hire"), ("mock/", "Practice")],
)
def test_the_header_says_where_the_reader_is(context: BrowserContext, server: str, address: str, section: str) -> None:
    page = visit(context).page
    page.goto(server + address)
    assert page.locator(".sections [aria-current]").all_inner_texts() == [section]


def test_every_letter_of_the_glossary_is_one_step_away(context: BrowserContext, server: str) -> None:
    page = visit(context).page
    page.goto(f"{server}glossary/")
    letters = page.get_by_role("navigation", name="Letters").get_by_role("link")
    assert letters.all_inner_texts() == [text.removesuffix("#") for text in page.locator(".text > h2").all_inner_texts()]
    letters.last.click()
    expect(page.locator(".text > h2").last).to_be_in_viewport()
    expect(letters.first).to_be_in_viewport()  # it stays in sight
