"""The documents of `/api/v1/`. Within v1 they only ever grow: tests/exports/test_api.py compares their schemas with the published ones."""

from __future__ import annotations

import datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from macros.model import Level, QuestionKind, SourceKind

VERSION = 1
LICENCE = "CC-BY-4.0"  # as SPDX names it: https://spdx.org/licenses/


class Part(BaseModel):
    """Anything inside a document; readers must ignore fields that they do not know."""

    model_config = ConfigDict(frozen=True)


class Text(Part):
    markdown: str = Field(description="As written, with absolute links; `[^x]` is the source whose ID is x.")
    html: str = Field(description="The same, without classes of this site; links and pictures are absolute.")


class Listed(Part):
    """What every entry has."""

    id: str = Field(description="Permanent; former IDs stay in `aliases`.", pattern="^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    address: str = Field(description="The page on the site.")
    aliases: tuple[str, ...] = Field(description="Former IDs. Their addresses redirect here, and their documents are this one.")


class QuestionSummary(Listed):
    document: str = Field(description="Address of the full question as JSON.")
    topic: str = Field(description="ID of its topic.")
    level: Level
    kind: QuestionKind
    added: datetime.date
    reviewed: datetime.date
    minutes: int = Field(description="Suggested minutes in an interview.", ge=5, le=60)


class Rubric(Part):
    why: Text | None = Field(default=None, description="Why the question is asked; null if the page doesn't say so yet.")
    weak: Text
    good: Text
    great: Text


class FollowUp(Part):
    id: str = Field(description="Anchor on the question's page.")
    question: str
    answer: Text


class Flashcard(Part):
    id: str = Field(
        description="Stable as long as the question is, even if the answer, punctuation, or order changes. Store grades by it."
    )
    address: str = Field(description="Where it opens on the question's page.")
    question: Text
    answer: Text


class Source(Part):
    id: str = Field(description="Name of the footnote.")
    title: str
    address: str
    kind: SourceKind
    year: int | None = Field(description="Null if the source has none, such as documentation that keeps changing.")
    supports: str = Field(description="What the source supports, as Markdown.")

    @property
    def origin(self) -> str:
        """`paper, 2010`, as in the footnote."""
        return f"{self.kind}, {self.year}" if self.year else str(self.kind)


class KitQuestion(Part):
    id: str
    minutes: int


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
