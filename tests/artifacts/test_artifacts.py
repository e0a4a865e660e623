"""What the pages show has been run or validated by the real tool: one test id for each page that has artifacts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.artifacts import companions, unit_tests
from tests.artifacts.artifact import ARTIFACTS, Artifact, artifacts_of
from tests.artifacts.checkers import check

ROOT = ARTIFACTS.parent.parent


def _pages() -> dict[str, tuple[Artifact, ...]]:
    found = {}
    for path in sorted((ROOT / "docs").rglob("*.md")):
        data = path.read_bytes()
        if b"```" in data or b"~~~" in data:
            name = path.relative_to(ROOT).as_posix()
            found[name] = artifacts_of(data, name)
    return {name: artifacts for name, artifacts in found.items() if artifacts}


PAGES = _pages()
BY_SLUG: Mapping[str, tuple[Artifact, ...]] = {artifacts[0].slug: artifacts for artifacts in PAGES.values()}
UNIT_TESTS = unit_tests.files_of(ARTIFACTS)


@pytest.mark.parametrize("page", PAGES)
def test_artifacts_pass_their_tools(page: str) -> None:
    assert [str(fault) for fault in check(PAGES[page])] == []


@pytest.mark.parametrize("file", UNIT_TESTS, ids=lambda file: f"artifacts/{file.name}")
def test_artifacts_pass_their_unit_tests(file: Path) -> None:
    assert [str(fault) for fault in unit_tests.check(file, BY_SLUG.get(file.name.partition(".")[0], ()))] == []


def test_every_file_beside_the_tests_belongs_to_a_block() -> None:
    files = [path for path in ARTIFACTS.iterdir() if path.is_file() and path.suffix != ".py"]
    assert companions.astray(files, BY_SLUG) == []
