"""What flash cards and books are made of, and zip files that are the same for the same content."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.exports.api.documents import Question, Term
from macros.model.changes import NO_HISTORY, Changes


@dataclass(frozen=True)
class Edition:
    title: str
    home: str  # address of the site
    identity: str  # its first address: what a reader's program knows the book by
    date: datetime.date  # of the latest review
    topics: tuple[tuple[str, tuple[Question, ...]], ...]
    figures: Mapping[str, bytes]  # path below the site -> SVG
    changes: Changes = NO_HISTORY
    glossary: tuple[tuple[str, tuple[Term, ...]], ...] = ()  # title of the topic that uses them most, or empty where none does

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for _, questions in self.topics for question in questions)

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """Address of a question's page -> its id."""
        return {question.address: question.id for question in self.questions}

    def changed(self, question: Question) -> datetime.datetime:
        return self.changes.of_export(f"docs/questions/{question.id}.md", question.reviewed)

    def term_changed(self, term: Term) -> datetime.datetime:
        """Terms carry no date of review: where no history is known, they count as new in each edition."""
        path = f"docs/glossary/{term.id}.md"
        return self.changes.of_export(path, self.changes.pages[path].date() if path in self.changes.pages else self.date)

    @cached_property
    def modified(self) -> datetime.datetime:
        """Time of the last change of any question."""
        return max(self.changed(question) for question in self.questions)

    @property
    def imprint(self) -> str:
        return f"{self.date.isoformat()} edition, {len(self.questions)} questions. Text licensed under CC BY 4.0. Newer editions: {self.home}"


def zipped(files: Iterable[tuple[str, bytes]], date: datetime.date, stored: frozenset[str] = frozenset()) -> bytes:
    """A zip file in the given order; the names in `stored` are not compressed."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (date.year, date.month, date.day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return data.getvalue()
