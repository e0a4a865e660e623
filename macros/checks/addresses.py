"""Published addresses are a promise: what a page was called once still leads to a page. Grades of flashcards are kept by its first name."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from macros.catalogue.addresses import address, addresses
from macros.model import FLASHCARDS, Bank, Question
from macros.model.problem import Problem


def vanished(before: Bank, now: Bank) -> Iterator[Problem]:
    """Every address that was published must still be a page, or an alias of one."""
    kept = set(addresses(now))
    for where, path in addresses(before).items():
        if where in kept:
            continue
        alias = where.rstrip("/").rpartition("/")[2]
        if path in now.documents:
            fix = f"put `{alias}` back into its `aliases`."
            yield Problem(path, now.documents[path].field_line("aliases"), f"The address {where} would no longer work.", fix)
        else:
            fix = f"add `{alias}` to the `aliases` of the page that takes its place, or put the page back."
            yield Problem(path, 1, f"The page is gone, so its address {where} would no longer work.", fix)


def lost_cards(before: Bank, now: Bank) -> list[Problem]:
    """Flashcards whose grades readers would lose: advice, since a question may well be put better, or be dropped."""
    pages = {question.document.path: question for question in now.questions}
    led = addresses(now)
    found: list[Problem] = []
    for was in before.questions:
        question = pages.get(led.get(address(was.document.path), ""))
        if question and was.document.flashcards:
            found += _lost(was, question)
    return sorted(found)


def _lost(was: Question, question: Question) -> Iterator[Problem]:
    document = question.document
    if was.first_slug != question.first_slug:
        message = f"The page's first name was `{was.first_slug}` and is now `{question.first_slug}`: decks and grades will treat it as a new page."
        fix = f"put `{was.first_slug}` first in its `aliases`, unless this page takes the place of another."
        yield Problem(document.path, document.field_line("aliases"), message, fix)
        return
    kept = {card.key: card for card in document.flashcards}
    new = {key: card for key, card in kept.items() if key not in {card.key for card in was.document.flashcards}}
    section = document.section(FLASHCARDS)
    for card in was.document.flashcards:
        if card.key in kept:
            continue
        near = get_close_matches(card.key, list(new), n=1)
        if near:
            message = f"The flashcard `{card.question}` was reworded, which makes it a new card: readers lose its grades."
            yield Problem(document.path, new[near[0]].line, message, "keep the wording if it asks the same thing.")
        else:
            message = f"The flashcard `{card.question}` is gone, along with readers' grades for it."
            fix = "put it back if you didn't mean to remove it."
            yield Problem(document.path, section.line if section else document.lines, message, fix)
