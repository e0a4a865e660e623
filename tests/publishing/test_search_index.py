"""The search index of the built site, and what is changed in Pagefind's script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.publishing import search_index


def test_a_script_that_has_changed_stops_the_build(tmp_path: Path) -> None:
    script = tmp_path / "pagefind.js"
    script.write_text("console.error(`Failed to load the meta index`)", encoding="utf-8")
    with pytest.raises(RuntimeError, match="Failed to load the index chunk"):
        search_index._speak_up(script)


def test_a_piece_that_does_not_come_is_an_error(built: Path) -> None:
    script = (built / "pagefind/pagefind.js").read_text(encoding="utf-8")
    assert len(re.findall(r"throw new Error\(`Failed to load the (?:meta index|index chunk)", script)) == 2
    assert not (built / "pagefind/pagefind-worker.js").exists()


def test_code_and_sources_weigh_little(built: Path) -> None:
    question = (built / "questions/burn-rate-alert-design/index.html").read_text(encoding="utf-8")
    assert question.count("<pre ") == question.count('<pre data-pagefind-weight="0.1" ') > 0
    assert '<section class="sources" data-pagefind-weight="0.1">' in question
    assert '<p data-pagefind-weight="0.1">Source' in (built / "glossary/nines/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "indexed"), [("questions/burn-rate-alert-design/", 1), ("hiring/", 1), ("glossary/", 0), ("questions/", 0), ("", 0)]
)
def test_lists_of_other_pages_are_not_indexed(built: Path, page: str, indexed: int) -> None:
    assert (built / page / "index.html").read_text(encoding="utf-8").count("data-pagefind-body") == indexed
