"""The list of all questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from macros.catalogue.relations import Catalogue
from macros.model.text import questions_counted
from macros.pages.parts import Choices, Entry, Part, QuestionEntry, entry, question_entry


@dataclass(frozen=True, kw_only=True)
class QuestionList(Part):
    """Every question by topic, and what filters can choose."""

    template: ClassVar[str] = "question-list.html"
    topics: tuple[tuple[Entry, tuple[QuestionEntry, ...]], ...]
    choices: Choices
    count: str


def question_list(catalogue: Catalogue) -> QuestionList:
    """Topics without questions are left out."""
    topics = tuple(
        (entry(topic.document), tuple(map(question_entry, catalogue.of_topic[slug])))
        for slug, topic in catalogue.topic.items()
        if catalogue.of_topic[slug]
    )
    return QuestionList(
        topics=topics,
        choices=Choices(topics=tuple(topic for topic, _ in topics)),
        count=questions_counted(len(catalogue.bank.questions)),
    )
