"""A Markdown file as written, each part with its line number."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from macros.model.flashcard import Flashcard
from macros.model.vocabulary import PageType


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatterField:
    name: str
    value: Any
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    text: str
    target: str
    line: int
    image: bool = False
    title: str = ""  # a figure's caption
    alone: bool = False  # nothing else stands in its paragraph
    footnote: str | None = None  # the footnote whose definition holds the link
    offset: int = 0  # characters from the start of the page, for the order of mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A footnote mark in the text."""

    name: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A footnote definition, which is a source."""

    name: str
    line: int
    text: str
    section: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    language: str
    text: str
    line: int  # of the opening fence


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """Markup that is not plain Markdown, or that two renderers read differently; `what` is a key of rules.safety."""

    what: str
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    heading: str
    anchor: str
    level: int
    line: int
    text: str  # Markdown below the heading, deeper headings included
    text_line: int  # on which it begins
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
    front_matter_sound: bool  # False where the YAML itself is wrong: then its fields say nothing
    headings: tuple[Section, ...]  # every heading, in order
    intro: str  # Markdown between the H1 and the first ##
    intro_line: int  # on which it begins
    sections: tuple[Section, ...]  # the ## headings; ### are their parts
    links: tuple[Link, ...]
    footnotes: tuple[Footnote, ...]
    references: tuple[Reference, ...]
    code_blocks: tuple[CodeBlock, ...]
    oddities: tuple[Oddity, ...]
    flashcards: tuple[Flashcard, ...] = ()  # every item of that section, sound or not
    lines: int
    anchors: frozenset[str]

    def section(self, heading: str) -> Section | None:
        return next((section for section in self.sections if section.heading == heading), None)

    @property
    def title_line(self) -> int:
        """Line of the title; 1 where there is none."""
        return next((heading.line for heading in self.headings if heading.level == 1), 1)

    def resolve(self, target: str) -> str:
        """Path of the page or file that a relative link of this page leads to, without its anchor; `#x` leads to the page."""
        path = target.partition("#")[0]
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path)) if path else self.path

    def field_line(self, name: str) -> int:
        """Line of a front matter field; where it is missing, the line that opens the front matter."""
        return next((field.line for field in self.front_matter if field.name == name), 1)
