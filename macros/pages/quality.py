"""Bank -> Markdown of the quality page: what is counted, its target, and what misses it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from macros.catalogue.citations import PRIMARY, source_kind
from macros.catalogue.relations import Catalogue
from macros.catalogue.standards import answered, artifact, cited, computed, drilled, executed, graded, pasted, primary, shown
from macros.model import Bank, Level, Question, QuestionKind, SourceKind
from macros.model.languages import KINDS, artifact_kind
from macros.pages.parts import link

PER_TOPIC = 8  # questions
PRIMARY_SHARE = 50  # per cent of all sources
_MISSED = "**below target**"
_EXAMPLE = re.compile(r"^>>> (?!#)", re.MULTILINE)


def quality(catalogue: Catalogue, page: str) -> str:
    """Tables of everything that is counted."""
    bank = catalogue.bank
    if not bank.questions:
        return "There are no questions yet."
    return "\n\n".join(
        [
            "## Answers\n\n" + _answers(bank),
            "## Artifacts\n\n" + _artifacts(bank),
            "## Sources\n\n" + _sources(catalogue),
            "## Questions by topic\n\n" + _topics(catalogue, page),
            "## Questions by level and kind\n\n" + _levels_and_kinds(bank),
        ]
    )


def _answers(bank: Bank) -> str:
    shares: tuple[tuple[str, Callable[[Question], bool], int], ...] = (
        ("answered, short and in full, with follow-ups", answered, 100),
        ("graded: weak, good and great", graded, 100),
        ("cited: three sources or more, each cited in the text", cited, 100),
        ("with a primary source", primary, 100),
        ("with executed arithmetic", computed, 75),
        ("with a figure or a table", shown, 50),
        ("with something to paste that a tool has looked at", pasted, 50),
        ("with flashcards", drilled, 100),
    )
    rows = [(name, *_share(sum(map(holds, bank.questions)), len(bank.questions), target)) for name, holds, target in shares]
    examples = sum(
        len(_EXAMPLE.findall(block.text))
        for question in bank.questions
        for block in question.document.code_blocks
        if executed(block)
    )
    reviews = [question.fields.reviewed for question in bank.questions]
    return _table(
        ("questions", "now", "target"),
        [
            ("all", str(len(bank.questions)), ""),
            *rows,
            ("lines of arithmetic that the tests execute", f"{examples:,}", ""),
            ("flashcards", str(sum(len(question.document.flashcards) for question in bank.questions)), ""),
            ("oldest review", f"<time>{min(reviews)}</time>", ""),
            ("newest review", f"<time>{max(reviews)}</time>", ""),
            ("terms in the glossary", str(len(bank.terms)), ""),
        ],
    )


def _artifacts(bank: Bank) -> str:
    """What can be pasted, by kind; the tools are those that `make test` runs."""
    found = [
        kind
        for question in bank.questions
        for block in question.document.code_blocks
        if artifact(block) and (kind := artifact_kind(block.language, block.text))
    ]
    counted = Counter(kind.name for kind in found)
    rows = [
        (kind.label, str(counted[kind.name]), f"{kind.how} by {kind.checked_by}") for kind in KINDS.values() if counted[kind.name]
    ]
    return _table(("queries, rules, scripts and manifests", "now", "by the tests"), [("all", str(len(found)), ""), *rows])


def _sources(catalogue: Catalogue) -> str:
    bank = catalogue.bank
    kinds = Counter(kind for question in bank.questions for note in question.document.footnotes if (kind := source_kind(note)))
    total = sum(kinds.values())
    rows = [(f"{kind}{', primary' if kind in PRIMARY else ''}", *_share(kinds[kind], total)) for kind in SourceKind]
    return _table(
        ("citations", "now", "target"),
        [
            ("all", str(total), ""),
            ("different sources", str(len(catalogue.sources)), ""),
            ("primary", *_share(sum(kinds[kind] for kind in PRIMARY), total, PRIMARY_SHARE)),
            *rows,
        ],
    )


def _topics(catalogue: Catalogue, page: str) -> str:
    rows = []
    for slug, topic in catalogue.topic.items():
        questions = catalogue.of_topic[slug]
        levels = Counter(question.fields.level for question in questions)
        count = str(len(questions)) if len(questions) >= PER_TOPIC else f"**{len(questions)}**"
        cells = [str(levels[level]) for level in Level]
        rows.append((link(topic.document, page), count, *cells))
    return f"The target is {PER_TOPIC} for each topic; what is below it stands in bold.\n\n" + _table(
        ("topic", "all", *Level), rows
    )


def _levels_and_kinds(bank: Bank) -> str:
    pairs = Counter((question.fields.kind, question.fields.level) for question in bank.questions)
    rows = [
        (kind, str(sum(pairs[kind, level] for level in Level)), *(str(pairs[kind, level]) for level in Level))
        for kind in QuestionKind
    ]
    return _table(("kind", "all", *Level), rows)


def _share(count: int, total: int, target: int | None = None) -> tuple[str, str]:
    """What is shown for a share, and its target in per cent with whether it is missed."""
    percent = 100 * count / total if total else 0.0
    now = f"{count} ({percent:.0f} %)".replace(" ", "\N{NO-BREAK SPACE}")
    if target is None:
        return now, ""
    return now, f"{target} %" if percent >= target else f"{target} %, {_MISSED}"


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [tuple(heads)]
    lines += [("---", *("---:" for _ in lines[0][1:])), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
