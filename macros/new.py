"""A new question page, complete but for its content."""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import Path

from macros.model import FOLLOW_UPS, FULL_ANSWER, GRADES, RUBRIC, SHORT_ANSWER, SOURCES, Level, QuestionKind
from macros.rules.names import STOP_WORDS

_MAX_SLUG_WORDS = 6
_SILENT = STOP_WORDS | frozenset(["would", "could", "should", "can", "will", "this", "tell", "me", "about"])


class CannotWriteError(Exception):
    """The page was not written; the message says why and what to do."""


def write_question(docs: Path, title: str) -> Path:
    """Write docs/questions/<slug>.md and return its path. An existing page is never touched."""
    title = " ".join(title.split())
    if not title:
        raise CannotWriteError('The title is empty. Try: make new TITLE="How do you …?"')
    if not title.endswith(("?", ".")):
        raise CannotWriteError(f"The title `{title}` ends in neither ? nor a full stop. Ask a question, or make a request.")
    slug = slug_of(title)
    if not slug:
        raise CannotWriteError(f"No address can be made of `{title}`. Use words of plain letters and digits.")
    folder = docs / "questions"
    if not folder.is_dir():
        raise CannotWriteError(f"There is no folder {folder}. Run this in the project's folder.")
    path = folder / f"{slug}.md"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(question_template(title, datetime.datetime.now(datetime.UTC).date()))
    except FileExistsError:
        raise CannotWriteError(f"{path} exists already. Add to it, or choose another title.") from None
    return path


def slug_of(title: str) -> str:
    """At most six words of the title that carry meaning."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if word not in _SILENT] or words
    return "-".join(telling[:_MAX_SLUG_WORDS])[:80].strip("-")


def question_template(title: str, today: datetime.date | None) -> str:
    """The page format with every heading in place; `check` says what each still needs. Without `today`, the dates are left open."""
    date = today or " # the day that you write this, as year-month-day"
    grades = "\n\n".join(f"### {grade}" for grade in GRADES)
    return f"""---
topic:  # a file name in docs/topics, such as overload
level:  # {", ".join(Level)}
kind:  # {", ".join(QuestionKind)}
added: {date}
reviewed: {date}
---

# {title}

## {SHORT_ANSWER}

## {FULL_ANSWER}

## {RUBRIC}

{grades}

## {FOLLOW_UPS}

## {SOURCES}
"""
