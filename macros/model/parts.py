"""What stands on a page, each part with its line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OddityKind(StrEnum):
    """Markup that no contributed page may have; what is not on the parser's list of tokens is OTHER."""

    HTML = "html"
    AUTOLINK = "autolink"
    NESTED_LINK = "nested-link"
    BROKEN_LINK = "broken-link"
    REFERENCE_LINK = "reference-link"
    LINK_DEFINITION = "link-definition"
    SETEXT = "setext"
    INNER_HEADING = "inner-heading"
    ATTRIBUTE_LIST = "attribute-list"
    FENCE_LINE = "fence-line"
    OPEN_FENCE = "open-fence"
    TOO_DEEP = "too-deep"
    TOO_LONG = "too-long"
    OTHER = "other"
    CROWDED_ABOVE = "crowded-above"  # a heading, a code block or a line across the page without a blank line above it
    CROWDED_BELOW = "crowded-below"
    ADDED = "added-by-github"  # what GitHub makes of text after parsing it


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """Markup that is not plain Markdown, or that two renderers read differently."""

    what: OddityKind
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    text: str  # as a reader sees it; of an image, its alternative
    target: str
    line: int
    image: bool = False
    title: str = ""  # a figure's caption
    alone: bool = False  # nothing else stands in its paragraph
    footnote: str | None = None  # the footnote whose definition holds the link
    place: tuple[int, int, int] | None = None  # line, column and length of the address as written


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


class Around(StrEnum):
    """What a paragraph stands in."""

    TEXT = "text"
    ITEM = "item"
    NUMBERED_ITEM = "numbered item"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text as a reader sees it: no marks of emphasis, no addresses, no footnote marks; one line for each line written."""

    text: str
    line: int
    words: int  # inline code is not counted
    around: Around = Around.TEXT  # the innermost list or quotation
    strong: str = ""  # what of its beginning is bold
    cited: bool = False  # it has a footnote mark
    unlinked: str = ""  # the text without that of links
    links: tuple[Link, ...] = ()
    footnote: str | None = None  # the footnote whose definition it belongs to

    @property
    def plain(self) -> str:
        """The text in one line."""
        return " ".join(self.text.split())
