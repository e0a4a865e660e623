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
    assert "docs/questions/first.md:1: The page is gone, and its address questions/first/ would no longer work." in result.stdout
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
