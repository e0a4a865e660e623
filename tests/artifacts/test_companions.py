"""A file beside the tests that no block uses is a mistake: it would look like a check, and be none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.artifacts import companions
from tests.artifacts.artifact import artifacts_of

QUERY = "```promql\nup\n```\n"
PAGE = "```yaml\ngroups:\n```\n\n```sql\nSELECT 1;\n```\n\n```json\n{}\n```\n\n```toml\n```\n"
PAGES = {
    "page": artifacts_of(PAGE.encode(), "docs/questions/page.md"),
    "asked": artifacts_of(QUERY.encode(), "docs/questions/asked.md"),
}


@pytest.mark.parametrize(
    "name",
    [
        "asked.test.yml",
        "page.rules.yml",
        "page.test.yml",
        "page.slow-leak.test.yml",
        "page.setup.sql",
        "page.1.schema.json",
        "page.2.schema.json",
    ],
)
def test_a_file_with_its_block_belongs(name: str) -> None:
    assert companions.astray([Path(name)], PAGES) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("other.rules.yml", "no page `other.md` has a block that it is for (rules)."),
        ("asked.rules.yml", "no page `asked.md` has a block that it is for (rules)."),
        ("page.setup.sqlite", "no page `page.md` has a block that it is for (sqlite)."),
        ("page.3.schema.json", "`page.md` has 2 blocks of data."),
        ("page.schema.json", "no checker reads a file of this name."),
        ("page.tests.yml", "no checker reads a file of this name."),
    ],
)
def test_a_file_astray_is_named_with_the_reason(name: str, why: str) -> None:
    assert companions.astray([Path(name)], PAGES) == [f"{name}: {why}"]
