"""`check` and `new` as a contributor meets them."""

from __future__ import annotations

import os
import re
import resource
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from macros.catalogue.blank_question import slug_of
from tests.conftest import BANK, ROOT


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    shutil.copytree(BANK, tmp_path / "docs")
    return tmp_path / "docs"


def run(docs: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", "--docs", "docs", *arguments],
        cwd=docs.parent,
        env={**{k: v for k, v in os.environ.items() if k != "GITHUB_ACTIONS"}, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        input="",
        timeout=60,
        check=False,
    )


def test_a_sound_bank_passes(docs: Path) -> None:
    result = run(docs, "check")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.endswith("no problems.\n")


def test_all_problems_of_all_pages_at_once(docs: Path) -> None:
    one, two = docs / "questions/first.md", docs / "glossary/rto.md"
    one.write_text(one.read_text().replace("level: mid", "level: Senior").replace("kind: design", "kind: essay"))
    two.write_bytes(b"\xff\xfe\x00")
    result = run(docs, "check")
    assert result.returncode == 1
    fix = "    fix: use one of junior, mid, senior, staff (did you mean senior?)."
    assert f"docs/questions/first.md:3: `level: Senior` is not allowed.\n{fix}" in result.stdout
    assert "docs/questions/first.md:4: `kind: essay` is not allowed." in result.stdout
    assert "docs/glossary/rto.md:1: The file is UTF-16." in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_one_file_shows_its_own_problems_and_its_strengths(docs: Path) -> None:
    broken = docs / "questions/first.md"
    broken.write_text(broken.read_text().replace("level: mid", "level: Senior"))
    result = run(docs, "check", "docs/questions/second.md")
    assert result.returncode == 0
    assert "grades: 3 of 3" in result.stdout
    assert "first.md" not in result.stdout


def test_one_file_is_answered_within_a_second() -> None:
    page = "docs/questions/disaster-recovery-strategies.md"
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run_result = subprocess.run(
        [sys.executable, "-m", "macros", "check", page], cwd=ROOT, check=False, timeout=60, capture_output=True
    )
    assert run_result.returncode == 0
    # The processor's time, so that other work on the machine does not count; about a second when nothing else runs.
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 6


def test_annotations_under_github_actions(docs: Path) -> None:
    broken = docs / "questions/first.md"
    broken.write_text(broken.read_text().replace("level: mid", "level: 100%"))
    result = run(docs, "check", GITHUB_ACTIONS="true")
    assert "::error file=docs/questions/first.md,line=3::`level: 100%25` is not allowed.%0Afix: use one of" in result.stdout


@pytest.mark.parametrize("file", ["docs/questions/none.md", "/etc/passwd", "../docs", "docs"])
def test_a_wrong_file_is_told_plainly(docs: Path, file: str) -> None:
    result = run(docs, "check", file)
    assert result.returncode == 2
    assert "Give the path of a page" in result.stderr


def test_new_writes_a_page_that_lacks_only_content(docs: Path) -> None:
    result = run(docs, "new", "How would you drain a zone?")
    assert result.returncode == 0, result.stderr
    page = docs / "questions/drain-zone.md"
    assert "# How would you drain a zone?" in page.read_text()
    problems = run(docs, "check", "docs/questions/drain-zone.md").stdout
    assert problems.count("fix:") == 10
    assert "docs/questions/drain-zone.md: no sections written yet." in problems
    assert "misspelled" not in problems


def test_a_new_page_says_how_long_each_part_is(docs: Path) -> None:
    run(docs, "new", "How would you drain a zone?")
    page = (docs / "questions/drain-zone.md").read_text()
    guide = page.split("\n---\n")[0]
    for said in ("at most 110 words", "350 to 900 words", "3 to 5, each answered in 40 to 90 words", "4 to 8, at most 30 words"):
        assert said in guide
    for heading in re.findall(r"^## .*$", page, re.MULTILINE):
        assert f"# {heading} (" in guide


def test_the_name_alone_is_enough(docs: Path) -> None:
    result = run(docs, "check", "first.md")
    assert (result.returncode, result.stderr) == (0, "")
    assert "docs/questions/first.md has sections: Short answer" in result.stdout
    assert "flashcards: 4; `make test` will run: 1 example and 0 artifacts;" in result.stdout


def test_new_never_touches_an_existing_page(docs: Path) -> None:
    (docs / "questions/drain-zone.md").write_text("mine")
    result = run(docs, "new", "How would you drain a zone?")
    assert result.returncode == 2
    assert "already exists" in result.stderr
    assert (docs / "questions/drain-zone.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("title", "why"), [("", "empty"), ("No end", "must end with ? or a period"), ("日本?", "Can't make an address")]
)
def test_new_refuses_what_cannot_be_a_page(docs: Path, title: str, why: str) -> None:
    before = sorted(docs.rglob("*"))
    result = run(docs, "new", title)
    assert result.returncode == 2
    assert why in result.stderr
    assert sorted(docs.rglob("*")) == before


def test_new_asks_for_the_title_and_says_how_to_give_it(docs: Path) -> None:
    result = run(docs, "new")
    assert result.returncode == 2
    assert 'make new TITLE="' in result.stderr


def test_slugs() -> None:
    assert slug_of("What's the p99 of a *naïve* queue, and why?") == "whats-p99-naive-queue"
    assert slug_of("Why?") == "why"


def test_export_writes_the_same_bytes_each_time(docs: Path) -> None:
    for folder in ("one", "two"):
        assert run(docs, "export", folder, SITE_URL="https://host.example/").returncode == 0
    one, two = docs.parent / "one", docs.parent / "two"
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert Path("llms.txt") in files
    assert [(one / file).read_bytes() for file in files] == [(two / file).read_bytes() for file in files]


def test_export_refuses_what_check_refuses(docs: Path) -> None:
    (docs / "questions/first.md").write_text("# Broken")
    result = run(docs, "export", "out")
    assert result.returncode == 1
    assert not (docs.parent / "out").exists()


def test_a_terminal_that_is_not_utf_8_gets_the_message(docs: Path) -> None:
    page = docs / "questions" / "first.md"
    page.write_text(page.read_text(encoding="utf-8").replace("### Weak", "### Weak \N{RIGHTWARDS ARROW}"), encoding="utf-8")
    result = run(docs, "check", "docs/questions/first.md", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (1, "")
    assert "The grades are Weak ?" in result.stdout


@pytest.mark.parametrize("target", ["check FILE='docs/questions/My Page.md'", "new TITLE='What is $HOME'", "serve PORT=99999"])
def test_make_says_what_is_wrong_and_nothing_else(target: str) -> None:
    done = subprocess.run(f"make -s {target}", shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "***" not in done.stderr
    assert len((done.stdout + done.stderr).strip().splitlines()) == 1


def test_make_keeps_what_was_typed() -> None:
    done = subprocess.run(
        ["make", "-s", "new", 'TITLE=What is $HOME, `id` and it\'s "$?"'], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert 'The title `What is $HOME, `id` and it\'s "$?"` must end with ? or a period' in done.stderr


def test_a_taken_port_is_said_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "macros", "serve", "--port", str(port)], cwd=ROOT, capture_output=True, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == f"Port {port} is in use. Choose another: make serve PORT={port + 1}\n"


@pytest.mark.parametrize(
    "address", ["docs.example.com/sre", "https://example.com/ ", "ftp://example.com/", "https://", "https://[::/"]
)
def test_an_address_that_is_none_is_refused(address: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "macros", "export", str(tmp_path / "out")],
        cwd=ROOT,
        env=dict(os.environ) | {"SITE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(f"SITE_URL is {address!r}. Give the whole address")
    assert not (tmp_path / "out").exists()
