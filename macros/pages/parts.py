"""What pages are made of: the views, frozen and typed, that the templates show. No view holds HTML; templates escape it all."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import ClassVar

from macros.catalogue.addresses import address
from macros.model import Document, Level, PageType, Question, QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page that another one leads to."""

    title: str
    path: str

    @property
    def address(self) -> str:
        return address(self.path)

    @property
    def slug(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".md")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEntry(Entry):
    """The same for a question, with what a list says of it."""

    topic: str
    level: Level
    kind: QuestionKind
    added: datetime.date


def entry(document: Document) -> Entry:
    return Entry(title=document.title, path=document.path)


def question_entry(question: Question) -> QuestionEntry:
    document, fields = question.document, question.fields
    return QuestionEntry(
        title=document.title, path=document.path, topic=fields.topic, level=fields.level, kind=fields.kind, added=fields.added
    )


@dataclass(frozen=True, slots=True)
class Crumb:
    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a reader can choose questions by."""

    topics: tuple[Entry, ...] = ()
    levels: tuple[Level, ...] = tuple(Level)
    kinds: tuple[QuestionKind, ...] = tuple(QuestionKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What a job posting says about a kit; `home` and `address` are absolute."""

    home: str
    name: str
    address: str
    minutes: str
    count: str

    @property
    def bracketed_name(self) -> str:
        """The name as it stands in a Markdown link."""
        return re.sub(r"([\\\[\]*_`<>])", r"\\\1", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page has around its text."""

    type: PageType
    title: str
    description: str
    address: str
    crumbs: tuple[Crumb, ...]
    image: str
    edit: str | None
    report: str | None
    contents: bool  # a list of its headings stands beside the text


@dataclass(frozen=True, kw_only=True)
class View:
    """One page. `template` names what stands around its text in the theme's partials; it is empty where nothing does."""

    frame: Frame
    template: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionView(View):
    template: str = "question"
    slug: str
    aliases: tuple[str, ...]
    topic: Entry | None
    level: Level
    kind: QuestionKind
    added: datetime.date
    reviewed: datetime.date
    minutes: int  # to read it
    sources: int
    prompt: str  # as plain text, like the next
    short_answer: str
    story_line: int  # where a story goes
    to_kit: str  # address of a kit with this question in it
    previous: Entry | None
    next: Entry | None
    related: tuple[QuestionEntry, ...]
    terms: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class TermView(View):
    template: str = "term"
    definition: str
    aka: tuple[str, ...]
    topics: tuple[Entry, ...]
    used_in: tuple[QuestionEntry, ...]


@dataclass(frozen=True, kw_only=True)
class OwnView(View):
    """A page of ours; also one whose front matter does not fit, while it is served."""

    schema: str = ""  # of schema.org: what the page describes


@dataclass(frozen=True, kw_only=True)
class Part:
    """What a macro puts into a page of ours: the file `template` of the theme's views is filled with the fields."""

    template: ClassVar[str]
