"""A question page before anybody has written it: its address and its headings."""

from __future__ import annotations

import datetime
import re
import unicodedata

from macros.model import FOLLOW_UPS, FULL_ANSWER, GRADES, RUBRIC, SHORT_ANSWER, SOURCES, Level, QuestionKind
from macros.model.text import STOP_WORDS

_MAX_SLUG_WORDS = 6
_SILENT = STOP_WORDS | frozenset(["would", "could", "should", "can", "will", "this", "tell", "me", "about"])


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
