"""What the documents of `/api/v1/` are made of; like them, it only ever grows."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict, Field

from macros.model import Level, QuestionKind, SourceKind


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
