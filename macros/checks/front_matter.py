"""Rules about the fields between the two `---` lines."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.model import FIELDS, Bank, Document, Entry, PageType
from macros.model.problem import Problem

_EXAMPLES = {
    "topic": "topic: overload",
    "level": "level: mid",
    "kind": "kind: design",
    "added": "added: 2026-11-24",
    "reviewed": "reviewed: 2026-11-24",
    "minutes": "minutes: 60",
    "description": "description: One sentence about the page",
}


def fits_the_model(bank: Bank) -> Iterator[Problem]:
    """Every page must have the front matter fields of its type, with allowed values, and no others."""
    for document in bank.documents.values():
        if not document.front_matter_sound:
            continue
        model = FIELDS[document.page_type]
        names = list(model.model_fields)
        values = {field.name: field.value for field in document.front_matter}
        try:
            model.model_validate(values)
        except ValidationError as error:
            details = {str(detail["loc"][0]): detail for detail in reversed(error.errors())}
            misspelled = _misspelled(details, names)
            for name, meant in misspelled.items():
                yield Problem(document.path, document.field_line(name), f"`{name}` is misspelled.", f"write `{meant}:`.")
            for name, detail in details.items():
                if name not in misspelled and name not in misspelled.values():
                    yield _problem(document, name, names, values, detail)


def _misspelled(details: dict[str, ErrorDetails], names: list[str]) -> dict[str, str]:
    """Unknown field -> the missing one that it is meant to be."""
    missing = [name for name in names if name in details and details[name]["type"] == "missing"]
    unknown = [name for name, detail in details.items() if detail["type"] == "extra_forbidden"]
    matches = {name: get_close_matches(name.lower(), missing, n=1, cutoff=0.6) for name in unknown}
    return {name: found[0] for name, found in matches.items() if found}


def _problem(document: Document, name: str, names: list[str], values: dict[str, Any], detail: ErrorDetails) -> Problem:
    line = document.field_line(name)
    kind = document.page_type
    if detail["type"] == "missing":
        return Problem(document.path, line, f"`{name}` is missing.", f"add a line such as `{_EXAMPLES[name]}`.")
    if detail["type"] == "extra_forbidden":
        guess = _did_you_mean(name, names)
        return Problem(
            document.path, line, f"A {kind} has no field `{name}`.", f"remove it; the fields are {', '.join(names)}{guess}."
        )
    annotation = FIELDS[document.page_type].model_fields[name].annotation
    shown = _shown(values[name])
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        allowed = [member.value for member in annotation]
        guess = _did_you_mean(str(values[name]), allowed)
        return Problem(document.path, line, f"`{name}: {shown}` is not allowed.", f"use one of {', '.join(allowed)}{guess}.")
    if name in {"added", "reviewed"}:
        fix = f"write a date as year-month-day, such as `{_EXAMPLES[name]}`."
    elif name in {"aliases", "aka"}:
        entry = "former-name" if name == "aliases" else "Other name"
        fix = f"write a list, one entry per line: `{name}:` and below it `  - {entry}`."
    else:
        fix = f"write it as in `{_EXAMPLES[name]}`."
    return Problem(document.path, line, f"`{name}: {shown}` is not allowed.", fix)


def _shown(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _did_you_mean(word: str, candidates: list[str]) -> str:
    matches = get_close_matches(word.lower(), candidates, n=1, cutoff=0.6)
    return f" (did you mean {matches[0]}?)" if matches else ""


def dates_in_order(bank: Bank) -> Iterator[Problem]:
    """Every date must lie between 2020 and tomorrow, and no page may be reviewed before it was added."""
    limit = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=1)  # it is tomorrow somewhere
    entries: tuple[Entry, ...] = (*bank.questions, *bank.topics, *bank.kits)
    for entry in entries:
        document = entry.document
        dates = {name: getattr(entry.fields, name) for name in ("added", "reviewed") if hasattr(entry.fields, name)}
        wrong = {name for name, date in dates.items() if date > limit or date.year < 2020}
        for name in sorted(wrong):
            when = "in the future" if dates[name] > limit else "before this site existed"
            yield Problem(
                document.path, document.field_line(name), f"`{name}: {dates[name]}` is {when}.", "write the date of the change."
            )
        if not wrong and dates.get("reviewed", dates["added"]) < dates["added"]:
            yield Problem(
                document.path,
                document.field_line("reviewed"),
                f"`reviewed: {dates['reviewed']}` is before `added: {dates['added']}`.",
                "a page is reviewed on or after the day it is added.",
            )


def topic_exists(bank: Bank) -> Iterator[Problem]:
    """Every question must name a topic that has a page in docs/topics."""
    topics = sorted(document.slug for document in bank.of_type(PageType.TOPIC))
    for question in bank.questions:
        if question.fields.topic not in topics:
            guess = _did_you_mean(question.fields.topic, topics)
            yield Problem(
                question.document.path,
                question.document.field_line("topic"),
                f"There is no topic `{question.fields.topic}`.",
                f"use one of {', '.join(topics) or 'the files in docs/topics'}{guess}.",
            )


def aliases_are_free(bank: Bank) -> Iterator[Problem]:
    """Every alias must be a former name that no page of the same folder has now."""
    taken: dict[str, str] = {path: path for path in bank.documents}
    entries: tuple[Entry, ...] = (*bank.questions, *bank.topics, *bank.terms, *bank.kits)
    for entry in entries:
        document = entry.document
        for alias in entry.fields.aliases:
            address = f"{document.path.rsplit('/', 1)[0]}/{alias}.md"
            if address in taken or alias == "index":
                yield Problem(
                    document.path,
                    document.field_line("aliases"),
                    f"The alias `{alias}` is taken by {taken.get(address, 'the index of the folder')}.",
                    "remove it from one of them: an address leads to one page.",
                )
            taken.setdefault(address, document.path)
