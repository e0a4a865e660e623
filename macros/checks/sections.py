"""Rules about the sections of a question page."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from macros.model import (
    FOLLOW_UPS,
    FROM_EXPERIENCE,
    FULL_ANSWER,
    GRADES,
    RUBRIC,
    SECTIONS,
    SHORT_ANSWER,
    SOURCES,
    Bank,
    Document,
    PageType,
    QuestionKind,
    Section,
)
from macros.model.problem import Problem

SHORT_ANSWER_WORDS = (40, 125)
FULL_ANSWER_WORDS = (380, 1200)
MIN_FOLLOW_UPS = 2
_MIN_ANSWER_WORDS = 20


def complete_and_in_order(bank: Bank) -> Iterator[Problem]:
    """Every question must have its sections, spelt as agreed, each once, in order."""
    told = {q.document.path for q in bank.questions if q.fields.kind is QuestionKind.EXPERIENCE}
    for document in bank.of_type(PageType.QUESTION):
        required = [name for name in SECTIONS if name != FROM_EXPERIENCE or document.path in told]
        present = [section.heading for section in document.sections]
        missing = [name for name in required if name not in present]
        in_order = 0
        for index, section in enumerate(document.sections):
            name = section.heading
            if name not in SECTIONS:
                guess = _meant(name, missing) or _by_footnotes(document, name, missing)
                if guess:
                    missing.remove(guess)
                    yield Problem(document.path, section.line, f"`## {name}` is misspelt.", f"write `## {guess}`.")
                else:
                    yield Problem(
                        document.path,
                        section.line,
                        f"A question has no section `{name}`.",
                        "use `###` below one of its sections.",
                    )
            elif name in present[:index]:
                yield Problem(document.path, section.line, f"`## {name}` stands twice.", "join the two.")
            elif SECTIONS.index(name) < in_order:
                after = SECTIONS[in_order]
                yield Problem(document.path, section.line, f"`## {name}` comes too late.", f"move it before `## {after}`.")
            else:
                in_order = SECTIONS.index(name)
        for name in missing:
            fix = f"add it; the order is {', '.join(required)}."
            yield Problem(document.path, document.lines, f"`## {name}` is missing.", fix)


def _meant(name: str, missing: list[str]) -> str | None:
    lowered = {candidate.lower(): candidate for candidate in missing}
    matches = get_close_matches(name.lower(), list(lowered), n=1, cutoff=0.7)
    return lowered[matches[0]] if matches else None


def _by_footnotes(document: Document, name: str, missing: list[str]) -> str | None:
    """A section of footnotes is meant to be the sources, whatever it is called."""
    holds_them = any(footnote.section == name for footnote in document.footnotes)
    return SOURCES if SOURCES in missing and holds_them else None


def not_empty(bank: Bank) -> Iterator[Problem]:
    """Every section of a question must have text, and so must the prompt."""
    for document in bank.of_type(PageType.QUESTION):
        title = next((heading for heading in document.headings if heading.level == 1), None)
        if title and not document.intro:
            yield Problem(document.path, title.line, "The prompt is empty.", "describe the situation below the title.")
        for section in document.sections:
            empty_parts = [part for part in section.parts if not part.text]
            if not section.text or (section.parts and len(empty_parts) == len(section.parts) and not section.lead):
                yield Problem(document.path, section.line, f"`{section.heading}` is empty.", "write it.")
            elif section.heading not in {RUBRIC, FOLLOW_UPS}:
                for part in empty_parts:
                    yield Problem(document.path, part.line, f"`{part.heading}` is empty.", "write it, or remove the heading.")


def lengths(bank: Bank) -> Iterator[Problem]:
    """Every short answer must be sayable in a minute, and every full answer must be worth opening and finishing."""
    for document in bank.of_type(PageType.QUESTION):
        for name, (least, most) in ((SHORT_ANSWER, SHORT_ANSWER_WORDS), (FULL_ANSWER, FULL_ANSWER_WORDS)):
            section = document.section(name)
            if section is None or not section.text:
                continue
            if section.words > most:
                fix = f"cut it to {most} words; code is not counted."
                yield Problem(document.path, section.line, f"`{name}` has {section.words:,} words.", fix)
            elif section.words < least:
                fix = f"write at least {least} words; code is not counted."
                yield Problem(document.path, section.line, f"`{name}` has only {section.words} words.", fix)


def rubric_complete(bank: Bank) -> Iterator[Problem]:
    """Every question must say what a weak, a good and a great answer sound like, in this order."""
    for document in bank.of_type(PageType.QUESTION):
        section = document.section(RUBRIC)
        if section is None or not section.text:
            continue
        grades = [part.heading for part in section.parts]
        for part in section.parts:
            if part.heading in GRADES and not part.text and any(other.text for other in section.parts):
                yield Problem(document.path, part.line, f"`{part.heading}` is empty.", "say what an interviewer hears.")
        if grades != list(GRADES):
            found = ", ".join(grades) or "none"
            fix = "write `### Weak`, `### Good` and `### Great`, in this order."
            yield Problem(document.path, section.line, f"The grades are {found}.", fix)


def follow_ups_answered(bank: Bank) -> Iterator[Problem]:
    """Every question must have at least two follow-ups that end in a question mark and are answered."""
    for document in bank.of_type(PageType.QUESTION):
        section = document.section(FOLLOW_UPS)
        if section is None or not section.text:
            continue
        if len(section.parts) < MIN_FOLLOW_UPS:
            message = "There is only one follow-up." if section.parts else "There is no follow-up."
            fix = f"ask at least {MIN_FOLLOW_UPS}, each as a `###` heading with its answer below."
            yield Problem(document.path, section.line, message, fix)
        if section.parts and section.lead:
            message = "Text stands before the first follow-up."
            yield Problem(document.path, section.line, message, "move it below a `###` heading.")
        for part in section.parts:
            yield from _follow_up(document, part)


def _follow_up(document: Document, part: Section) -> Iterator[Problem]:
    if not part.heading.endswith("?"):
        yield Problem(document.path, part.line, f"The follow-up `{part.heading}` is no question.", "end it with a question mark.")
    if part.words < _MIN_ANSWER_WORDS:
        what = f"is answered in {part.words} words" if part.words else "has no answer"
        fix = f"answer it below the heading, in at least {_MIN_ANSWER_WORDS} words."
        yield Problem(document.path, part.line, f"The follow-up `{part.heading}` {what}.", fix)
