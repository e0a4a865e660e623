"""Text of one Markdown file -> Document, each part with its line number. Pure: knows no other page and no disk."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown.extensions.toc import slugify, unique

from macros import front_matter, inline
from macros.model import CodeBlock, Document, Footnote, Link, Oddity, PageType, Reference, Section
from macros.problem import Problem
from macros.prose import FENCE, closes, plain_text, words_in

_HEADING = re.compile(r"^(?P<marks>#{1,6})(?P<space>[ ]*)(?P<text>.*?)[ ]*#*[ ]*$")
_SETEXT = re.compile(r"^(=+|-+)[ ]*$")
_FOOTNOTE = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]+)\]:[ ]?(?P<text>.*)$")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]^][^\]]*\]:")
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
    scan = _Scan(first_line=skipped + 1, first_offset=len(text) - len(body))
    scan.run(body)
    sections = _tree(scan.headings, body.split("\n"), skipped)
    titles = [section for section in sections if section.level == 1]
    intro_end = next((section.line for section in sections if section.level == 2), skipped + body.count("\n") + 2)
    intro_start = titles[0].line if titles else skipped
    return Document(
        path=path,
        page_type=type_of(path),
        slug=path.rsplit("/", 1)[-1].removesuffix(".md"),
        title=plain_text(titles[0].heading) if titles else "",
        front_matter=fields,
        front_matter_line=1,
        headings=tuple(sections),
        intro="\n".join(body.split("\n")[max(intro_start - skipped, 0) : max(intro_end - skipped - 1, 0)]).strip(),
        sections=tuple(section for section in sections if section.level == 2),
        links=tuple(scan.links),
        footnotes=tuple(scan.footnotes),
        references=tuple(scan.references),
        code_blocks=tuple(scan.code_blocks),
        oddities=tuple(scan.oddities),
        lines=text.count("\n") + 1,
        anchors=frozenset(section.anchor for section in sections),
    ), problems


@dataclass
class _Scan:
    """One pass over the lines; a block is a run of lines without a blank one."""

    first_line: int
    first_offset: int
    headings: list[tuple[int, str, int]] = field(default_factory=list)  # level, text, line
    links: list[Link] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    code_blocks: list[CodeBlock] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    footnote: str | None = None

    def run(self, body: str) -> None:
        block: list[str] = []
        block_line, block_offset, offset = self.first_line, self.first_offset, self.first_offset
        fence: re.Match[str] | None = None
        fence_line, code = 0, list[str]()
        for number, line in enumerate(body.split("\n"), start=self.first_line):
            if fence:
                if closes(line, fence["marks"]):
                    self._code(fence, code, fence_line)
                    fence = None
                else:
                    code.append(line)
            elif fence := FENCE.match(line):
                self._block(block, block_line, block_offset)
                block, fence_line, code = [], number, []
            elif self._structure(line, number, block) or not line.strip():
                self._block(block, block_line, block_offset)
                block = []
            else:
                if _FOOTNOTE.match(line):
                    self._block(block, block_line, block_offset)
                    block = []
                if not block:
                    block_line, block_offset = number, offset
                block.append(line)
            offset += len(line) + 1
        self._block(block, block_line, block_offset)
        if fence:
            self.oddities.append(Oddity(what="open-fence", text=fence["marks"], line=fence_line))
            self._code(fence, code, fence_line)

    def _code(self, fence: re.Match[str], code: list[str], line: int) -> None:
        indent = len(fence["indent"])
        text = "\n".join(row[indent:] if not row[:indent].strip() else row for row in code)
        self.code_blocks.append(CodeBlock(language=fence["language"], text=text, line=line))

    def _structure(self, line: str, number: int, block: list[str]) -> bool:
        """Take a heading; report what looks like one, or like a definition of a link."""
        if heading := _HEADING.match(line):
            self.footnote = None
            self.headings.append((len(heading["marks"]), heading["text"], number))
            if not heading["space"]:
                self.oddities.append(Oddity(what="tight-heading", text=line.strip(), line=number))
            self._block([heading["text"]], number, 0)
            return True
        if _SETEXT.match(line) and len(block) == 1:
            self.oddities.append(Oddity(what="setext", text=block[0].strip(), line=number - 1))
            return True
        if _DEFINITION.match(line):
            self.oddities.append(Oddity(what="link-definition", text=line.strip(), line=number))
            return True
        return False

    def _block(self, lines: list[str], line: int, offset: int) -> None:
        if not lines:
            return
        block = "\n".join(lines)
        if match := _FOOTNOTE.match(lines[0]):
            self.footnote = match["name"]
            section = next((text for level, text, _ in reversed(self.headings) if level <= 2), None)
            self.footnotes.append(
                Footnote(name=match["name"], line=line, text="\n".join([match["text"], *lines[1:]]), section=section)
            )
        elif not lines[0].startswith("    "):
            self.footnote = None
        masked = inline.without_code(block)
        self.links.extend(inline.links(masked, block, line, offset, self.footnote))
        self.references.extend(inline.references(masked, line))
        self.oddities.extend(inline.oddities(masked, block, line))


def _tree(headings: list[tuple[int, str, int]], lines: list[str], skipped: int) -> list[Section]:
    """Sections in order of their headings, each with the deeper ones right below it as its parts."""
    used: set[str] = set()
    anchors = [unique(slugify(plain_text(text), "-"), used) for _, text, _ in headings]
    built: list[Section] = []
    for index in range(len(headings) - 1, -1, -1):
        level, heading, line = headings[index]
        end = next((later for deep, _, later in headings[index + 1 :] if deep <= level), skipped + len(lines) + 1)
        lead_end = min([end, *(later for _, _, later in headings[index + 1 : index + 2])])
        text = "\n".join(lines[line - skipped : end - skipped - 1]).strip()
        lead = "\n".join(lines[line - skipped : lead_end - skipped - 1]).strip()
        parts = tuple(s for s in reversed(built) if s.level == level + 1 and line < s.line < end)
        built.append(
            Section(
                heading=heading.strip(),
                anchor=anchors[index],
                level=level,
                line=line,
                text=text,
                lead=lead,
                words=words_in(lead) + sum(part.words + len(part.heading.split()) for part in parts),
                parts=parts,
            )
        )
    return built[::-1]
