"""Markdown -> the words that a reader sees: for counts, descriptions, tooltips."""

from __future__ import annotations

import re

# What stands before the marks or behind the language is refused by a rule: a renderer may then take the block for text.
FENCE = re.compile(
    r"^(?P<indent>[ ]*)(?P<item>(?:[-*+]|\d+[.)])[ ]+)?(?P<marks>`{3,}|~{3,})[ ]*(?P<language>[\w#.+-]*)(?P<rest>[^`]*)$"
)
LINK = re.compile(
    r"""(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]
        \(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?P<title>\s+(?:"[^"]*"|'[^']*'))?\s*\)""",
    re.VERBOSE,
)
_MARKUP = re.compile(r"\[\^[^\]\s]+\]|\*\*|(?<!\w)[*_]|[*_](?!\w)|[`~]")
_WORD = re.compile(r"\S*\w\S*")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9\"'(])")
_SMALL = "a an and are as at be by do does for from how in is it of on or the to what which why with you your"
STOP_WORDS = frozenset(_SMALL.split(" "))
WORDS_PER_MINUTE = 240  # silent reading of English prose, about; Brysbaert 2019 finds 238 on average


def code_blocks(lines: list[str]) -> dict[int, tuple[int, re.Match[str]]]:
    """Index of each line that opens a code block -> index of the line that closes it, and the match of the opening one.

    What never closes is text, as for the renderer, and is not listed.
    """
    closing: dict[str, list[int]] = {}
    for index in range(len(lines) - 1, -1, -1):
        bare = lines[index].strip()
        if bare[:3] in {"```", "~~~"} and not bare.strip(bare[0]):
            closing.setdefault(bare, []).append(index)
    found: dict[int, tuple[int, re.Match[str]]] = {}
    index = 0
    while index < len(lines):
        match = FENCE.match(lines[index]) if "```" in lines[index] or "~~~" in lines[index] else None
        ends = closing.get(match["marks"], []) if match else []
        while ends and ends[-1] <= index:
            ends.pop()
        if match and ends:
            found[index] = (ends[-1], match)
            index = ends[-1]
        index += 1
    return found


def without_code_blocks(text: str) -> str:
    lines = text.split("\n")
    inside = {index for start, (end, _) in code_blocks(lines).items() for index in range(start, end + 1)}
    return "\n".join(line for index, line in enumerate(lines) if index not in inside) if inside else text


def plain_text(text: str) -> str:
    """One paragraph without its markup: link addresses, footnote marks, emphasis, backticks."""
    if "](" in text:
        text = LINK.sub(lambda match: "" if match["image"] else match["text"], text)
    return _MARKUP.sub("", text).strip()


def plain_line(text: str) -> str:
    """The same, in one line."""
    return " ".join(plain_text(text).split())


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


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 page`, `2 pages`; the plural is given where it is more than an s."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def questions_counted(count: int) -> str:
    return counted(count, "question") if count else "no question yet"
