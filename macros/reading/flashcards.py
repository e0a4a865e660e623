"""The items of a section of flashcards: `- **Question?** Answer.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import Around, Flashcard, Paragraph, Section

_CARD = re.compile(r"\*\*(?=\S)(?P<question>.*?\S)\*\*(?:[ ]+(?P<answer>.*))?")


def flashcards(section: Section) -> Iterator[Flashcard]:
    """Every item of the list; a rule speaks about everything else."""
    lines = section.text.split("\n")
    for item in section.paragraphs:
        if item.around is Around.ITEM and lines[item.line - section.text_line].startswith("- "):
            yield _card(item, _written(lines, item.line - section.text_line))


def _written(lines: list[str], index: int) -> str:
    """The Markdown of an item in one line, with the indented lines right below it."""
    written = [lines[index][2:].strip()]
    for line in lines[index + 1 :]:
        if not (line.startswith(" ") and line.strip()):
            break
        written.append(line.strip())
    return " ".join(written)


def _card(item: Paragraph, written: str) -> Flashcard:
    match = _CARD.fullmatch(written) if item.strong else None
    question, answer = (match["question"], match["answer"] or "") if match else ("", written)
    asked = " ".join(item.strong.split()) if match else ""
    return Flashcard(question=question, answer=answer.strip(), asked=asked, words=item.words, line=item.line)
