"""tests/broken/: pages with one mistake each, beside the exact message.

`tests/broken/questions/rubric-complete--no-great.md` goes into the miniature bank as a question;
`rubric-complete--no-great.txt` beside it holds everything that `check` then says. The part before `--` names the rule
(or `file` and `yaml`, for what keeps a page from being read at all); the page's name in the bank is the one in the message.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from macros.checks import RULES, check
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.conftest import BANK

BROKEN = Path(__file__).parent.parent / "broken"
CASES = sorted(path.relative_to(BROKEN).with_suffix("").as_posix() for path in BROKEN.rglob("*.md"))
NOT_RULES = {"file", "yaml"}


def said_about(case: str, bank_loaded: Loaded) -> str:
    expected = (BROKEN / f"{case}.txt").read_text(encoding="utf-8")
    path = expected.split(":")[0]
    document, problems = read((BROKEN / f"{case}.md").read_bytes(), path)
    documents = dict(bank_loaded.bank.documents)
    if document:
        documents[path] = document
    found = sorted({*problems, *check(bank_of(documents))})
    return "".join(f"{problem.as_text()}\n" for problem in found)


@pytest.mark.parametrize("case", CASES)
def test_one_mistake_gives_one_message(case: str, bank_loaded: Loaded) -> None:
    expected = (BROKEN / f"{case}.txt").read_text(encoding="utf-8")
    started = time.process_time()  # others may be at work on the machine
    assert said_about(case, bank_loaded) == expected
    assert time.process_time() - started < 5
    assert re.fullmatch(r"[^\n]+:\d+: [^\n]+\n    fix: [^\n]+\n", expected)


def test_every_rule_has_a_broken_page() -> None:
    covered = {Path(case).name.split("--")[0].replace("-", "_") for case in CASES}
    assert covered == {rule.__name__ for rule in RULES} | NOT_RULES


def test_every_message_has_its_page() -> None:
    messages = {path.relative_to(BROKEN).with_suffix("").as_posix() for path in BROKEN.rglob("*.txt")}
    assert messages == set(CASES)


def test_the_miniature_itself_is_sound(bank_loaded: Loaded) -> None:
    assert BANK.is_dir()
    assert [*bank_loaded.problems, *check(bank_loaded.bank)] == []
