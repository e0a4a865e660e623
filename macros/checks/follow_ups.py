"""A rule about the follow-ups of a question page."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import FOLLOW_UPS, Bank, Document, PageType, Section
from macros.model.limits import FOLLOW_UP_WORDS, FOLLOW_UPS_ASKED
from macros.model.problem import Problem


def follow_ups_answered(bank: Bank) -> Iterator[Problem]:
    """Every question must have three to five follow-ups that end in a question mark, each answered in 40 to 90 words."""
    for document in bank.of_type(PageType.QUESTION):
        section = document.section(FOLLOW_UPS)
        if section is None or not section.text:
            continue
        least, most = FOLLOW_UPS_ASKED
        count = len(section.parts)
        if count < least:
            message = {0: "There is no follow-up.", 1: "There is only one follow-up."}.get(
                count, f"There are only {count} follow-ups."
            )
            fix = f"ask at least {least}, each as a `###` heading with its answer below."
            yield Problem(document.path, section.line, message, fix)
        elif count > most:
            fix = f"keep the {most} most likely to be asked."
            yield Problem(document.path, section.line, f"There are {count} follow-ups.", fix)
        if section.parts and section.lead:
            message = "There is text before the first follow-up."
            yield Problem(document.path, section.line, message, "move it below a `###` heading.")
        for part in section.parts:
            yield from _follow_up(document, part)


def _follow_up(document: Document, part: Section) -> Iterator[Problem]:
    if not part.heading.endswith("?"):
        yield Problem(
            document.path, part.line, f"The follow-up `{part.heading}` is not a question.", "end it with a question mark."
        )
    words = part.words
    least, most = FOLLOW_UP_WORDS
    if words < least:
        what = f"is answered in {words} words" if words else "has no answer"
        fix = f"answer it below the heading, in at least {least} words."
        yield Problem(document.path, part.line, f"The follow-up `{part.heading}` {what}.", fix)
    elif words > most:
        message = f"The follow-up `{part.heading}` is answered in {words} words."
        yield Problem(document.path, part.line, message, f"cut it to {most} words; code doesn't count.")
