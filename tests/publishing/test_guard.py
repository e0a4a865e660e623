"""The second layer: what no rule has seen is still not published, neither as a page nor in an export."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site
from macros.exports.api import whole_questions
from macros.model.problem import ActiveContentError
from macros.publishing import guard
from macros.reading.folder import Loaded, load
from macros.rendering.allow_list import breaches, refused
from tests.conftest import BANK, ROOT, run_mkdocs

PATH = "docs/questions/first.md"
HOLE = '```html,ignore\n\n<img src="x" onerror="alert(1)"/>\n\n<script>alert(2)</script>\n\n```text\nx\n```'
DRAWN = '<figure class="figure"><svg class="chart" viewBox="0 0 1 1"><path d="M0 0"></path></svg></figure>'


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<p>a<script>alert(1)</script></p>", "<script>"),
        ('<p><img src="x" alt="" onerror="alert(1)"></p>', "onerror of <img>"),
        ('<a href="java\tscript:alert(1)">x</a>', "a link to java\tscript:alert(1)"),
        ('<a href="//host/">x</a>', "a link to //host/"),
        ('<a href="/\\host/">x</a>', "a link to /\\host/"),
        ('<a href="http://example.com/">x</a>', "a link to http://example.com/"),
        ('<p style="color:red">x</p>', "style of <p>"),
        ('<div id="__config">x</div>', "the id __config"),
        ("<!-- x -->", "a comment"),
        ("<math><mi>x</mi></math>", "<math>"),
        ("<iframe></iframe>", "<iframe>"),
        (DRAWN, "a drawing that is not one of our figures"),
    ],
)
def test_what_is_not_on_the_list_is_named(html: str, what: str) -> None:
    assert what in [breach.what for breach in breaches(html)]


def test_a_local_site_may_be_linked_to_and_no_other_address() -> None:
    home = "http://localhost:8000/"
    assert breaches(f'<a href="{home}glossary/rto/">x</a>', home) == []
    assert breaches('<a href="http://localhost:80/">x</a>', home) != []


def test_the_line_is_that_of_the_source() -> None:
    (problem,) = refused("<p><iframe></iframe></p>", PATH, "# One\n\n<IFRAME>\n")
    assert (problem.path, problem.line) == (PATH, 3)
    assert "<iframe>" in problem.message


def checkout(folder: Path, page: str) -> Path:
    """A project with the miniature bank, in which one page has `page` below its prompt."""
    docs = folder / "docs"
    shutil.copytree(BANK, docs)
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    for name in ("macros", "theme"):
        (folder / name).symlink_to(ROOT / name)
    listed = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    kept = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    lines = [
        line
        for line in listed.splitlines()
        if ".md" not in line or any(f" {name}" in line or f"/{name}" in line for name in kept)
    ]
    (folder / "mkdocs.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    first = docs / "questions" / "first.md"
    text = first.read_text(encoding="utf-8")
    first.write_text(text.replace("The pager rings.", f"The pager rings.\n\n{page}\n\nAnd on."), encoding="utf-8")
    return folder


def test_check_refuses_the_hole(tmp_path: Path) -> None:
    result = run_mkdocs("build", cwd=checkout(tmp_path, HOLE))
    assert result.returncode != 0
    assert "docs/questions/first.md:13: This line opens a code block only in some renderers: ```html,ignore" in result.stderr
    assert not (tmp_path / "site" / "questions").exists()


def test_the_build_refuses_it_where_no_rule_does(tmp_path: Path) -> None:
    folder = checkout(tmp_path, HOLE)
    (folder / "macros").unlink()
    shutil.copytree(ROOT / "macros", folder / "macros")
    rules = folder / "macros" / "checks" / "__init__.py"
    rules.write_text(
        rules.read_text(encoding="utf-8")
        + "\n\ndef check(bank: Bank, only: Collection[str] = ()) -> list[Problem]:\n    return []\n",
        encoding="utf-8",
    )
    result = run_mkdocs("build", cwd=folder)
    assert result.returncode != 0
    assert "docs/questions/first.md:15: The page would hold onerror of <img>" in result.stderr
    assert "docs/questions/first.md:17: The page would hold <script>" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (folder / "site" / "questions" / "first" / "index.html").exists()


def test_an_export_refuses_it_by_itself(tmp_path: Path, site_address: Site) -> None:
    loaded: Loaded = load(checkout(tmp_path, HOLE) / "docs")
    with pytest.raises(ActiveContentError, match=r"first\.md:\d+: An export would hold <script>"):
        whole_questions(Catalogue(loaded.bank), site_address)


class _Page:
    class file:  # noqa: N801
        src_uri = "questions/first.md"
        content_string = "# One\n\n<script>\n"


def test_serving_shows_the_message_in_place_of_the_page(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SERVING", "1")
    guard.on_pre_build(None)
    shown = guard.on_page_content("<p><script>1</script></p>", page=_Page, config=None, files=None)
    assert breaches(shown) == []
    assert "first.md:3" in shown
    guard.on_env(None, config=None, files=None)
    assert "first.md:3" in caplog.text
