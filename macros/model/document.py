"""A Markdown file as written, each part with its line number."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, SkipValidation

from macros.model.flashcard import Flashcard
from macros.model.parts import CodeBlock, Footnote, Link, Oddity, Paragraph, Reference
from macros.model.structure import Block
from macros.model.vocabulary import PageType


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatterField:
    name: str
    value: Any
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    heading: str  # as a reader sees it
    anchor: str
    level: int
    line: int
    text: str  # Markdown below the heading, deeper headings included
    text_line: int  # on which it begins
    lead: str  # the same, up to the first deeper heading
    lead_end: int  # the line on which that stands, or the one behind the last
    words: int  # of its paragraphs: code, tables, headings, link addresses and footnote marks are not counted
    paragraphs: tuple[Paragraph, ...] = ()  # in reading order, those of its parts included
    parts: tuple[Section, ...] = ()

    @property
    def lead_paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.line < self.lead_end)


class Document(Frozen):
    """One Markdown file, as written."""

    path: str  # relative to the folder that holds docs/, with slashes
    page_type: PageType
    slug: str
    title: str
    front_matter: tuple[FrontMatterField, ...]
    front_matter_sound: bool  # False where the YAML itself is wrong: then its fields say nothing
    body: str  # Markdown below the front matter
    body_line: int  # on which it begins
    headings: tuple[Section, ...]  # every heading, in order
    intro: str  # Markdown between the H1 and the first ##
    intro_line: int  # on which it begins
    introduction: tuple[Paragraph, ...]  # its paragraphs
    sections: tuple[Section, ...]  # the ## headings; ### are their parts
    links: tuple[Link, ...]
    footnotes: tuple[Footnote, ...]
    references: tuple[Reference, ...]
    code_blocks: tuple[CodeBlock, ...]
    oddities: tuple[Oddity, ...]
    flashcards: tuple[Flashcard, ...] = ()  # every item of that section, sound or not
    blocks: tuple[SkipValidation[Block], ...]  # what GitHub shows
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
