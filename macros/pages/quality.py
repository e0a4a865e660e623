"""The quality page: what is counted, its target, and what misses it."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from macros.catalogue.citations import PRIMARY, source_kind
from macros.catalogue.relations import Catalogue
from macros.catalogue.standards import answered, artifact, cited, computed, drilled, executed, graded, pasted, primary, shown
from macros.model import Bank, Level, Question, QuestionKind, SourceKind
from macros.model.languages import KINDS, Language, artifact_kind
from macros.pages.parts import Entry, Part, entry

PER_TOPIC = 8  # questions
PRIMARY_SHARE = 50  # percent of all sources
_EXAMPLE = re.compile(r"^>>> (?!#)", re.MULTILINE)
_STANDARDS: tuple[tuple[str, Callable[[Question], bool], int], ...] = (
    ("short and full answers, with follow-ups", answered, 100),
    ("graded: weak, good, and great", graded, 100),
    ("cited: three sources or more, each cited in the text", cited, 100),
    ("with a primary source", primary, 100),
    ("with calculations run by the tests", computed, 75),
    ("with a figure or a table", shown, 50),
    ("with something to paste, checked by a tool", pasted, 50),
    ("with flashcards", drilled, 100),
)


@dataclass(frozen=True, slots=True)
class Share:
    """`target` is in percent."""

    name: str
    count: int
    total: int
    target: int | None = None

    @property
    def percent(self) -> float:
        return 100 * self.count / self.total if self.total else 0.0

    @property
    def missed(self) -> bool:
        return self.target is not None and self.percent < self.target


@dataclass(frozen=True, slots=True)
class Row:
    """Questions of one topic or kind, by level."""

    name: Entry | str
    by_level: tuple[int, ...]

    @property
    def all(self) -> int:
        return sum(self.by_level)


@dataclass(frozen=True, kw_only=True)
class Quality(Part):
    template: ClassVar[str] = "quality.html"
    questions: int
    standards: tuple[Share, ...]
    examples: int  # lines that the tests execute
    flashcards: int
    artifacts: tuple[tuple[Language, int], ...]  # that can be pasted, by kind
    reviews: tuple[datetime.date, ...]  # in order
    terms: int
    citations: int
    sources: int
    kinds: tuple[Share, ...]
    levels: tuple[Level, ...] = tuple(Level)
    per_topic: int = PER_TOPIC
    topics: tuple[Row, ...]
    matrix: tuple[Row, ...]


def quality(catalogue: Catalogue) -> Quality:
    """Everything that is counted."""
    bank = catalogue.bank
    kinds = Counter(kind for question in bank.questions for note in question.document.footnotes if (kind := source_kind(note)))
    citations = sum(kinds.values())
    topics = [(topic, catalogue.of_topic[slug]) for slug, topic in catalogue.topic.items()]
    of_kind = {kind: [question for question in bank.questions if question.fields.kind is kind] for kind in QuestionKind}
    return Quality(
        questions=len(bank.questions),
        standards=tuple(
            Share(name, sum(map(holds, bank.questions)), len(bank.questions), target) for name, holds, target in _STANDARDS
        ),
        examples=_examples(bank),
        flashcards=sum(len(question.document.flashcards) for question in bank.questions),
        artifacts=_artifacts(bank),
        reviews=tuple(sorted(question.fields.reviewed for question in bank.questions)),
        terms=len(bank.terms),
        citations=citations,
        sources=len(catalogue.sources),
        kinds=(
            Share("primary", sum(kinds[kind] for kind in PRIMARY), citations, PRIMARY_SHARE),
            *(Share(f"{kind}, primary" if kind in PRIMARY else kind, kinds[kind], citations) for kind in SourceKind),
        ),
        topics=tuple(Row(entry(topic.document), _by_level(questions)) for topic, questions in topics),
        matrix=tuple(Row(kind, _by_level(questions)) for kind, questions in of_kind.items()),
    )


def _examples(bank: Bank) -> int:
    blocks = (block for question in bank.questions for block in question.document.code_blocks if executed(block))
    return sum(len(_EXAMPLE.findall(block.text)) for block in blocks)


def _by_level(questions: list[Question]) -> tuple[int, ...]:
    counted = Counter(question.fields.level for question in questions)
    return tuple(counted[level] for level in Level)


def _artifacts(bank: Bank) -> tuple[tuple[Language, int], ...]:
    """Each kind that a page has, and how often."""
    counted = Counter(
        kind.name
        for question in bank.questions
        for block in question.document.code_blocks
        if artifact(block) and (kind := artifact_kind(block.language, block.text))
    )
    return tuple((kind, counted[kind.name]) for kind in KINDS.values() if counted[kind.name])
