"""A question page before anybody has written it: its address and its headings."""

from __future__ import annotations

import datetime
import re
import unicodedata

from macros.model import (
    BRING_YOUR_OWN,
    FLASHCARDS,
    FOLLOW_UPS,
    FROM_EXPERIENCE,
    FULL_ANSWER,
    GRADES,
    RUBRIC,
    SHORT_ANSWER,
    SOURCES,
    Level,
    QuestionKind,
)
from macros.model.limits import (
    CARD_WORDS,
    CARDS,
    FOLLOW_UP_WORDS,
    FOLLOW_UPS_ASKED,
    FULL_ANSWER_WORDS,
    MIN_SOURCES,
    SHORT_ANSWER_WORDS,
)
from macros.model.text import STOP_WORDS

_MAX_SLUG_WORDS = 6
_SILENT = STOP_WORDS | frozenset(["would", "could", "should", "can", "will", "this", "tell", "me", "about"])
# One of each part, in order of the page.
SAMPLES = (
    "The checkout API pages whenever errors stay above 1%. Last month that woke people eleven times.",
    "I multiply the share of the [error budget](../glossary/error-budget.md) that I'm willing to lose by the SLO period.",
    "A rule fires after window × threshold ÷ burn rate.[^alerting]",
    "- The noisiest alert you owned, and what you did about it.  |  ### Invented: the page that cried wolf",
    "This shows whether you can get from an SLO to a pager rule.  |  ### Weak  |  Quotes 14.4, not where it comes from.",
    "### Why not wait five minutes?  |  A wait delays a total outage as long as a mild one, and …",
    "- **What is a burn rate?** The error rate divided by the rate that the SLO allows.",
    "[^alerting]: [Google, *Alerting on SLOs*](https://sre.google/workbook/alerting-on-slos/) (book, 2018): windows.",
)


def slug_of(title: str) -> str:
    """At most six words of the title that carry meaning."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if word not in _SILENT] or words
    return "-".join(telling[:_MAX_SLUG_WORDS])[:80].strip("-")


def question_template(title: str, today: datetime.date | None) -> str:
    """The page format with every heading in place; `check` says what each still needs. Without `today`, the dates are left open."""
    date = today or " # the day you write this, as year-month-day"
    grades = "\n\n".join(f"### {grade}" for grade in GRADES)
    return f"""---
topic:  # a file name in docs/topics, such as overload
level:  # {", ".join(Level)}
kind:  # {", ".join(QuestionKind)}
added: {date}
reviewed: {date}
{_guide()}
---

# {title}

## {SHORT_ANSWER}

## {FULL_ANSWER}

## {RUBRIC}

{grades}

## {FOLLOW_UPS}

## {FLASHCARDS}

## {SOURCES}
"""


def _guide() -> str:
    """What goes where, and a sample of it, as comments of the front matter: no renderer shows them."""
    parts = (
        ("below the title", "two to four sentences: the situation as the interviewer puts it", SAMPLES[0]),
        (f"## {SHORT_ANSWER}", f"at most {SHORT_ANSWER_WORDS[1]} words, first person, as you would say it", SAMPLES[1]),
        (f"## {FULL_ANSWER}", f"{_span(FULL_ANSWER_WORDS)} words under ### headings, not counting code", SAMPLES[2]),
        (
            f"## {FROM_EXPERIENCE}",
            f"before the rubric, if you have it: ### {BRING_YOUR_OWN} with a list, then stories",
            SAMPLES[3],
        ),
        (f"## {RUBRIC}", "one or two sentences on why this is asked; then what you would hear", SAMPLES[4]),
        (f"## {FOLLOW_UPS}", f"{_span(FOLLOW_UPS_ASKED)}, each answered in {_span(FOLLOW_UP_WORDS)} words", SAMPLES[5]),
        (f"## {FLASHCARDS}", f"{_span(CARDS)}, at most {CARD_WORDS} words each, one fact each", SAMPLES[6]),
        (f"## {SOURCES}", f"at least {MIN_SOURCES}, each cited in the text", SAMPLES[7]),
    )
    lines = [f"# {where} ({what})\n#     {sample}" for where, what, sample in parts]
    return "\n".join(["# What goes where, with a sample. Delete these lines when you finish the page.", *lines])


def _span(limits: tuple[int, int]) -> str:
    return f"{limits[0]} to {limits[1]}"
