"""What `check` says besides the problems."""

from __future__ import annotations

from macros.model import GRADES, RUBRIC, SECTIONS, Bank, Document, PageType
from macros.model.problem import Problem
from macros.model.text import counted, minutes, questions_counted


def strengths(document: Document) -> str:
    """What is there already: a contributor should hear that, too."""
    if document.page_type is not PageType.QUESTION:
        return f"{document.path}: {len(document.links)} links."
    present = [section.heading for section in document.sections if section.heading in SECTIONS and section.text]
    rubric = document.section(RUBRIC)
    grades = [part.heading for part in rubric.parts if part.text] if rubric else []
    executed = sum(block.language == "pycon" for block in document.code_blocks)
    words = sum(section.words for section in document.sections)
    facts = [
        f"sections: {', '.join(present) or 'none yet'}",
        f"grades: {len(grades)} of {len(GRADES)}",
        f"sources: {len(document.footnotes)}",
        f"executed examples: {executed}",
        f"reading time: {minutes(words)} min",
    ]
    return f"{document.path} has {'; '.join(facts)}."


def total(bank: Bank, problems: list[Problem], wanted: set[str]) -> str:
    """The last line: how much was checked, and what came of it."""
    checked = (
        counted(len(wanted), "page")
        if wanted
        else f"{questions_counted(len(bank.questions))}, {len(bank.topics)} topics, {len(bank.terms)} terms"
    )
    if not problems:
        return f"Checked {checked}: no problem."
    files = len({problem.path for problem in problems})
    return f"Checked {checked}: {counted(len(problems), 'problem')} in {counted(files, 'file')}."
