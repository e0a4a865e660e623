"""Text of one Markdown file -> Document, each part with its line number. Pure: knows no other page and no disk."""

from __future__ import annotations

import html
import re

import markdown
from markdown.extensions.toc import slugify, unique

from macros.model import FLASHCARDS, Document, PageType, Section
from macros.model.problem import Problem
from macros.model.text import words_in
from macros.reading import front_matter
from macros.reading.flashcards import flashcards
from macros.reading.scan import Scan

_MARKUP = re.compile(r"[*_`\\&<\[]")
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
    body = body.expandtabs(4)  # as the renderer does, before anything else
    scan = Scan(first_line=skipped + 1, first_offset=len(text) - len(body))
    scan.run(body)
    sections = _tree(scan.headings, body.split("\n"), skipped)
    titles = [section for section in sections if section.level == 1]
    intro_end = next((section.line for section in sections if section.level == 2), skipped + body.count("\n") + 2)
    intro_start = titles[0].line if titles else skipped
    intro, intro_line = _stripped(body.split("\n"), max(intro_start - skipped, 0), max(intro_end - skipped - 1, 0))
    return Document(
        path=path,
        page_type=type_of(path),
        slug=path.rsplit("/", 1)[-1].removesuffix(".md"),
        title=_shown(titles[0].heading) if titles else "",
        front_matter=fields,
        front_matter_sound=not problems,
        headings=tuple(sections),
        intro=intro,
        intro_line=skipped + intro_line,
        sections=tuple(section for section in sections if section.level == 2),
        links=tuple(scan.links),
        footnotes=tuple(scan.footnotes),
        references=tuple(scan.references),
        code_blocks=tuple(scan.code_blocks),
        oddities=tuple(scan.oddities),
        flashcards=tuple(card for section in sections if section.heading == FLASHCARDS for card in flashcards(section)),
        lines=text.count("\n") + 1,
        anchors=frozenset(section.anchor for section in sections),
    ), problems


def _shown(heading: str) -> str:
    """What a reader sees of a heading; where it has markup, the renderer itself decides, since anchors are made of it."""
    if not _MARKUP.search(heading):
        return heading.strip()
    rendered = markdown.markdown("x " + re.sub(r"\[\^[^\]\s]+\]", "", heading))  # a word before it, so that it begins no list
    return html.unescape(re.sub(r"<[^<>]*>", "", rendered)).removeprefix("x ").strip()


def _stripped(lines: list[str], start: int, end: int) -> tuple[str, int]:
    """The lines without blank ones around them, and the number of the first, counted from 1."""
    while start < end and not lines[start].strip():
        start += 1
    return "\n".join(lines[start:end]).strip(), start + 1


def _tree(headings: list[tuple[int, str, int]], lines: list[str], skipped: int) -> list[Section]:
    """Sections in order of their headings, each with the deeper ones right below it as its parts."""
    used: set[str] = set()
    anchors = [unique(slugify(_shown(text), "-"), used) for _, text, _ in headings]
    built: list[Section] = []
    for index in range(len(headings) - 1, -1, -1):
        level, heading, line = headings[index]
        end = next((later for deep, _, later in headings[index + 1 :] if deep <= level), skipped + len(lines) + 1)
        lead_end = min([end, *(later for _, _, later in headings[index + 1 : index + 2])])
        text, text_line = _stripped(lines, line - skipped, end - skipped - 1)
        lead, _ = _stripped(lines, line - skipped, lead_end - skipped - 1)
        parts = tuple(s for s in reversed(built) if s.level == level + 1 and line < s.line < end)
        built.append(
            Section(
                heading=heading.strip(),
                anchor=anchors[index],
                level=level,
                line=line,
                text=text,
                text_line=skipped + text_line,
                lead=lead,
                words=words_in(lead) + sum(part.words + len(part.heading.split()) for part in parts),
                parts=parts,
            )
        )
    return built[::-1]
