"""Addresses never break: aliases lead on, and `check --base` sees what would be lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from justhtml import JustHTML
from playwright.sync_api import Browser

from macros.catalogue.addresses import aliases
from macros.catalogue.site import Site
from macros.checks.addresses import vanished
from macros.exports.redirects import redirects
from macros.reading.folder import load
from tests.commands.test_commands import run
from tests.conftest import BANK

SITE = Site("https://owner.github.io/project/", None)


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@host.example"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The miniature bank, committed."""
    shutil.copytree(BANK, tmp_path / "docs")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "published")
    return tmp_path / "docs"


def rename(docs: Path, alias: str = "") -> None:
    text = (docs / "questions/first.md").read_text().replace("\n---\n", f"\naliases: [{alias}]\n---\n" if alias else "\n---\n", 1)
    (docs / "questions/first.md").unlink()
    (docs / "questions/renamed.md").write_text(text)
    for path in docs.rglob("*.md"):
        path.write_text(path.read_text().replace("first.md", "renamed.md"))


def test_a_renamed_page_without_alias_is_refused(docs: Path) -> None:
    rename(docs)
    result = run(docs, "check", "--base", "HEAD")
    assert result.returncode == 1
    assert "docs/questions/first.md:1: The page is gone, so its address questions/first/ would no longer work." in result.stdout
    assert "add `first` to the `aliases`" in result.stdout


def test_a_renamed_page_with_alias_passes(docs: Path) -> None:
    rename(docs, "first")
    result = run(docs, "check", "--base", "HEAD")
    assert (result.returncode, result.stderr) == (0, ""), result.stdout


def test_an_alias_is_published_too(docs: Path) -> None:
    rename(docs, "first")
    before, now = load(docs).bank, load(BANK).bank
    page = docs / "questions/renamed.md"
    page.write_text(page.read_text().replace("aliases: [first]\n", ""))
    assert [problem.message for problem in vanished(before, load(docs).bank)] == [
        "The address questions/first/ would no longer work."
    ]
    assert [problem.path for problem in vanished(before, now)] == ["docs/questions/renamed.md"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "Who notices delay first?",
            "Who first notices delay?",
            "The flashcard `Who notices delay first?` was reworded, which makes it a new card: readers lose its grades.",
        ),
        (
            "**Who notices delay first?** The callers.",
            "**Which of the two numbers is the larger one?** The second.",
            "The flashcard `Who notices delay first?` is gone, along with readers' grades for it.",
        ),
    ],
)
def test_a_reworded_flashcard_is_told_and_passes(docs: Path, old: str, new: str, said: str) -> None:
    page = docs / "questions/first.md"
    page.write_text(page.read_text().replace(old, new))
    for arguments in ([], ["docs/questions/first.md"]):
        result = run(docs, "check", "--base", "HEAD", *arguments)
        assert (result.returncode, result.stderr) == (0, ""), result.stdout
        assert (
            f"advice: docs/questions/first.md:{line_of(docs, new if 'reworded' in said else '## Flashcards')}: {said}"
            in result.stdout
        )
        assert result.stdout.count("flashcard `") == 1
    assert "flashcard `" not in run(docs, "check", "--base", "HEAD", "docs/questions/second.md").stdout


def line_of(docs: Path, text: str) -> int:
    before, found, _ = (docs / "questions/first.md").read_text().partition(text)
    assert found
    return before.count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("**Who notices delay first?** The callers.", "**Who *notices* delay, first?** Whoever calls."),
        ("**Who notices delay first?**", "**Who notices [delay](../glossary/rto.md) first?**"),
    ],
)
def test_a_flashcard_whose_question_stays_is_not_told(docs: Path, old: str, new: str) -> None:
    page = docs / "questions/first.md"
    page.write_text(page.read_text().replace(old, new))
    rename(docs, "first")
    result = run(docs, "check", "--base", "HEAD")
    assert (result.returncode, result.stderr) == (0, ""), result.stdout
    assert "flashcard" not in result.stdout


def test_another_first_name_is_told(docs: Path) -> None:
    rename(docs, "older, first")
    result = run(docs, "check", "--base", "HEAD")
    assert (result.returncode, result.stderr) == (0, ""), result.stdout
    assert "The page's first name was `first` and is now `older`: decks and grades will treat" in result.stdout


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", "HEAD; ls"])
def test_an_unknown_revision_is_told_plainly(docs: Path, revision: str) -> None:
    result = run(docs, "check", f"--base={revision}")
    assert result.returncode == 2
    assert "Name a commit or a branch." in result.stderr


def test_a_redirect_leads_on_with_and_without_javascript(docs: Path, browser: Browser, server: str) -> None:
    rename(docs, "first")
    bank = load(docs).bank
    assert aliases(bank) == {"questions/first/": "docs/questions/renamed.md"}
    (path, page), *others = redirects(bank, SITE).items()
    assert (path, others) == ("questions/first/index.html", [])
    JustHTML(page.decode(), strict=True, sanitize=False)
    assert f'<link rel="canonical" href="{SITE.address}questions/renamed/">' in page.decode()
    for javascript, wanted in ((True, "?from=posting#short-answer"), (False, "")):
        context = browser.new_context(java_script_enabled=javascript)
        tab = context.new_page()
        tab.route("**/questions/first/*", lambda route: route.fulfill(body=page, content_type="text/html"))
        tab.goto(f"{server}questions/first/?from=posting#short-answer", wait_until="commit")
        tab.wait_for_url(f"{server}questions/renamed/{wanted}")
        context.close()
