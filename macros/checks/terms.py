"""Rules about terms and topics."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import Bank, PageType
from macros.model.problem import Problem
from macros.model.text import words_in

DEFINITION_WORDS = 60


def definition_stands_first(bank: Bank) -> Iterator[Problem]:
    """Every term must begin with a definition of at most 60 words that needs nothing else: it is the tooltip."""
    for document in bank.of_type(PageType.TERM):
        first = document.intro.split("\n\n")[0]
        if not first or first.startswith(("See also:", "Source", "```", "|", "- ", "#")):
            yield Problem(document.path, document.title_line, "The definition is missing.", "define the term below its title.")
        elif (words := words_in(first)) > DEFINITION_WORDS:
            fix = f"keep it to {DEFINITION_WORDS}; more may stand in a second paragraph."
            yield Problem(document.path, document.title_line, f"The definition has {words} words.", fix)


def topic_has_scope_and_reason(bank: Bank) -> Iterator[Problem]:
    """Every topic must have a scope sentence and a paragraph on why interviewers ask about it."""
    for document in bank.of_type(PageType.TOPIC):
        paragraphs = [text for text in document.intro.split("\n\n") if text.strip()]
        if len(paragraphs) < 2:
            fix = "write one sentence on what belongs here, then a paragraph on why interviewers ask."
            yield Problem(document.path, document.title_line, "The topic lacks its scope or its reason.", fix)
