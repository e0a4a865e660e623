"""What search engines and link previews say of a page."""

from __future__ import annotations

import pytest

from macros.catalogue.descriptions import LONGEST, SHORTEST, meta_description
from macros.reading.folder import Loaded, read

LONG = "A page calls forty shards and waits for all of them before it answers"


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        (f"{LONG}. {LONG}. Why?", f"{LONG}. {LONG}. Why?"),
        (f"{LONG}. {LONG}. {LONG}.", f"{LONG}. {LONG}."),
        (f"{LONG}, and {LONG}, and {LONG}.", f"{LONG}, and {LONG}, and A page…"),
        ("Why?", "How slow is one page of forty shards? Why? A model answer, a rubric, follow-ups, and sources."),
        ("", "How slow is one page of forty shards? A model answer, a rubric, follow-ups, and sources."),
        (f"Short. {LONG}, {LONG}, {LONG}.", f"Short. {LONG}, {LONG}, A page…"),
    ],
)
def test_a_question_is_described_by_its_prompt(prompt: str, said: str) -> None:
    document, _ = read(f"---\n---\n\n# How slow is one page of forty shards?\n\n{prompt}\n".encode(), "docs/questions/a.md")
    assert document
    assert meta_description(document) == said
    assert len(said) <= LONGEST


def test_every_question_fills_the_line_of_a_search_result(loaded: Loaded) -> None:
    lengths = {q.document.slug: len(meta_description(q.document)) for q in loaded.bank.questions}
    assert {slug: length for slug, length in lengths.items() if not SHORTEST <= length <= LONGEST} == {}
