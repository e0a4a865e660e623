"""Rules about terms and topics."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import Around, Bank, PageType
from macros.model.problem import Problem

DEFINITION_WORDS = 60


def definition_stands_first(bank: Bank) -> Iterator[Problem]:
    """Every term must begin with a definition of at most 60 words that needs nothing else: it is the tooltip."""
    for document in bank.of_type(PageType.TERM):
        first = next((each for each in document.introduction if each.line == document.intro_line), None)
        if first is None or first.around is not Around.TEXT or first.text.startswith(("See also:", "Source")):
            yield Problem(document.path, document.title_line, "The definition is missing.", "define the term below its title.")
        elif (words := first.words) > DEFINITION_WORDS:
            fix = f"keep it to {DEFINITION_WORDS}; put the rest in a second paragraph."
            yield Problem(document.path, document.title_line, f"The definition has {words} words.", fix)


def topic_has_scope_and_reason(bank: Bank) -> Iterator[Problem]:
    """Every topic must have a scope sentence and a paragraph on why interviewers ask about it."""
    for document in bank.of_type(PageType.TOPIC):
        if len(document.introduction) < 2:
            fix = "write one sentence on what belongs here, then a paragraph on why interviewers ask."
            yield Problem(document.path, document.title_line, "The topic is missing its scope or its reason.", fix)
