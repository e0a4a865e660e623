"""Advice on how a page reads as a whole."""

from __future__ import annotations

import pytest

from macros.checks.style import HARDEST, reading_ease
from macros.reading.folder import Loaded
from tests.checks.test_advice import advised

EASY = "The pager rings at night. I look at the queue first. It is full."
HARD = (
    "Organizational considerations notwithstanding, infrastructural interdependencies necessitate comprehensive instrumentation."
)


def test_plain_words_read_more_easily() -> None:
    assert reading_ease(EASY) > 80 > HARDEST > reading_ease(HARD)


@pytest.mark.parametrize(
    ("new", "advice"),
    [
        (f"{HARD} " * 35, "9: The page is hard to read:"),
        (
            "So that we know what it costs we look at it once more and then again until it has all been said twice, yes. " * 40,
            "9: The sentences have ",
        ),
    ],
)
def test_a_page_that_reads_badly_is_told_so(bank_loaded: Loaded, new: str, advice: str) -> None:
    assert [hint for hint in advised(bank_loaded, "The pager rings.", new) if hint.startswith(advice)]
    assert not [hint for hint in advised(bank_loaded, "The pager rings.", EASY) if hint.startswith(advice)]


def test_no_real_question_reads_badly(loaded: Loaded) -> None:
    from macros.checks.advice import advice_for

    found = [hint.as_text() for q in loaded.bank.questions for hint in advice_for(q.document, loaded.bank)]
    assert [hint for hint in found if "hard to read" in hint or "words on average" in hint] == []
