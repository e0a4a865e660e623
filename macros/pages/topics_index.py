"""The list of all topics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from macros.catalogue.descriptions import opening
from macros.catalogue.relations import Catalogue
from macros.model.text import questions_counted
from macros.pages.parts import Entry, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry(Entry):
    scope: str
    count: str
    empty: bool


@dataclass(frozen=True, kw_only=True)
class TopicList(Part):
    template: ClassVar[str] = "topic-list.html"
    topics: tuple[TopicEntry, ...]


def topic_index(catalogue: Catalogue) -> TopicList:
    """Every topic with its scope and the number of its questions; those without any come last."""
    topics = sorted(catalogue.topic.values(), key=lambda topic: not catalogue.of_topic[topic.document.slug])
    return TopicList(
        topics=tuple(
            TopicEntry(
                title=topic.document.title,
                path=topic.document.path,
                scope=opening(topic.document),
                count=questions_counted(len(catalogue.of_topic[topic.document.slug])),
                empty=not catalogue.of_topic[topic.document.slug],
            )
            for topic in topics
        )
    )
