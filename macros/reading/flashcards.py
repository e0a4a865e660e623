"""The items of a section of flashcards: `- **Question?** Answer.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import Flashcard, Section
from macros.reading.inline import without_code

_CARD = re.compile(r"\*\*(?=\S)(?P<question>.*?\S)\*\*(?:[ ]+(?P<answer>.*))?")


def flashcards(section: Section) -> Iterator[Flashcard]:
    """Every item that begins with `- `, with the indented lines right below it; a rule speaks about everything else."""
    item: list[str] = []
    begun = section.text_line
    for number, line in enumerate([*section.text.split("\n"), ""], start=section.text_line):
        if item and not (line.startswith(" ") and line.strip()):
            yield _card(" ".join(item), begun)
            item = []
        if line.startswith("- "):
            item, begun = [line[2:].strip()], number
        elif item:
            item.append(line.strip())


def _card(text: str, line: int) -> Flashcard:
    match = _CARD.fullmatch(without_code(text))
    if match is None:
        return Flashcard(question="", answer=text, line=line)
    answer = text[match.start("answer") :].strip() if match["answer"] else ""
    return Flashcard(question=text[match.start("question") : match.end("question")], answer=answer, line=line)
