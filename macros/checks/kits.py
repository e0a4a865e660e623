"""Rules about kits: a set of questions that fits its time and its level."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.kit_items import KitItem, kit_items
from macros.model import Bank, Document, Kit, Question
from macros.model.problem import Problem

MIN_QUESTIONS, MIN_KINDS = 2, 2


def kit_can_be_run(bank: Bank) -> Iterator[Problem]:
    """Every kit must list questions that exist, each once, whose minutes add up to its own, of two kinds and a fitting level."""
    questions = {question.document.path: question for question in bank.questions}
    for kit in bank.kits:
        items = kit_items(kit.document)
        bad = list(_lines(kit.document, items, bank))
        yield from bad
        if not bad:
            yield from _whole(kit, items, [questions[item.path] for item in items if item.path in questions])


def _lines(document: Document, items: list[KitItem], bank: Bank) -> Iterator[Problem]:
    seen: set[str] = set()
    for item in items:
        if item.path is None:
            fix = "write `1. [The question](../questions/its-file.md), 15 minutes`."
            yield Problem(document.path, item.line, f"`{item.text[:60]}` is not a question with minutes.", fix)
        elif item.path in seen:
            yield Problem(document.path, item.line, "The question appears twice in this kit.", "keep one of the two lines.")
        elif item.path not in bank.documents:
            continue  # the rule on links says so
        elif not 5 <= item.minutes <= 60:
            yield Problem(
                document.path, item.line, f"{item.minutes} minutes is not a valid time for a question.", "give it 5 to 60."
            )
        seen.add(item.path or "")


def _whole(kit: Kit, items: list[KitItem], questions: list[Question]) -> Iterator[Problem]:
    document, line = kit.document, kit.document.intro_line
    if len(items) < MIN_QUESTIONS:
        yield Problem(
            document.path,
            line,
            f"The kit has {'one question' if items else 'no question'}.",
            f"list at least {MIN_QUESTIONS}, as `1. …`.",
        )
        return
    if len(questions) < len(items):
        return  # another rule names the question that is missing
    total = sum(item.minutes for item in items)
    if total != kit.fields.minutes:
        fix = f"change the minutes of a question, or write `minutes: {total}`."
        message = f"The questions take {total} minutes, but the kit says {kit.fields.minutes}."
        yield Problem(document.path, document.field_line("minutes"), message, fix)
    if len({question.fields.kind for question in questions}) < MIN_KINDS:
        yield Problem(document.path, line, "All questions are the same kind.", f"choose at least {MIN_KINDS} kinds.")
    for item, question in zip(items, questions, strict=True):
        if abs(question.fields.level.rank - kit.fields.level.rank) > 1:
            fix = "choose a question whose level is at most one step away."
            message = f"A {question.fields.level} question doesn't fit a kit for {kit.fields.level}."
            yield Problem(document.path, item.line, message, fix)
