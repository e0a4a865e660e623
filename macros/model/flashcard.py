"""A flashcard of a question page: one fact, asked and answered."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flashcard:
    """A list item `- **Question?** Answer.`, both parts as Markdown on one line; a part that could not be found is empty."""

    question: str
    answer: str
    asked: str  # the question as a reader sees it
    words: int  # of both
    line: int

    @property
    def key(self) -> str:
        """What stays when punctuation, capitals or links of the question change."""
        return key_of(self.asked)


def key_of(question: str) -> str:
    """Letters and digits of a question as a reader sees it, in lower case."""
    return "".join(_LETTERS_AND_DIGITS.findall(unicodedata.normalize("NFC", question).lower()))
