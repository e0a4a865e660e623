"""The Markdown extensions: what folds, where the anchors are, what carries a definition."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import markdown
import pytest

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
