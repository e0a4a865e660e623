"""A topic -> what its page shows."""

from __future__ import annotations

from dataclasses import dataclass

from macros.catalogue.relations import Catalogue
from macros.model import Topic
from macros.model.text import questions_counted
from macros.pages.parts import Frame, QuestionEntry, View, question_entry


@dataclass(frozen=True, kw_only=True)
class TopicView(View):
    template: str = "topic"
    slug: str
    count: str  # such as `3 questions`
    questions: tuple[QuestionEntry, ...]


def topic_view(catalogue: Catalogue, topic: Topic, frame: Frame) -> TopicView:
    """Its questions, the easier ones first."""
    questions = catalogue.of_topic[topic.document.slug]
    return TopicView(
        frame=frame,
        slug=topic.document.slug,
        count=questions_counted(len(questions)),
        questions=tuple(map(question_entry, questions)),
    )
