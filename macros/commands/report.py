"""What `check` says besides the problems."""

from __future__ import annotations

from macros.catalogue.standards import artifact, executed
from macros.model import GRADES, RUBRIC, SECTIONS, Bank, Document, PageType
from macros.model.problem import Problem
from macros.model.text import counted, minutes, questions_counted


def strengths(document: Document) -> str:
    """What is there already: a contributor should hear that, too."""
    if document.page_type is not PageType.QUESTION:
        return f"{document.path}: {len(document.links)} links."
    written = [section for section in document.sections if section.lead or any(part.text for part in section.parts)]
    present = [section.heading for section in written if section.heading in SECTIONS]
    if not present:
        return f"{document.path}: no sections written yet."
    rubric = document.section(RUBRIC)
    grades = [part.heading for part in rubric.parts if part.text] if rubric else []
    words = sum(section.words for section in document.sections)
    facts = [
        f"sections: {', '.join(present)}",
        f"grades: {len(grades)} of {len(GRADES)}",
        f"sources: {len(document.footnotes)}",
        f"flashcards: {len(document.flashcards)}",
        _to_run(document),
        f"reading time: {minutes(words)} min",
    ]
    return f"{document.path} has {'; '.join(facts)}."


def _to_run(document: Document) -> str:
    """What `check` itself does not: it executes nothing."""
    examples = sum(map(executed, document.code_blocks))
    artifacts = sum(map(artifact, document.code_blocks))
    shown = f"{examples} example{'s' if examples != 1 else ''} and {artifacts} artifact{'s' if artifacts != 1 else ''}"
    return f"`make test` will run: {shown}"


def total(bank: Bank, problems: list[Problem], wanted: set[str]) -> str:
    """The last line: how much was checked, and what came of it."""
    checked = (
        counted(len(wanted), "page")
        if wanted
        else f"{questions_counted(len(bank.questions))}, {len(bank.topics)} topics, {len(bank.terms)} terms"
    )
    if not problems:
        return f"Checked {checked}: no problems."
    files = len({problem.path for problem in problems})
    return f"Checked {checked}: {counted(len(problems), 'problem')} in {counted(files, 'file')}."
