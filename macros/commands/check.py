"""`check`: everything that is wrong with the pages, what could be better, and what is there already."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from macros.checks import problems_of
from macros.checks.addresses import lost_cards
from macros.checks.advice import advice_for, oldest_reviews
from macros.commands import report
from macros.model import Bank
from macros.model.problem import Problem
from macros.reading.folder import load
from macros.reading.revision import bank_at


def check(docs: Path, files: Sequence[Path], base: str | None) -> tuple[int, str]:
    """Exit status and text. Raises FileNotFoundError, and UnknownRevisionError for `base`."""
    wanted = {_name(docs, file) for file in files}
    loaded = load(docs)
    before = bank_at(base, docs) if base else None
    problems = problems_of(loaded.bank, loaded.problems, before, only=wanted)
    hints = [hint for hint in lost_cards(before, loaded.bank) if not wanted or hint.path in wanted] if before else []
    lines = [line for problem in problems for line in _lines(problem)]
    lines += [line for hint in hints for line in _lines(hint, "advice: ", "notice")]
    for path in sorted(wanted):
        lines += _about(loaded.bank, path)
    if not wanted and (oldest := oldest_reviews(loaded.bank)):
        lines.append(f"advice: reviewed longest ago: {', '.join(oldest)}.")
    lines.append(report.total(loaded.bank, problems, wanted))
    return (1 if problems else 0), "\n".join(lines)


def _lines(problem: Problem, prefix: str = "", severity: str = "error") -> list[str]:
    """For a terminal; under GitHub Actions as an annotation, too."""
    annotated = [problem.as_annotation(severity)] if os.environ.get("GITHUB_ACTIONS") == "true" else []
    return [prefix + problem.as_text(), *annotated]


def _about(bank: Bank, path: str) -> list[str]:
    document = bank.documents.get(path)
    if document is None:
        return []
    advice = [line for hint in advice_for(document, bank) for line in _lines(hint, "advice: ", "notice")]
    return [*advice, report.strengths(document)]


def _name(docs: Path, file: Path) -> str:
    """The name that problems use for a file; FileNotFoundError where it is no page below `docs`."""
    root = docs.resolve().parent
    path = file.resolve()
    if not path.is_file() and len(file.parts) == 1:  # the name alone: what most people mean is a question
        path = (docs / "questions" / file).resolve()
    if not path.is_file():
        raise FileNotFoundError(f"There is no file {file}. Give the path of a page, such as docs/questions/x.md.")
    if not path.is_relative_to(docs.resolve()):
        raise FileNotFoundError(f"{file} is not in {docs}. Give the path of a page, such as docs/questions/x.md.")
    return path.relative_to(root).as_posix()
