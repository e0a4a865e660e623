"""The quality page says what is there, also when that is bad."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.catalogue import standards
from macros.catalogue.relations import Catalogue
from macros.pages import home, quality
from macros.publishing.templates import Templates
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.conftest import BANK, DOCS, VIEWS

PAGE = "docs/quality.md"
QUESTION = "docs/questions/first.md"


def rows(text: str) -> dict[str, list[str]]:
    """First cell of each table row -> its other cells."""
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in text.splitlines() if line.startswith("| ")]
    return {row[0]: row[1:] for row in reversed(cells)}


def shown(catalogue: Catalogue) -> str:
    return Templates(VIEWS).render(quality.quality(catalogue), PAGE)


def changed(loaded: Loaded, old: str, new: str) -> str:
    """The page, after an edit of one question of the miniature bank."""
    source = (BANK.parent / QUESTION).read_text(encoding="utf-8")
    assert old in source
    document, _ = read(source.replace(old, new).encode(), QUESTION)
    assert document
    return shown(Catalogue(bank_of({**loaded.bank.documents, QUESTION: document})))


@pytest.mark.parametrize(
    ("row", "old", "new"),
    [
        ("graded: weak, good, and great", "### Great", "### Grand"),
        ("short and full answers, with follow-ups", "## Full answer", "## Fuller answer"),
        ("cited: three sources or more, each cited in the text", "[^", "["),
    ],
)
def test_what_is_missing_shows_as_below_target(bank_loaded: Loaded, row: str, old: str, new: str) -> None:
    before = rows(shown(Catalogue(bank_loaded.bank)))[row]
    after = rows(changed(bank_loaded, old, new))[row]
    assert before[1] == "100 %"
    assert after[1] == "100 %, **below target**"
    assert int(after[0].split()[0]) == int(before[0].split()[0]) - 1


def test_the_real_figures_agree_with_a_count_of_the_files(loaded: Loaded) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((DOCS / "questions").glob("*.md")) if path.name != "index.md"]
    found = rows(shown(Catalogue(loaded.bank)))
    kinds = [kind for text in texts for kind in re.findall(r"\(([a-z-]+)(?:, \d{4})?\): ", text.partition("\n## Sources\n")[2])]
    blocks = [block for text in texts for block in re.findall(r"^```pycon\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]
    assert (
        found["calculations run by the tests"][0]
        == f"{sum(line.startswith('>>> ') and line[4] != '#' for block in blocks for line in block.splitlines()):,}"
    )
    assert found["paper, primary"][0].split()[0] == str(kinds.count("paper"))
    assert found["book"][0].split()[0] == str(kinds.count("book"))
    level = sum("\nlevel: staff\n" in text and "\nkind: design\n" in text for text in texts)
    assert found["design"][4] == str(level)


def test_flashcards_and_artifacts_are_counted(loaded: Loaded) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((DOCS / "questions").glob("*.md")) if path.name != "index.md"]
    found = rows(shown(Catalogue(loaded.bank)))
    cards = [text.partition("\n## Flashcards\n")[2].partition("\n## ")[0] for text in texts]
    assert found["flashcards"][0] == str(sum(text.count("\n- **") for text in cards))
    rules = sum(len(re.findall(r"^```yaml\ngroups:", text, re.MULTILINE)) for text in texts)
    assert rules > 0
    assert found["Prometheus rules"] == [str(rules), "checked by promtool"]


def test_a_topic_with_too_few_questions_is_named(loaded: Loaded) -> None:
    text = shown(Catalogue(loaded.bank))
    for slug, questions in Catalogue(loaded.bank).of_topic.items():
        line = next(line for line in text.splitlines() if f"(topics/{slug}.md)" in line)
        below = len(questions) < quality.PER_TOPIC
        assert line.split(" | ")[1] == (f"**{len(questions)}**" if below else str(len(questions))), slug


def test_four_topics_are_complete(loaded: Loaded) -> None:
    questions = Catalogue(loaded.bank).of_topic
    assert {topic: len(questions[topic]) for topic in ("overload", "consistency", "slos", "performance")} == {
        "overload": 9,
        "consistency": 9,
        "slos": 10,
        "performance": 9,
    }
    for topic in ("overload", "consistency", "slos", "performance"):
        for question in questions[topic]:
            assert len(question.document.footnotes) >= 3, question.document.path
            assert standards.primary(question), question.document.path


def test_no_question_yet() -> None:
    assert shown(Catalogue(bank_of({}))) == "There are no questions yet."


def test_the_page_is_linked_from_every_page(built: Path) -> None:
    assert 'href="../../quality/"' in (built / "questions/nines-to-downtime/index.html").read_text(encoding="utf-8")


def test_home_and_quality_page_count_sources_alike(loaded: Loaded) -> None:
    catalogue = Catalogue(loaded.bank)
    number = rows(shown(catalogue))["different sources"][0]
    assert home.size(catalogue).sources == int(number)
