"""Advice: what could be better and never fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.advice import advice_for, names_of, oldest_reviews
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.commands.test_commands import docs, run
from tests.conftest import BANK

__all__ = ["docs"]  # a fixture

PAGE = "docs/questions/first.md"


def advised(bank_loaded: Loaded, old: str, new: str) -> list[str]:
    text = (BANK / "questions/first.md").read_text(encoding="utf-8")
    assert old in text
    document, problems = read(text.replace(old, new, 1).encode(), PAGE)
    assert document and problems == []
    bank = bank_of(dict(bank_loaded.bank.documents) | {PAGE: document})
    return [f"{hint.line}: {hint.message}" for hint in advice_for(document, bank)]


def test_a_full_answer_wants_a_number(bank_loaded: Loaded) -> None:
    advice = "19: The full answer has no number in its prose."
    assert advice in advised(bank_loaded, "The pager rings.", "The pager rings.")
    assert advice not in advised(bank_loaded, "A queue in front", "A queue of 9 in front")


@pytest.mark.parametrize(
    ("new", "advice"),
    [
        ("It is essential to look.", "11: `It is essential` is filler."),
        (f"{'Words go on ' * 14}and on.", "11: A sentence has 44 words: `Words go on Words go on …`."),
        ("It costs 5 per cent.", "11: `per cent` isn't plain American English."),
        ("Watch its Behaviour.", "11: `Behaviour` isn't plain American English."),
        ("Stop!", "11: A sentence ends with an exclamation mark."),
        ("What is the RPO?", "11: `RPO` is a glossary term and isn't linked."),
        ("The recovery point objective counts.", "11: `Recovery point objective` is a glossary term and isn't linked."),
    ],
)
def test_advice_names_line_and_words(bank_loaded: Loaded, new: str, advice: str) -> None:
    assert advice in advised(bank_loaded, "The pager rings.", new)


def test_a_figure_wants_its_source(bank_loaded: Loaded) -> None:
    advice = "19: `75%` appears in `Full answer`, which has no footnote."
    assert advice in advised(bank_loaded, "A queue in front", "Of all queues 75% grow. A queue in front")
    assert advice not in advised(bank_loaded, "A queue in front", "Of all queues 75% grow.[^one] A queue in front")


def test_names_are_those_that_cannot_be_common_words(bank_loaded: Loaded) -> None:
    terms = {term.document.slug: names_of(term) for term in bank_loaded.bank.terms}
    assert terms["rpo"] == ["Recovery point objective", "RPO"]


def test_the_oldest_reviews_come_first(loaded: Loaded) -> None:
    named = oldest_reviews(loaded.bank)
    oldest = min(question.fields.reviewed for question in loaded.bank.questions)
    assert named == [] or str(oldest) in named[0]


def test_advice_never_fails_a_check(docs: Path) -> None:
    page = docs / "questions/first.md"
    page.write_text(page.read_text().replace("The pager rings.", "It is essential to leverage synergies."))
    result = run(docs, "check", PAGE, GITHUB_ACTIONS="true")
    assert result.returncode == 0
    assert "advice: docs/questions/first.md:11: `It is essential` is filler.\n    fix: cut it" in result.stdout
    assert "::notice file=docs/questions/first.md,line=11::" in result.stdout
