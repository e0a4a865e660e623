"""One pass over the lines of a page: headings, code blocks, footnotes, and the paragraphs with what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from macros.model import CodeBlock, Footnote, Link, Oddity, Reference
from macros.model.text import FENCE, code_blocks
from macros.reading import inline

_HEADING = re.compile(r"^(?P<marks>#{1,6})(?P<space>[ ]*)(?P<text>.*?)[ ]*#*[ ]*$")
_MARKUP = re.compile(r"[]<{]")  # without one of these a block has no link, no mark of a footnote and no oddity
# Whatever a renderer might take for the first line of a code block, in a list or a quotation, too.
_FENCE_LIKE = re.compile(r"^(?:[ ]*(?:>|[-*+](?=[ ])|\d+[.)](?=[ ])))*[ ]*(?:`{3}|~{3})")
# A line across the page ends a paragraph, wherever it stands. Source: markdown.blockprocessors.HRProcessor
_RULE = re.compile(r"^[ ]{0,3}(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})$")
# In a list or a quotation a renderer makes headings that would take the anchors of the page's own.
_INNER_HEADING = re.compile(
    r"^(?:[ ]{4,}|[ ]{0,3}(?:>|[-*+][ ]|\d+\.[ ]))[ ]*(?:(?:>|[-*+][ ]|\d+\.[ ])[ ]*)*(?:#{1,6}[ ]|[=-]+[ ]*$)"
)
_SETEXT = re.compile(r"^(=+|-+)[ ]*$")
_FOOTNOTE = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]+)\]:[ ]?(?P<text>.*)$")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]^][^\]]*\]:")


@dataclass
class Scan:
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
        lines = body.split("\n")
        blocks = code_blocks(lines)
        block: list[str] = []
        block_line, block_offset, offset = self.first_line, self.first_offset, self.first_offset
        code_end = -1
        for index, line in enumerate(lines):
            number = self.first_line + index
            if index in blocks:
                self._block(block, block_line, block_offset)
                block, code_end = [], blocks[index][0]
                self._code(blocks[index][1], lines[index + 1 : code_end], number)
            elif index > code_end:
                if self._structure(line, number, block) or not line.strip() or _FOOTNOTE.match(line):
                    self._block(block, block_line, block_offset)
                    block = []
                if line.strip() and not _HEADING.match(line) and not _RULE.match(line):
                    if not block:
                        block_line, block_offset = number, offset
                    block.append(line)
            offset += len(line) + 1
        self._block(block, block_line, block_offset)

    def _code(self, fence: re.Match[str], code: list[str], line: int) -> None:
        if fence["rest"].strip() or fence["item"] or len(fence["indent"]) > 3:
            self.oddities.append(Oddity(what="fence-line", text=fence.string.strip(), line=line))
            return
        indent = len(fence["indent"])
        text = "\n".join(row[indent:] if not row[:indent].strip() else row for row in code)
        self.code_blocks.append(CodeBlock(language=fence["language"], text=text, line=line))

    def _structure(self, line: str, number: int, block: list[str]) -> bool:
        """Take a heading; report what looks like one, or like a definition of a link."""
        if heading := _HEADING.match(line):
            self.footnote = None
            if heading["space"]:
                self.headings.append((len(heading["marks"]), heading["text"], number))
            else:
                self.oddities.append(Oddity(what="tight-heading", text=line.strip(), line=number))
            self._block([heading["text"]], number, 0)
            return True
        if _SETEXT.match(line) and len(block) == 1:
            self.oddities.append(Oddity(what="setext", text=block[0].strip(), line=number - 1))
            return True
        if _RULE.match(line):
            return True
        if _INNER_HEADING.match(line):
            self.oddities.append(Oddity(what="inner-heading", text=line.strip(), line=number))
        if _FENCE_LIKE.match(line) and not any(map(_FENCE_LIKE.match, block)):
            what = "open-fence" if FENCE.match(line) else "fence-line"
            self.oddities.append(Oddity(what=what, text=line.strip(), line=number))
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
        if not _MARKUP.search(block):
            return
        masked = inline.without_code(block)
        self.links.extend(inline.links(masked, block, line, offset, self.footnote))
        self.references.extend(inline.references(masked, line))
        self.oddities.extend(inline.oddities(masked, block, line))
