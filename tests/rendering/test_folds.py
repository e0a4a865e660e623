"""The Markdown extensions: what folds, where the anchors are, what carries a definition."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import markdown
import pytest

from macros.reading.folder import read
from macros.rendering.flashcards import card_anchor

QUESTION = """# What now?

The prompt.

## Short answer

Two words[^a] and a [term](../glossary/rto.md#more).

## Full answer

Intro.

### A part

Text.

## What interviewers look for

### Weak

w

### Good

g

### Great

g

## Follow-ups

### First?

One.

### Second?

Two.

## Sources

[^a]: A source.
"""


@pytest.fixture
def tree() -> etree.Element:
    md = markdown.Markdown(
        extensions=["footnotes", "toc", "macros.rendering.folds", "macros.rendering.term_definitions"],
        extension_configs={
            "toc": {"permalink": "#"},
            "macros.rendering.term_definitions": {"definitions": {"rto": 'How long "down" may last.'}},
        },
    )
    html = md.convert(QUESTION).replace("&para;", "#").replace("&nbsp;", " ").replace("&#8617;", "^")
    return etree.fromstring(f"<body>{html}</body>")


def test_each_section_is_one_closed_fold(tree: etree.Element) -> None:
    folds = tree.findall(".//details")
    assert [fold.find("summary/*").text for fold in folds] == [  # type: ignore[union-attr]
        "Short answer",
        "Full answer",
        "What interviewers look for",
        "First?",
        "Second?",
    ]
    assert not any("open" in fold.attrib for fold in folds)


def test_the_anchor_is_inside_the_fold(tree: etree.Element) -> None:
    for anchor in ("short-answer", "full-answer", "what-interviewers-look-for", "first", "second"):
        assert tree.find(f".//details/div[@id='{anchor}']") is not None


def test_every_id_is_unique(tree: etree.Element) -> None:
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_prompt_and_sources_stay_open(tree: etree.Element) -> None:
    assert tree.find("div[@class='prompt']/p").text == "The prompt."  # type: ignore[union-attr]
    assert tree.find("section[@class='sources']//li") is not None
    assert tree.find(".//hr") is None


def test_titles_and_summaries_have_no_permalink_sign(tree: etree.Element) -> None:
    assert tree.find(".//summary//a") is None


def test_grades_stand_side_by_side(tree: etree.Element) -> None:
    names = [grade.get("class") for grade in tree.findall(".//div[@class='grades']/section")]
    assert names == ["grade grade-weak", "grade grade-good", "grade grade-great"]


def test_a_link_to_a_term_carries_its_definition(tree: etree.Element) -> None:
    link = tree.find(".//a[@class='term']")
    assert link is not None
    assert link.get("title") == 'How long "down" may last.'


def test_other_pages_are_left_alone() -> None:
    text = "# A\n\n## Short answer\n\nx\n"
    assert markdown.markdown(text, extensions=["macros.rendering.folds"]) == markdown.markdown(text)


def test_a_duplicate_section_still_gives_unique_ids() -> None:
    html = markdown.markdown(QUESTION + "\n## Short answer\n\nagain\n", extensions=["toc", "macros.rendering.folds"])
    assert html.count('id="short-answer"') == 1
    assert html.count('id="short-answer_1"') == 1


CARDS = QUESTION.replace(
    "## Sources",
    "## Flashcards\n\n- **What is *one*, & [two](../glossary/rto.md)?** A number[^a],\n  see [it](../glossary/rto.md).\n"
    "- **Why `a < b`?** Because.\n\n## Sources",
)


def folded(text: str, **options: str) -> etree.Element:
    md = markdown.Markdown(
        extensions=["footnotes", "toc", "macros.rendering.folds"], extension_configs={"macros.rendering.folds": options}
    )
    html = md.convert(text).replace("&para;", "#").replace("&nbsp;", " ").replace("&#160;", " ").replace("&#8617;", "^")
    return etree.fromstring(f"<body>{html}</body>")


@pytest.mark.parametrize("text", [CARDS, CARDS.replace("\n- **Why", "\n\n- **Why")], ids=["tight", "loose"])
def test_each_flashcard_is_a_fold_of_its_own(text: str) -> None:
    (fold,) = folded(text).findall("details[@class='fold fold-flashcards']")
    assert fold.find("div[@id='flashcards']") is not None
    assert fold.find("summary/span").text == "2 cards, one fact each: answer, then flip"  # type: ignore[union-attr]
    cards = fold.findall(".//details[@class='flashcard']")
    assert ["".join(card.find("summary").itertext()) for card in cards] == ["What is one, & two?", "Why a < b?"]  # type: ignore[union-attr]
    assert not any("open" in card.attrib for card in cards)
    assert [link.get("href") for link in cards[0].findall(".//a")] == ["#fn:a", "../glossary/rto.md"]
    assert fold.find(".//summary//a") is None


@pytest.mark.parametrize(
    "question", ["What is *one*, & [two](x.md)?", "Why `a < b`?", "Is &lt; \\* 2?", "Où, ça et là?", "A_b _c_?"]
)
def test_a_card_has_the_same_key_on_the_page_and_in_the_model(question: str) -> None:
    text = CARDS.replace("Why `a < b`?", question)
    document, _ = read(text.encode(), "docs/questions/x.md")
    assert document
    card = document.flashcards[1]
    assert folded(text).find(f".//div[@id='{card_anchor(card.key)}']") is not None


def test_what_is_no_list_of_cards_stays_as_it_is() -> None:
    tree = folded(CARDS.replace("- **Why `a < b`?** Because.", "- Just an item."))
    assert len(tree.findall(".//details[@class='fold fold-flashcards']//li")) == 2


def test_cards_stand_below_the_follow_ups_and_the_reason_above_the_grades() -> None:
    tree = folded(CARDS.replace("### Weak", "It shows much.\n\n### Weak", 1))
    assert [part.get("class") for part in tree][-3:] == ["follow-ups", "fold fold-flashcards", "sources"]
    body = tree.find(".//div[@id='what-interviewers-look-for']")
    assert body is not None
    assert [(part.tag, part.get("class")) for part in body][:2] == [("p", None), ("div", "grades")]


@pytest.mark.parametrize(("kind", "notices"), [("experience", 1), ("concept", 0), ("", 0)])
def test_only_a_story_s_figures_are_called_an_example(kind: str, notices: int) -> None:
    short = folded(CARDS, kind=kind).find(".//div[@id='short-answer']")
    assert short is not None
    assert len(short.findall("p[@class='notice']")) == notices
