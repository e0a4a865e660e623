"""Plain text, as a reader sees it: words, sentences, summaries."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9\"'(])")
_SMALL = "a an and are as at be by do does for from how in is it of on or the to what which why with you your"
STOP_WORDS = frozenset(_SMALL.split(" "))
WORDS_PER_MINUTE = 240  # silent reading of English prose, about; Brysbaert 2019 finds 238 on average


def words_in(text: str) -> int:
    """Words of a plain text: runs of letters or digits."""
    return len(_WORD.findall(text))


def sentences(text: str) -> list[str]:
    """Sentences of a plain paragraph, roughly: good enough for a description, not for grammar."""
    return _SENTENCE_END.split(" ".join(text.split()))


def summary(text: str, limit: int) -> str:
    """As many whole sentences from the start of a plain text as fit `limit` characters, else cut at a word with an ellipsis."""
    taken = ""
    for sentence in sentences(text):
        if len(taken) + len(sentence) + 1 > limit:
            break
        taken = f"{taken} {sentence}".strip()
    if taken:
        return taken
    return " ".join(text.split())[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def minutes(words: int) -> int:
    """Reading time in whole minutes, at least one."""
    return max(1, round(words / WORDS_PER_MINUTE))


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 page`, `2 pages`; the plural is given where it is more than an s."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def questions_counted(count: int) -> str:
    return counted(count, "question") if count else "no question yet"
