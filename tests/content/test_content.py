"""The real pages: one test id each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.checks import check
from macros.model import PageType
from macros.reading.folder import Loaded
from tests.conftest import DOCS, ROOT

PAGES = sorted(path.relative_to(ROOT).as_posix() for path in DOCS.rglob("*.md"))
WITH_EXAMPLES = [page for page in PAGES if "```pycon" in (ROOT / page).read_text(encoding="utf-8")]
FOUNDING = (
    "experience-making-systems-reliable",
    "monitoring-strategy-complex-system",
    "debug-complex-issue-story",
    "capacity-planning-approach",
    "important-metrics-and-decisions",
    "testing-frameworks-and-approaches",
    "config-and-deployment-methods",
    "disaster-recovery-strategies",
    "automating-processes-experience",
    "lessons-learned-reliability",
)


@pytest.fixture(scope="session")
def problems(loaded: Loaded) -> dict[str, list[str]]:
    by_page: dict[str, list[str]] = {}
    for problem in [*loaded.problems, *check(loaded.bank)]:
        by_page.setdefault(problem.path, []).append(problem.as_text())
    return by_page


@pytest.mark.parametrize("page", PAGES)
def test_page_has_no_problem(page: str, problems: dict[str, list[str]]) -> None:
    assert problems.get(page, []) == []


def test_no_problem_elsewhere(problems: dict[str, list[str]]) -> None:
    assert set(problems) <= set(PAGES)


@pytest.mark.parametrize("page", WITH_EXAMPLES)
def test_examples_compute_what_the_page_says(page: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "tests.content.examples", page],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert int(result.stdout.split()[0]) > 0


def test_a_wrong_example_fails(tmp_path: Path) -> None:
    page = tmp_path / "wrong.md"
    page.write_text("```pycon\n>>> 1 + 1\n3\n```\n")
    result = subprocess.run(
        [sys.executable, "-m", "tests.content.examples", str(page)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert result.returncode == 1
    assert "Got:\n    2" in result.stderr


def test_founding_questions_are_there(loaded: Loaded) -> None:
    assert set(FOUNDING) <= {question.document.slug for question in loaded.bank.questions}


def test_sixteen_topics_and_enough_terms(loaded: Loaded) -> None:
    assert len(loaded.bank.topics) == 16
    assert len(loaded.bank.terms) >= 110
    assert {"rto", "rpo", "chaos-engineering", "elk-stack"} <= {term.document.slug for term in loaded.bank.terms}


def test_every_term_that_a_page_links_to_exists(loaded: Loaded) -> None:
    terms = {document.path for document in loaded.bank.of_type(PageType.TERM)}
    wanted = {
        f"docs/glossary/{link.target.rsplit('/', 1)[-1].partition('#')[0]}"
        for document in loaded.bank.documents.values()
        for link in document.links
        if link.target.startswith("../glossary/")
    }
    assert wanted <= terms
