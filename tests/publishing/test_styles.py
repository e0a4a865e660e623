"""Style sheets: written in parts, published as one file, and a mistake is told with its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from macros.publishing.styles import FOLDER, PARTS, SHEETS, StyleError, bundled, styles
from tests.browser.test_browser import QUESTION
from tests.conftest import ROOT, run_mkdocs
from tests.site.test_site import copy_of_the_project

THEME = ROOT / "theme"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the theme, to break."""
    return shutil.copytree(THEME, tmp_path / "theme")


def test_every_part_is_imported_once_and_nothing_else_stands_in_the_sheet() -> None:
    sheet = (THEME / FOLDER / "site.css").read_text(encoding="utf-8")
    imported = re.findall(r'@import "parts/(.+?)";\n', sheet)
    assert sorted(imported) == sorted(file.name for file in (THEME / PARTS).iterdir())
    assert re.sub(r'/\*.*?\*/\n|@import ".*?";\n', "", sheet) == ""


def test_the_site_has_whole_sheets_and_no_parts(built: Path) -> None:
    ours = {THEME.joinpath(FOLDER, name).read_text(encoding="utf-8") for name in SHEETS}
    for name in SHEETS:
        text = (built / FOLDER / name).read_text(encoding="utf-8")
        assert text
        assert "@import" not in text
        assert text not in ours
    assert not (built / PARTS).exists()


def test_the_same_parts_give_the_same_bytes(theme: Path) -> None:
    assert bundled(theme, "site.css") == bundled(THEME, "site.css")


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (".a { color red; }", "Unexpected token"),
        (".a { color: red; }}", "Invalid empty selector"),
        ("@media (max-width: { .a { color: red; } }", "Invalid media query"),
        ('@import "nowhere.css";', "No such file"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(theme: Path, mistake: str, said: str) -> None:
    part = theme / PARTS / "home.css"
    text = part.read_text(encoding="utf-8")
    part.write_text(f"/* One */\n\n{mistake}\n{text}", encoding="utf-8")
    with pytest.raises(StyleError, match=f"^theme/{PARTS}/home.css:3: {said}"):
        styles(theme)


def test_a_mistake_stops_the_build_without_a_traceback(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    with (project / "theme" / PARTS / "home.css").open("a", encoding="utf-8") as part:
        part.write("}")
    result = run_mkdocs("build", "--strict", cwd=project)
    assert result.returncode != 0
    assert f"theme/{PARTS}/home.css:" in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "site").exists()  # it is told before any page is made


def test_both_palettes_say_the_same_about_the_light_scheme() -> None:
    text = (THEME / PARTS / "settings.css").read_text(encoding="utf-8")
    plain, switched = text.split("@supports", 1)
    pairs = re.findall(r"(--[\w-]+): light-dark\((rgb\(.*?\)|[^,]+), ", switched)
    assert len(pairs) >= 15
    for name, light in pairs:
        assert f"{name}: {light};" in plain, name
    for part in (THEME / PARTS).iterdir():
        used = re.findall(r"^ +[\w-]+: light-dark\(", part.read_text(encoding="utf-8"), re.MULTILINE)
        assert part.name == "settings.css" or used == [], part.name


def test_a_browser_without_light_dark_shows_the_light_scheme(browser: Browser, server: str) -> None:
    """In the dark, too: search and definitions have a ground, and text that can be read upon it."""
    context = browser.new_context(color_scheme="dark", service_workers="block")
    page = context.new_page()

    def older(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("light-dark(", "no-such("))

    page.route("**/site.css", older)
    page.goto(server + QUESTION)
    colors = "(element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]"
    light = ["rgb(255, 254, 251)", "rgb(27, 35, 38)"]
    page.locator("details.fold-short summary").click()
    page.locator("details.fold-short a.term").first.hover()
    expect(page.locator("#popover")).to_be_visible()
    assert page.locator("#popover").evaluate(colors) == light
    page.keyboard.press("/")
    expect(page.locator("dialog.search")).to_be_visible()
    assert page.locator("dialog.search").evaluate(colors) == light
    assert page.locator("body").evaluate(colors) == ["rgb(250, 248, 243)", "rgb(27, 35, 38)"]
    expect(page.locator(".scheme")).to_be_hidden()
    context.close()
