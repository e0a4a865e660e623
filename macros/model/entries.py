"""What documents describe: questions, topics, terms, kits, and the Bank of them all."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, PlainValidator, StringConstraints

from macros.model.document import Document, Frozen
from macros.model.flashcard import Flashcard
from macros.model.vocabulary import Level, PageType, QuestionKind


def _plain_date(value: object) -> datetime.date:
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        raise ValueError("not a date")
    return value


Date = Annotated[datetime.date, PlainValidator(_plain_date)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=200)]


class Fields(Frozen):
    aliases: tuple[Slug, ...] = ()


class QuestionFields(Fields):
    topic: Slug
    level: Level
    kind: QuestionKind
    added: Date
    reviewed: Date


class TopicFields(Fields):
    added: Date


class TermFields(Fields):
    aka: tuple[Text, ...] = ()


class KitFields(Fields):
    level: Level
    minutes: Annotated[int, Field(ge=10, le=480, strict=True)]
    added: Date
    reviewed: Date


class PageFields(Fields):
    description: Text


class Entry(Frozen):
    """A document whose front matter fits."""

    document: Document
    fields: Fields

    @property
    def first_slug(self) -> str:
        """What a page was called first: the identity that decks, feeds and grades know it by."""
        return (*self.fields.aliases, self.document.slug)[0]


class Question(Entry):
    fields: QuestionFields

    def card_id(self, card: Flashcard) -> str:
        """The same for good, however answer, links, punctuation and order change; a reworded question is a new card."""
        return f"{self.first_slug}.{card.key}"


class Topic(Entry):
    fields: TopicFields


class Term(Entry):
    fields: TermFields


class Kit(Entry):
    fields: KitFields


FIELDS: Mapping[PageType, type[Fields]] = {
    PageType.QUESTION: QuestionFields,
    PageType.TOPIC: TopicFields,
    PageType.TERM: TermFields,
    PageType.KIT: KitFields,
    PageType.PAGE: PageFields,
}


class Bank(Frozen):
    """Everything in docs/: `documents` holds each page that could be read, the others those whose front matter fits."""

    documents: Mapping[str, Document]
    questions: tuple[Question, ...]
    topics: tuple[Topic, ...]
    terms: tuple[Term, ...]
    kits: tuple[Kit, ...]

    def of_type(self, *types: PageType) -> Iterator[Document]:
        return (document for document in self.documents.values() if document.page_type in types)
