"""What counts as a word, and the letters that a flashcard is known by."""

from __future__ import annotations

import pytest

from macros.model import FLASHCARDS, FOLLOW_UPS, FULL_ANSWER, SHORT_ANSWER
from macros.reading.folder import Loaded
from macros.reading.page import parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two words.", 2),
        ("burn-rate don't 99.9% 1,000", 8),
        ("0.02 * 720 = 14.4", 5),
        ("[a link](../glossary/rto.md) ![a picture](x.svg)", 2),
        ("a claim[^source-of-it], *as* **said**", 4),
        ("`code` and ``more `code` ``", 1),
        ("before\n\n```text\nthree more words\n```\n\nafter", 2),
        ("### A heading\n\n| a | table |\n| --- | --- |\n\nand text", 2),
        ("- an item\n- another\n\n> a quotation", 5),
        ("R&amp;D, naïve Straße", 4),
        ("", 0),
    ],
)
def test_a_word_is_a_run_of_letters_or_digits_that_is_seen(text: str, words: int) -> None:
    document, _ = parse(f"# Title\n\n## Section\n\n{text}\n", "docs/questions/page.md")
    assert document.sections[0].words == words


def test_the_model_page_is_as_long_as_its_authors_counted(loaded: Loaded) -> None:
    document = loaded.bank.documents["docs/questions/burn-rate-alert-design.md"]
    sections = {section.heading: section for section in document.sections}
    assert [sections[name].words for name in (SHORT_ANSWER, FULL_ANSWER)] == [110, 811]
    assert [part.words for part in sections[FOLLOW_UPS].parts] == [90, 90, 76, 89, 70]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("What is a burn rate?", "whatisaburnrate"),
        ("*What*, is a [burn](../glossary/burn-rate.md)-`rate`!?", "whatisaburnrate"),
        ("Où va 14.4?", "oùva144"),
        ("Ou\u0300 va 14.4?", "oùva144"),
        ("R&amp;D?", "rd"),
        ("…?", ""),
    ],
)
def test_a_card_is_known_by_letters_and_digits(question: str, key: str) -> None:
    document, _ = parse(f"# Title\n\n## {FLASHCARDS}\n\n- **{question}** An answer.\n", "docs/questions/page.md")
    assert [card.key for card in document.flashcards] == [key]
