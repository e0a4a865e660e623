"""What could be better on a page, and never fails: long sentences, filler, figures without a source, terms without a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.style import style_advice
from macros.model import FULL_ANSWER, SOURCES, Bank, Document, PageType, Paragraph, Section, Term
from macros.model.problem import Problem
from macros.model.text import sentences

LONGEST_SENTENCE = 40  # words
OLDEST = 3  # pages named as reviewed longest ago
_FILLER = re.compile(
    r"\b(it(?:'s| is) (?:essential|important|crucial|worth noting)|plays? an? (?:crucial|key|vital) role|in today's (?:world|landscape)|"
    r"when it comes to|needless to say|in order to|leverag(?:e|es|ing)|seamless(?:ly)?|cutting-edge|at the end of the day|"
    r"a wide range of|best practices?|delve)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"\b(?:\d[\d,.]*\s*(?:per ?cent|%|times|million|billion)|(?:19|20)\d\d\b)", re.IGNORECASE)
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9/-]+)\)$")


def advice_for(document: Document, bank: Bank) -> list[Problem]:
    """Advice for one page, in order of its lines; a Problem is its form, though it is none."""
    found = [*_sentences(document), *_filler(document), *style_advice(document, list(_prose(document)))]
    if document.page_type is PageType.QUESTION:
        found += [*_numbers(document), *_unsourced(document)]
    if document.page_type in {PageType.QUESTION, PageType.TOPIC}:
        found += _unlinked(document, bank)
    return sorted(found)


def oldest_reviews(bank: Bank) -> list[str]:
    """The questions whose review is longest ago, where more than one date occurs."""
    questions = sorted(bank.questions, key=lambda question: (question.fields.reviewed, question.document.path))
    if len({question.fields.reviewed for question in questions}) < 2:
        return []
    return [f"{question.document.path} ({question.fields.reviewed})" for question in questions[:OLDEST]]


def _prose(document: Document) -> Iterator[Paragraph]:
    """What is written on a page, sources left out."""
    yield from document.introduction
    for section in document.sections:
        if section.heading != SOURCES:
            yield from section.paragraphs


def _sentences(document: Document) -> Iterator[Problem]:
    for paragraph in _prose(document):
        for sentence in sentences(paragraph.text):
            words = len(sentence.split())
            if words > LONGEST_SENTENCE:
                message = f"A sentence has {words} words: `{' '.join(sentence.split()[:6])} …`."
                yield Problem(document.path, paragraph.line, message, "split it in two.")


def _filler(document: Document) -> Iterator[Problem]:
    for paragraph in _prose(document):
        for match in _FILLER.finditer(paragraph.plain):
            fix = "cut it; the sentence usually works without it."
            yield Problem(document.path, paragraph.line, f"`{match.group()}` is filler.", fix)


def _numbers(document: Document) -> Iterator[Problem]:
    answer = document.section(FULL_ANSWER)
    if answer and answer.text and not any(re.search(r"\d", paragraph.unlinked) for paragraph in answer.paragraphs):
        yield Problem(
            document.path, answer.line, "The full answer has no number in its prose.", "say how many, how long, how often."
        )


def _unsourced(document: Document) -> Iterator[Problem]:
    answer = document.section(FULL_ANSWER)
    for part in _leaves(answer) if answer else ():
        if any(paragraph.cited for paragraph in part.lead_paragraphs):
            continue
        claims = (_CLAIM.search(paragraph.plain) for paragraph in part.lead_paragraphs)
        for claim in claims:
            if claim and not _computed(claim.group(), part, document):
                message = f"`{claim.group()}` appears in `{part.heading}`, which has no footnote."
                yield Problem(
                    document.path, part.line, message, "cite where it comes from, compute it, or say that it is an example."
                )
                break


def _computed(claim: str, part: Section, document: Document) -> bool:
    """The figure stands in a code block beside it."""
    figure = re.match(r"[\d.,]*\d", claim)
    beside = (block.text for block in document.code_blocks if part.line < block.line < part.lead_end)
    return figure is not None and any(figure.group() in text for text in beside)


def _leaves(section: Section) -> Iterator[Section]:
    yield section
    for part in section.parts:
        yield from _leaves(part)


def _unlinked(document: Document, bank: Bank) -> Iterator[Problem]:
    linked = {link.target.partition("#")[0].rpartition("/")[2] for link in document.links}
    written = [(paragraph.line, paragraph.unlinked) for paragraph in _prose(document)]
    text = "\n".join(each for _, each in written)
    for term in bank.terms:
        if f"{term.document.slug}.md" not in linked:
            for name in names_of(term):
                flags = 0 if name.isupper() else re.IGNORECASE
                if re.search(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])", text, flags):
                    message = f"`{name}` is a glossary term and isn't linked."
                    fix = f"link its first mention: [{name}](../glossary/{term.document.slug}.md)."
                    line = next((n for n, each in written if re.search(re.escape(name), each, flags)), 1)
                    yield Problem(document.path, line, message, fix)
                    break


def names_of(term: Term) -> list[str]:
    """The term, its acronym, and what else it is called; a single common word is left out, since it mostly is no term."""
    title = term.document.title
    acronym = _ACRONYM.search(title)
    names = [_ACRONYM.sub("", title).strip(), *([acronym[1]] if acronym else []), *term.fields.aka]
    return [name for name in names if " " in name or "-" in name or name.isupper()]
