"""Where a page's links lead."""

from __future__ import annotations

import pytest

from macros.reading.page import parse


@pytest.mark.parametrize(
    ("page", "target", "path"),
    [
        ("docs/questions/x.md", "../glossary/rto.md#why", "docs/glossary/rto.md"),
        ("docs/questions/x.md", "y.md", "docs/questions/y.md"),
        ("docs/questions/x.md", "#short-answer", "docs/questions/x.md"),
        ("docs/questions/x.md", "../figures/a.svg", "docs/figures/a.svg"),
        ("docs/hiring.md", "figures/a.svg", "docs/figures/a.svg"),
        ("docs/hiring.md", "./kits/index.md", "docs/kits/index.md"),
        ("docs/hiring.md", "../README.md", "README.md"),
    ],
)
def test_a_relative_link_leads_to_a_path(page: str, target: str, path: str) -> None:
    document, _ = parse("# X\n\nx\n", page)
    assert document.resolve(target) == path
