"""Rules about what interviewers look for: the reason, and the grades."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import GRADES, RUBRIC, Bank, PageType
from macros.model.limits import REASON_SENTENCES
from macros.model.problem import Problem
from macros.model.text import sentences


def rubric_complete(bank: Bank) -> Iterator[Problem]:
    """Every question must say what a weak, a good and a great answer sound like, in this order."""
    for document in bank.of_type(PageType.QUESTION):
        section = document.section(RUBRIC)
        if section is None or not section.text:
            continue
        grades = [part.heading for part in section.parts]
        for part in section.parts:
            if part.heading in GRADES and not part.text and any(other.text for other in section.parts):
                yield Problem(document.path, part.line, f"`{part.heading}` is empty.", "say what an interviewer would hear.")
        if grades != list(GRADES):
            found = ", ".join(grades) or "none"
            fix = "write `### Weak`, `### Good`, and `### Great`, in this order."
            yield Problem(document.path, section.line, f"The grades are {found}.", fix)


def says_why_it_is_asked(bank: Bank) -> Iterator[Problem]:
    """Every rubric must begin with one or two sentences on why the question is asked."""
    for document in bank.of_type(PageType.QUESTION):
        section = document.section(RUBRIC)
        if section is None or not any(part.text for part in section.parts):
            continue  # another rule speaks about a rubric without grades
        count = sum(len(sentences(paragraph.plain)) for paragraph in section.lead_paragraphs)
        if not count:
            fix = f"say so in one or two sentences, before `### {section.parts[0].heading}`."
            yield Problem(document.path, section.line, "Nothing says why this is asked.", fix)
        elif count > REASON_SENTENCES[1]:
            message = f"The reason this is asked takes {count} sentences."
            yield Problem(document.path, section.line, message, "say it in one or two.")
