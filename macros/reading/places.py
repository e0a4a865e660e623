"""Where in the source a piece of a paragraph was written: the parser has taken away indents, and the marks of lists and cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.reading.gfm import parser


@dataclass(frozen=True)
class Source:
    """`content` is what the parser read of `lines`; a cell of a table begins at `column` or behind it."""

    content: str
    lines: Sequence[str]
    cell: bool = False
    column: int = 0

    def address(self, label_end: int) -> tuple[int, int, int] | None:
        """Line, column and length of the address behind a link's text; None for a link that has none there."""
        if not self.content.startswith("](", label_end):
            return None
        start = label_end + 2
        while start < len(self.content) and self.content[start] in " \t\n":
            start += 1
        end = parser().helpers.parseLinkDestination(self.content, start, len(self.content)).pos
        row, first = self.content.count("\n", 0, start), self.content.rfind("\n", 0, start) + 1
        line = self.content[first:].split("\n", 1)[0].rstrip()
        shift = self._shift(row, line)
        if shift < 0 and self.cell:  # there `|` has a backslash before it
            shift = self._shift(row, line.replace("|", "\\|"))
            shift += self.content[first:start].count("|") if shift >= 0 else 0
        return (row, shift + start - first, end - start) if shift >= 0 else None

    def _shift(self, row: int, line: str) -> int:
        """Column at which a line of the content begins in the source."""
        written = self.lines[row] if row < len(self.lines) else ""
        return written.find(line, self.column) if self.cell else written.rfind(line)

    @property
    def end(self) -> int:
        """Column behind a cell."""
        for written in (self.content, self.content.replace("|", "\\|")):
            if (found := self._shift(0, written)) >= 0:
                return found + len(written)
        return self.column
