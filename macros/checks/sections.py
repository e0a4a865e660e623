"""Rules about the sections of a question page."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from macros.model import (
    FOLLOW_UPS,
    FROM_EXPERIENCE,
    FULL_ANSWER,
    RUBRIC,
    SECTIONS,
    SHORT_ANSWER,
    SOURCES,
    Bank,
    Document,
    PageType,
    QuestionKind,
)
from macros.model.limits import FULL_ANSWER_WORDS, SHORT_ANSWER_WORDS
from macros.model.problem import Problem

_WORDS = {SHORT_ANSWER: SHORT_ANSWER_WORDS, FULL_ANSWER: FULL_ANSWER_WORDS}


def complete_and_in_order(bank: Bank) -> Iterator[Problem]:
    """Every question must have its sections, spelled as agreed, each once, in order."""
    told = {q.document.path for q in bank.questions if q.fields.kind is QuestionKind.EXPERIENCE}
    for document in bank.of_type(PageType.QUESTION):
        optional = {FROM_EXPERIENCE} - ({FROM_EXPERIENCE} if document.path in told else set())
        required = [name for name in SECTIONS if name not in optional]
        present = [section.heading for section in document.sections]
        missing = [name for name in required if name not in present]
        in_order = 0
        for index, section in enumerate(document.sections):
            name = section.heading
            if name not in SECTIONS:
                guess = _meant(name, missing) or _by_footnotes(document, name, missing)
                if guess:
                    missing.remove(guess)
                    yield Problem(document.path, section.line, f"`## {name}` is misspelled.", f"write `## {guess}`.")
                else:
                    yield Problem(
                        document.path,
                        section.line,
                        f"A question has no section `{name}`.",
                        "use `###` below one of its sections.",
                    )
            elif name in present[:index]:
                yield Problem(document.path, section.line, f"`## {name}` appears twice.", "join the two.")
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
            if section.heading not in SECTIONS:
                continue  # another rule speaks about it
            empty_parts = [part for part in section.parts if not part.text]
            if not section.text or (section.parts and len(empty_parts) == len(section.parts) and not section.lead):
                yield Problem(document.path, section.line, f"`{section.heading}` is empty.", "write it.")
            elif section.heading not in {RUBRIC, FOLLOW_UPS}:
                for part in empty_parts:
                    yield Problem(document.path, part.line, f"`{part.heading}` is empty.", "write it, or remove the heading.")


def lengths(bank: Bank) -> Iterator[Problem]:
    """Every short answer must be sayable in 50 seconds, and every full answer must be worth opening and finishing."""
    for document in bank.of_type(PageType.QUESTION):
        for name, (least, most) in _WORDS.items():
            section = document.section(name)
            if section is None or not section.text:
                continue
            words = section.words
            if words > most:
                fix = f"cut it to {most} words; code doesn't count."
                yield Problem(document.path, section.line, f"`{name}` has {words:,} words.", fix)
            elif words < least:
                fix = f"write at least {least} words; code doesn't count."
                yield Problem(document.path, section.line, f"`{name}` has only {words} words.", fix)
