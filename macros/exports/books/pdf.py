"""All questions as a PDF with contents, bookmarks and working links, set by Typst with the fonts that it brings."""

from __future__ import annotations

import json
from collections.abc import Callable

import typst

from macros.exports.api.documents import Question, Text
from macros.exports.books.edition import Edition
from macros.exports.books.typst import text, typst_of

_HEAD = """
#set document(title: {title}, author: {title}, date: datetime(year: {year}, month: {month}, day: {day}))
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.2cm), numbering: "1")
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "en")
#set par(justify: true)
#show raw: set text(font: "DejaVu Sans Mono", size: 8pt)
#show raw.where(block: true): block.with(fill: rgb("#f2eee4"), inset: 7pt, radius: 3pt, width: 100%)
#show link: set text(fill: rgb("#0a5a67"))
#show heading.where(level: 1): it => {{ pagebreak(weak: true); block(below: 1.2em, text(size: 20pt, it.body)) }}
#show heading.where(level: 2): it => {{ pagebreak(weak: true); block(below: 1em, text(size: 15pt, it.body)) }}
#show heading.where(level: 3): set block(above: 1.6em)
#let small(body) = block(above: 1.3em, below: 0.7em, sticky: true, strong(body))
#let cells(width, ..body) = table(columns: width, stroke: (x: none, y: 0.5pt + rgb("#ddd7ca")), ..body)
#align(center + horizon)[#text(size: 30pt, weight: "bold")[{shown}]

{imprint}]
#pagebreak()
#outline(depth: 2)
"""


def pdf(edition: Edition) -> bytes:
    """Return the bytes of the PDF. Raises typst.TypstError where the markup is wrong, which is a defect of ours."""
    date = edition.date
    head = _HEAD.format(
        title=json.dumps(edition.title),
        year=date.year,
        month=date.month,
        day=date.day,
        shown=text(edition.title),
        imprint=text(edition.imprint),
    )
    figures = {edition.home + path: f"figure-{number}" for number, path in enumerate(edition.figures)}
    drawn = [f"#let figure-{number} = bytes({json.dumps(svg.decode())})" for number, svg in enumerate(edition.figures.values())]
    labels = {address: f"<{id_}>" for address, id_ in edition.pages.items()}
    parts = [head, *drawn]
    for title, questions in edition.topics:
        parts.append(f"= {text(title)}")
        parts += [_question(question, lambda written, link: typst_of(written, link, figures), labels) for question in questions]
    return bytes(typst.compile("\n\n".join(parts).encode(), ignore_system_fonts=True))


def _label(name: str) -> str:
    """As a call, whose string holds any name; between angle brackets a name could be code."""
    return f"label({json.dumps(name)})"


def _question(question: Question, rendered: Callable[[str, Callable[[str], str]], str], labels: dict[str, str]) -> str:
    def link(address: str) -> str:
        """A place in this document, or the address as it is."""
        page, _, anchor = address.partition("#")
        if page == question.address and anchor.startswith("fn:"):
            return _label(f"{question.id}--{anchor.removeprefix('fn:')}")
        return labels.get(page) or json.dumps(address)

    def section(title: str, body: Text | None) -> str:
        return f"=== {text(title)}\n\n{rendered(body.html, link)}" if body else ""

    rubric = question.rubric
    why = rendered(rubric.why.html, link) if rubric.why else ""
    grades = "\n\n".join(
        f"#small[{name}]\n\n{rendered(grade.html, link)}"
        for name, grade in (("Weak", rubric.weak), ("Good", rubric.good), ("Great", rubric.great))
    )
    follow_ups = "\n\n".join(
        f"#small[{text(follow.question)}]\n\n{rendered(follow.answer.html, link)}" for follow in question.follow_ups
    )
    cards = "\n\n".join(
        f"*{rendered(card.question.html, link)}* \\ {rendered(card.answer.html, link)}" for card in question.flashcards
    )
    sources = "".join(
        f"[#link({json.dumps(source.address)})[{text(source.title)}]{text(f' ({source.origin}): {source.supports}')} "
        f"#metadata(none) #{_label(f'{question.id}--{source.id}')}],"
        for source in question.sources
    )
    return "\n\n".join(
        [
            f"== {text(question.title)} <{question.id}>",
            f"#emph[{text(f'{question.level}, {question.kind}, reviewed {question.reviewed.isoformat()}')}]",
            rendered(question.prompt.html, link),
            section("Short answer", question.short_answer),
            section("Full answer", question.full_answer),
            section("From experience", question.from_experience),
            f"=== What interviewers look for\n\n{why}\n\n{grades}",
            f"=== Follow-ups\n\n{follow_ups}",
            f"=== Flashcards\n\n{cards}" if cards else "",
            f"=== Sources\n\n#enum({sources})",
            f"#link({json.dumps(question.address)})[This question on the site]",
        ]
    )
