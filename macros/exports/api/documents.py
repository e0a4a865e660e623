"""The documents of `/api/v1/`. Within v1 they only ever grow: tests/exports/test_api.py compares their schemas with the published ones."""

from __future__ import annotations

import datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from macros.exports.api.parts import (
    Flashcard,
    FollowUp,
    KitQuestion,
    Listed,
    Part,
    QuestionSummary,
    Rubric,
    Source,
    Text,
)
from macros.model import Level

__all__ = [
    "DOCUMENTS",
    "LICENCE",
    "VERSION",
    "CardOfQuestion",
    "Document",
    "Flashcard",
    "Flashcards",
    "FollowUp",
    "Index",
    "Kit",
    "KitQuestion",
    "Kits",
    "Listed",
    "Part",
    "Question",
    "QuestionSummary",
    "Questions",
    "Rubric",
    "Source",
    "Term",
    "Terms",
    "Text",
    "Topic",
    "Topics",
]

VERSION = 1
LICENCE = "CC-BY-4.0"  # as SPDX names it: https://spdx.org/licenses/


class Document(BaseModel):
    """Every document says what it is."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True, populate_by_name=True)
    name: ClassVar[str]  # of its schema
    schema_address: str = Field(alias="$schema", description="The schema this document conforms to.")
    version: int = Field(default=VERSION, description="Changes only with the addresses.")
    licence: str = Field(default=LICENCE, description="SPDX identifier of the license for the text.")


class Question(QuestionSummary, Document):
    name = "question"
    prompt: Text
    short_answer: Text
    full_answer: Text
    from_experience: Text | None
    rubric: Rubric
    follow_ups: tuple[FollowUp, ...]
    flashcards: tuple[Flashcard, ...] = Field(
        default=(), description="One fact each, in page order; empty if there are none yet."
    )
    sources: tuple[Source, ...]
    related: tuple[str, ...] = Field(description="IDs of questions.")
    terms: tuple[str, ...] = Field(description="IDs of the terms that the page links to, in order of mention.")


class Questions(Document):
    name = "questions"
    questions: tuple[QuestionSummary, ...]


class CardOfQuestion(Flashcard):
    of: str = Field(description="ID of the question whose page it is on, which gives its topic, level, and kind.")


class Flashcards(Document):
    name = "flashcards"
    flashcards: tuple[CardOfQuestion, ...] = Field(description="The flashcards of all questions, in page order.")


class Topic(Listed):
    scope: str
    questions: tuple[str, ...] = Field(description="IDs, easiest first.")


class Topics(Document):
    name = "topics"
    topics: tuple[Topic, ...]


class Term(Listed):
    also_called: tuple[str, ...]
    definition: str
    questions: tuple[str, ...] = Field(description="IDs of the questions that use it.")


class Terms(Document):
    name = "terms"
    terms: tuple[Term, ...]


class Kit(Listed):
    level: Level
    minutes: int
    added: datetime.date
    reviewed: datetime.date
    for_whom: str
    questions: tuple[KitQuestion, ...] = Field(description="In the order in which they are asked.")


class Kits(Document):
    name = "kits"
    kits: tuple[Kit, ...]


class Index(Document):
    name = "index"
    site: str = Field(description="Address of the home page.")
    changed: datetime.date | None = Field(description="The latest date a question was reviewed; null if there are no questions.")
    counts: dict[str, int]
    documents: dict[str, str] = Field(description="Name of a list -> its address.")
    schemas: dict[str, str] = Field(description="Name of a document -> address of its JSON Schema.")


DOCUMENTS: tuple[type[Document], ...] = (Index, Questions, Question, Flashcards, Topics, Terms, Kits)
