"""Text of one Markdown file -> Document, each part with its line number. Pure: knows no other page and no disk."""

from __future__ import annotations

from macros.model import FLASHCARDS, Document, PageType, Section
from macros.model.problem import Problem
from macros.reading import front_matter, markdown
from macros.reading.flashcards import flashcards
from macros.reading.found import Page

_FOLDERS = {
    "questions": PageType.QUESTION,
    "topics": PageType.TOPIC,
    "glossary": PageType.TERM,
    "kits": PageType.KIT,
}


def type_of(path: str) -> PageType:
    """The folder decides: docs/questions/x.md is a question, docs/questions/index.md is one of our own pages."""
    parts = path.split("/")
    if len(parts) == 3 and parts[2] != "index.md":
        return _FOLDERS.get(parts[1], PageType.PAGE)
    return PageType.PAGE


def parse(text: str, path: str) -> tuple[Document, list[Problem]]:
    """Parse a page. The problems are those of its YAML only; everything else is for the rules to say."""
    source, body, skipped = front_matter.split(text)
    fields, problems = front_matter.parse(source, path) if source is not None else ((), [])
    page = markdown.read(body, skipped + 1)
    sections = _tree(page, skipped)
    title = next((section for section in sections if section.level == 1), None)
    end = skipped + len(page.lines) + 1
    intro_end = next((section.line for section in sections if section.level == 2), end)
    intro, intro_line = _stripped(page.lines, title.line - skipped if title else 0, intro_end - skipped - 1)
    return Document(
        path=path,
        page_type=type_of(path),
        slug=path.rsplit("/", 1)[-1].removesuffix(".md"),
        title=title.heading if title else "",
        front_matter=fields,
        front_matter_sound=not problems,
        body=body,
        body_line=skipped + 1,
        headings=tuple(sections),
        intro=intro,
        intro_line=skipped + intro_line,
        introduction=tuple(paragraph for paragraph in page.paragraphs if paragraph.line < intro_end),
        sections=tuple(section for section in sections if section.level == 2),
        links=tuple(page.links),
        footnotes=tuple(page.footnotes),
        references=tuple(page.references),
        code_blocks=tuple(page.code_blocks),
        oddities=tuple(page.oddities),
        flashcards=tuple(card for section in sections if section.heading == FLASHCARDS for card in flashcards(section)),
        blocks=page.blocks,
        lines=text.count("\n") + 1,
        anchors=frozenset(section.anchor for section in sections),
    ), problems


def _stripped(lines: list[str], start: int, end: int) -> tuple[str, int]:
    """The lines without blank ones around them, and the number of the first, counted from 1."""
    while start < end and not lines[start].strip():
        start += 1
    return "\n".join(lines[start:end]).rstrip(), start + 1


def _tree(page: Page, skipped: int) -> list[Section]:
    """Sections in order of their headings, each with the deeper ones right below it as its parts."""
    headings, lines = page.headings, page.lines
    built: list[Section] = []
    for index in range(len(headings) - 1, -1, -1):
        here = headings[index]
        last = skipped + len(lines) + 1
        end = next((later.line for later in headings[index + 1 :] if later.level <= here.level), last)
        lead_end = min([end, *(later.line for later in headings[index + 1 : index + 2])])
        text, text_line = _stripped(lines, here.line - skipped, end - skipped - 1)
        lead, _ = _stripped(lines, here.line - skipped, lead_end - skipped - 1)
        paragraphs = tuple(paragraph for paragraph in page.paragraphs if here.line < paragraph.line < end)
        built.append(
            Section(
                heading=here.text,
                anchor=here.anchor,
                level=here.level,
                line=here.line,
                text=text,
                text_line=skipped + text_line,
                lead=lead,
                lead_end=lead_end,
                words=sum(paragraph.words for paragraph in paragraphs),
                paragraphs=paragraphs,
                parts=tuple(s for s in reversed(built) if s.level == here.level + 1 and here.line < s.line < end),
            )
        )
    return built[::-1]
