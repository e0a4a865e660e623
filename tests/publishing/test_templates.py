"""Templates escape what they print: what a contributor wrote stays text, in Markdown and in HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest
from jinja2 import Environment, FileSystemLoader, UndefinedError

from macros.pages.parts import Entry, Part
from macros.publishing import templates
from tests.conftest import ROOT, THEME, VIEWS, run_mkdocs
from tests.publishing.test_guard import checkout


def test_markup_in_a_title_stays_text() -> None:
    title = "Is `{{ 7*7 }}` *safe* [here](x) & <b>there</b>?"
    shown = templates.link(Entry(title=title, path="docs/topics/odd.md"), "docs/topics/index.md")
    assert not set("`*{}<>") & set(shown)
    assert shown.count("[") == shown.count("](") == 1


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("docs/index.md", "./practice/"),
        ("docs/questions/index.md", "../practice/"),
        ("docs/questions/x.md", "../../practice/"),
        ("docs/downloads.md", "../practice/"),
    ],
)
def test_an_address_below_the_site_is_relative_to_the_page(page: str, address: str) -> None:
    assert templates.seen_from("practice/", page) == address


@dataclass(frozen=True, kw_only=True)
class Odd(Part):
    template: ClassVar[str] = "odd.html"
    text: str


@pytest.mark.parametrize(("template", "shown"), [("<p>{{ text }}</p>", "<p>&lt;b&gt;</p>"), ("{{ text | safe }}", "<b>")])
def test_a_part_is_escaped_unless_its_template_says_otherwise(tmp_path: Path, template: str, shown: str) -> None:
    (tmp_path / "odd.html").write_text(template, encoding="utf-8")
    assert templates.Templates(tmp_path).render(Odd(text="<b>"), "docs/index.md") == shown


def test_what_a_part_does_not_have_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "odd.html").write_text("{{ txet }}", encoding="utf-8")
    with pytest.raises(UndefinedError, match="txet"):
        templates.Templates(tmp_path).render(Odd(text="x"), "docs/index.md")


def test_templates_of_ours_escape_and_those_of_the_theme_stay_as_they_are(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder, name in ((ours, "a.html"), (ours, "posting.md"), (theirs, "b.html")):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text("{{ text }}", encoding="utf-8")
    env = Environment(loader=FileSystemLoader([ours, theirs]))
    templates.on_env(env, config=SimpleNamespace(theme=SimpleNamespace(custom_dir=str(ours))), files=None)
    shown = {name: env.get_template(name).render(text="<b>") for name in ("a.html", "posting.md", "b.html")}
    assert shown == {"a.html": "&lt;b&gt;", "posting.md": "<b>", "b.html": "<b>"}


def test_no_template_escapes_by_hand_and_few_do_not_escape() -> None:
    """What is not escaped is HTML that Python-Markdown made: the text of a page, and its headings."""
    written = {path.relative_to(THEME).as_posix(): path.read_text(encoding="utf-8") for path in THEME.rglob("*.html")}
    assert not [name for name, text in written.items() if re.search(r"\|\s*e(scape)?\b", text)]
    unescaped = {name: text.count("| safe") for name, text in written.items() if "| safe" in text}
    assert unescaped == {"site.html": 1, "partials/site/contents.html": 2}


def test_every_view_is_used() -> None:
    used = {path.name for path in VIEWS.iterdir()}
    named = "".join(path.read_text(encoding="utf-8") for path in [*(ROOT / "macros/pages").glob("*.py"), *VIEWS.iterdir()])
    assert {name for name in used if f'"{name}"' not in named} == set()


HOSTILE = "<img src=x onerror=alert(1)> & {{ 7 * 7 }} 'one'"


def test_a_front_matter_is_not_obeyed_and_a_title_is_no_markup(tmp_path: Path) -> None:
    """Served, since a build refuses such pages. mkdocs-macros, MkDocs and the theme would each obey or print what stands there."""
    project = checkout(tmp_path, "{{ 6 * 7 }}")
    first, term = project / "docs/questions/first.md", project / "docs/glossary/rto.md"
    lines = first.read_text(encoding="utf-8").split("\n")
    title = next(index for index, line in enumerate(lines) if line.startswith("# "))
    lines[title] = f"# `{HOSTILE}`"
    first.write_text("\n".join(lines), encoding="utf-8")
    second = project / "docs/questions/second.md"
    obeyed = "---\nrender_macros: true\ntemplate: redirect.html\nlocation: https://example.com/\n"
    second.write_text(second.read_text(encoding="utf-8").replace("---\n", obeyed, 1) + "\n{{ 6 * 7 }}\n", encoding="utf-8")
    text = term.read_text(encoding="utf-8")
    term.write_text(f'---\naka:\n  - "{HOSTILE}"\n---\n' + text[text.index("\n# ") :], encoding="utf-8")
    result = run_mkdocs("build", cwd=project, SERVING="1", WITHOUT_DOWNLOADS="1")
    assert result.returncode == 0, result.stderr
    pages = {
        file.relative_to(project / "site").as_posix(): file.read_text(encoding="utf-8")
        for file in sorted((project / "site").rglob("*.html"))
    }
    assert [path for path, page in pages.items() if re.search(r"<img[^>]*onerror", page)] == []
    assert sum("&lt;img src=x" in page for page in pages.values()) >= 5
    served = pages["questions/second/index.html"]
    assert "{{ 6 * 7 }}" in served, "the page has made macros run"
    assert "<main" in served, "the page has chosen its template"
