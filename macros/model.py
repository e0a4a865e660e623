"""What the site is made of: documents as written, and the questions, topics, terms and kits that they describe."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints


class PageType(StrEnum):
    QUESTION = "question"
    TOPIC = "topic"
    TERM = "term"
    KIT = "kit"
    PAGE = "page"  # ours: home, indexes, practice and so on


class Level(StrEnum):
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    STAFF = "staff"


class QuestionKind(StrEnum):
    CONCEPT = "concept"
    DESIGN = "design"
    DEBUGGING = "debugging"
    ESTIMATION = "estimation"
    INCIDENT = "incident"
    EXPERIENCE = "experience"


class SourceKind(StrEnum):
    PAPER = "paper"
    BOOK = "book"
    STANDARD = "standard"
    DOCUMENTATION = "documentation"
    POST_MORTEM = "post-mortem"
    TALK = "talk"
    ARTICLE = "article"


SHORT_ANSWER, FULL_ANSWER, FROM_EXPERIENCE = "Short answer", "Full answer", "From experience"
RUBRIC, FOLLOW_UPS, SOURCES = "What interviewers look for", "Follow-ups", "Sources"
SECTIONS = (SHORT_ANSWER, FULL_ANSWER, FROM_EXPERIENCE, RUBRIC, FOLLOW_UPS, SOURCES)
GRADES = ("Weak", "Good", "Great")


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FrontMatterField(Frozen):
    name: str
    value: Any
    line: int


class Link(Frozen):
    text: str
    target: str
    line: int
    image: bool = False
    footnote: str | None = None  # the footnote whose definition holds the link
    offset: int = 0  # characters from the start of the page, for the order of mentions


class Reference(Frozen):
    """A footnote mark in the text."""

    name: str
    line: int


class Footnote(Frozen):
    """A footnote definition, which is a source."""

    name: str
    line: int
    text: str
    section: str | None


class CodeBlock(Frozen):
    language: str
    text: str
    line: int  # of the opening fence


class Oddity(Frozen):
    """Markup that is not plain Markdown, or that two renderers read differently; `what` is a key of rules.safety."""

    what: str
    text: str
    line: int


class Section(Frozen):
    heading: str
    anchor: str
    level: int
    line: int
    text: str  # Markdown below the heading, deeper headings included
    lead: str  # the same, up to the first deeper heading
    words: int  # code blocks, link addresses and footnote marks are not counted
    parts: tuple[Section, ...] = ()


class Document(Frozen):
    """One Markdown file, as written."""

    path: str  # relative to the folder that holds docs/, with slashes
    page_type: PageType
    slug: str
    title: str
    front_matter: tuple[FrontMatterField, ...]
    front_matter_line: int
    headings: tuple[Section, ...]  # every heading, in order
    intro: str  # Markdown between the H1 and the first ##
    sections: tuple[Section, ...]  # the ## headings; ### are their parts
    links: tuple[Link, ...]
    footnotes: tuple[Footnote, ...]
    references: tuple[Reference, ...]
    code_blocks: tuple[CodeBlock, ...]
    oddities: tuple[Oddity, ...]
    lines: int
    anchors: frozenset[str]

    def section(self, heading: str) -> Section | None:
        return next((section for section in self.sections if section.heading == heading), None)

    def field_line(self, name: str) -> int:
        """Line of a front matter field; where it is missing, the line that opens the front matter."""
        return next((field.line for field in self.front_matter if field.name == name), self.front_matter_line)


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


class Question(Frozen):
    document: Document
    fields: QuestionFields


class Topic(Frozen):
    document: Document
    fields: TopicFields


class Term(Frozen):
    document: Document
    fields: TermFields


class Kit(Frozen):
    document: Document
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
