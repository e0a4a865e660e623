"""What could be better on a page, and never fails: long sentences, filler, figures without a source, terms without a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import FULL_ANSWER, SOURCES, Bank, Document, PageType, Section, Term
from macros.model.problem import Problem
from macros.model.text import LINK, paragraphs, plain_text, sentences, without_code_blocks

LONGEST_SENTENCE = 40  # words
OLDEST = 3  # pages named as reviewed longest ago
_FILLER = re.compile(
    r"\b(it(?:'s| is) (?:essential|important|crucial|worth noting)|plays? an? (?:crucial|key|vital) role|in today's (?:world|landscape)|"
    r"when it comes to|needless to say|in order to|leverag(?:e|es|ing)|seamless(?:ly)?|cutting-edge|at the end of the day|"
    r"a wide range of|best practices?|delve)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"\b(?:\d[\d,.]*\s*(?:per cent|%|times|million|billion)|(?:19|20)\d\d\b)", re.IGNORECASE)
_ITEM = re.compile(r"\n(?=[ ]*(?:[-*]|\d+\.) )")
_SOURCED = re.compile(r"\[\^[^\]]+\]")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9/-]+)\)$")


def advice_for(document: Document, bank: Bank) -> list[Problem]:
    """Advice for one page, in order of its lines; a Problem is its form, though it is none."""
    found = [*_sentences(document), *_filler(document)]
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


def _prose(document: Document) -> Iterator[tuple[int, str]]:
    """Paragraphs with the line on which each begins, sources left out."""
    parts = [(document.intro_line, document.intro)]
    parts += [(section.text_line, section.text) for section in document.sections if section.heading != SOURCES]
    for first, text in parts:
        at = 0
        for paragraph in paragraphs(text):
            at = max(text.find(paragraph, at), at)
            if not paragraph.startswith(("#", "|")):
                yield first + text.count("\n", 0, at), paragraph
            at += 1


def _sentences(document: Document) -> Iterator[Problem]:
    for line, paragraph in _prose(document):
        for sentence in (each for item in _ITEM.split(paragraph) for each in sentences(plain_text(item))):
            words = len(sentence.split())
            if words > LONGEST_SENTENCE:
                message = f"A sentence has {words} words: `{' '.join(sentence.split()[:6])} …`."
                yield Problem(document.path, line, message, "make two of it.")


def _filler(document: Document) -> Iterator[Problem]:
    for line, paragraph in _prose(document):
        for match in _FILLER.finditer(plain_text(paragraph)):
            yield Problem(document.path, line, f"`{match.group()}` fills space.", "cut it; the sentence usually stands without.")


def _numbers(document: Document) -> Iterator[Problem]:
    answer = document.section(FULL_ANSWER)
    if answer and answer.text and not re.search(r"\d", LINK.sub("", _SOURCED.sub("", without_code_blocks(answer.text)))):
        yield Problem(
            document.path, answer.line, "The full answer has no number in its prose.", "say how many, how long, how often."
        )


def _unsourced(document: Document) -> Iterator[Problem]:
    answer = document.section(FULL_ANSWER)
    for part in _leaves(answer) if answer else ():
        for paragraph in paragraphs(part.lead):
            claim = _CLAIM.search(plain_text(paragraph))
            if claim and not paragraph.startswith("|") and not _SOURCED.search(part.lead) and not _computed(claim.group(), part):
                message = f"`{claim.group()}` stands in `{part.heading}`, which has no footnote."
                yield Problem(
                    document.path, part.line, message, "cite where it comes from, compute it, or say that it is an example."
                )
                break


def _computed(claim: str, part: Section) -> bool:
    """The figure stands in a code block beside it."""
    figure = re.match(r"[\d.,]*\d", claim)
    return figure is not None and part.lead.count(figure.group()) > without_code_blocks(part.lead).count(figure.group())


def _leaves(section: Section) -> Iterator[Section]:
    yield section
    for part in section.parts:
        yield from _leaves(part)


def _unlinked(document: Document, bank: Bank) -> Iterator[Problem]:
    linked = {link.target.partition("#")[0].rpartition("/")[2] for link in document.links}
    text = "\n".join(LINK.sub("", paragraph) for _, paragraph in _prose(document))
    for term in bank.terms:
        if f"{term.document.slug}.md" not in linked:
            for name in names_of(term):
                flags = 0 if name.isupper() else re.IGNORECASE
                if re.search(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])", text, flags):
                    message = f"`{name}` is a term of the glossary and is not linked."
                    fix = f"link its first mention: [{name}](../glossary/{term.document.slug}.md)."
                    line = next((n for n, p in _prose(document) if re.search(re.escape(name), p, flags)), 1)
                    yield Problem(document.path, line, message, fix)
                    break


def names_of(term: Term) -> list[str]:
    """The term, its acronym, and what else it is called; a single common word is left out, since it mostly is no term."""
    title = term.document.title
    acronym = _ACRONYM.search(title)
    names = [_ACRONYM.sub("", title).strip(), *([acronym[1]] if acronym else []), *term.fields.aka]
    return [name for name in names if " " in name or "-" in name or name.isupper()]
