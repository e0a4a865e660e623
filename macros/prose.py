"""Markdown -> the words that a reader sees: for counts, descriptions, tooltips."""

from __future__ import annotations

import re

FENCE = re.compile(r"^(?P<indent>[ ]*)(?P<marks>`{3,}|~{3,})[ ]*(?P<language>[\w+-]*)[^`]*$")
LINK = re.compile(
    r"""(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]
        \(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?P<title>\s+(?:"[^"]*"|'[^']*'))?\s*\)""",
    re.VERBOSE,
)
_MARKUP = re.compile(r"\[\^[^\]\s]+\]|\*\*|(?<!\w)[*_]|[*_](?!\w)|[`~]")
_WORD = re.compile(r"\S*\w\S*")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9\"'(])")
WORDS_PER_MINUTE = 240  # silent reading of English prose, about; Brysbaert 2019 finds 238 on average


def closes(line: str, marks: str) -> bool:
    """Does this line end the code block that `marks` opened?"""
    stripped = line.strip()
    return stripped.startswith(marks) and not stripped.strip(marks[0])


def without_code_blocks(text: str) -> str:
    kept: list[str] = []
    marks = ""
    for line in text.split("\n"):
        if marks:
            marks = "" if closes(line, marks) else marks
        elif match := FENCE.match(line):
            marks = match["marks"]
        else:
            kept.append(line)
    return "\n".join(kept)


def plain_text(text: str) -> str:
    """One paragraph without its markup: link addresses, footnote marks, emphasis, backticks."""
    return _MARKUP.sub("", LINK.sub(lambda match: match["text"], text)).strip()


def words_in(text: str) -> int:
    """Words that are read: no code blocks, no link addresses, no footnote marks, no table rules."""
    return len(_WORD.findall(plain_text(without_code_blocks(text)).replace("|", " ")))


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in without_code_blocks(text).split("\n\n") if part.strip()]


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
