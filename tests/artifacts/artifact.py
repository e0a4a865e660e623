"""The blocks of a page that a tool has to look at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.model.languages import LANGUAGES, Language, artifact_kind
from macros.reading.folder import read  # the project's own reader: the only import of it in this folder

ARTIFACTS = Path(__file__).parent


@dataclass(frozen=True)
class Artifact:
    """One fenced block; `files` is the folder of what stands beside the page: rules, tests, schemas, tables."""

    path: str  # of the page
    slug: str
    language: str
    text: str
    line: int  # of the first line of code
    lead: str  # the paragraph before it
    files: Path

    @property
    def kind(self) -> Language | None:
        return artifact_kind(self.language, self.text)

    @property
    def name(self) -> str:
        """Name of its kind; that of its fence where no tool knows it."""
        return self.kind.name if self.kind else self.language

    def fault(self, text_line: int, tool: str, text: str) -> Fault:
        """A fault at a line of the block, counted from 1; a line outside of it becomes its nearest."""
        last = max(1, self.text.rstrip("\n").count("\n") + 1)
        return Fault(self.path, self.line + min(max(text_line, 1), last) - 1, tool, text)


@dataclass(frozen=True, order=True)
class Fault:
    path: str
    line: int
    tool: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.tool}: {self.text}"


Checker = Callable[[Sequence[Artifact]], list[Fault]]  # of the blocks of one kind on one page, in their order


def artifacts_of(data: bytes, path: str, files: Path = ARTIFACTS) -> tuple[Artifact, ...]:
    """The blocks of a page, in order. What no tool checks here is left out: examples have a test, text is only shown."""
    document, _ = read(data, path)
    if not document:
        return ()
    lines = data.decode("utf-8").split("\n")
    return tuple(
        Artifact(path, document.slug, block.language, block.text, block.line + 1, _before(lines, block.line - 1), files)
        for block in document.code_blocks
        if block.language not in {"pycon", "text"}
    )


def _before(lines: list[str], fence: int) -> str:
    """The paragraph above the line with this index, as one line."""
    end = fence
    while end and not lines[end - 1].strip():
        end -= 1
    start = end
    while start and lines[start - 1].strip():
        start -= 1
    return " ".join(" ".join(lines[start:end]).split())


def relative(path: Path) -> str:
    """A file beside the tests as messages name it."""
    root = ARTIFACTS.parent.parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def known_languages() -> str:
    return ", ".join(LANGUAGES)
