"""Rules about file names and titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from macros.model import GRADES, SECTIONS, Bank, Document, PageType, Section
from macros.model.problem import Problem
from macros.model.text import STOP_WORDS

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MAX_SLUG = 80
_RESERVED = {"404", "api", "assets", "con", "prn", "aux", "nul", "pagefind"}
_TOLD_ELSEWHERE = frozenset([*SECTIONS, *GRADES])  # other rules speak of these
_NEARLY = 0.9  # measured: the closest two titles of the curriculum's 139 have 0.72


def slug_is_well_formed(bank: Bank) -> Iterator[Problem]:
    """Every file name must be lower-case words joined by hyphens, because it becomes the address."""
    for document in bank.documents.values():
        if not _SLUG.fullmatch(document.slug) or len(document.slug) > _MAX_SLUG:
            better = "-".join(re.findall(r"[a-z0-9]+", document.slug.lower()))[:_MAX_SLUG].strip("-") or "a-short-name"
            yield Problem(document.path, 1, f"`{document.slug}` cannot be an address.", f"rename the file to {better}.md.")
        elif document.slug in _RESERVED:
            yield Problem(document.path, 1, f"The name `{document.slug}` is reserved.", "choose another name.")


def one_title(bank: Bank) -> Iterator[Problem]:
    """Every page must have one H1, which is its title, before anything else."""
    for document in bank.documents.values():
        titles = [heading for heading in document.headings if heading.level == 1]
        if not titles:
            line = document.front_matter[-1].line + 2 if document.front_matter else 1
            yield Problem(document.path, min(line, document.lines), "The page has no title.", "start it with `# ` and the title.")
        for extra in titles[1:]:
            yield Problem(document.path, extra.line, "This is a second title.", "use `##` for a section.")
        if titles and not document.title:
            yield Problem(document.path, titles[0].line, "The title is empty.", "write it after `# `.")
        if titles and document.headings[0].level != 1:
            yield Problem(
                document.path, document.headings[0].line, "There is a heading before the title.", "put the title first."
            )
        for heading in document.headings:
            if any(link.line == heading.line for link in document.links):
                yield Problem(document.path, heading.line, "A heading contains a link.", "link from the text below it.")


def anchors_are_their_own(bank: Bank) -> Iterator[Problem]:
    """Every heading must have an address that comes from its own words and that no other heading of the page has."""
    for document in bank.documents.values():
        seen: set[str] = set()
        for heading in document.headings:
            base, number = _numbered(heading)
            if number and not base and heading.heading:
                message = f"The heading `{heading.heading}` has no Latin letter or digit, so it has no address."
                yield Problem(document.path, heading.line, message, "write it in Latin letters.")
            elif number and base in seen and heading.heading not in _TOLD_ELSEWHERE:
                message = (
                    f"The heading `{heading.heading}` already appears on this page, so its address would be #{heading.anchor}."
                )
                yield Problem(document.path, heading.line, message, "word it differently.")
            seen.add(heading.anchor)


def _numbered(heading: Section) -> tuple[str, str]:
    """The anchor without the number that the renderer puts behind one that is taken, and that number."""
    base, _, number = heading.anchor.rpartition("_")
    made = number.isdecimal() and not heading.heading.rstrip().endswith(f"_{number}")
    return (base, number) if made else (heading.anchor, "")


def title_is_a_question(bank: Bank) -> Iterator[Problem]:
    """Every question must have a title that is a question or a request of at most 200 characters."""
    for document in bank.of_type(PageType.QUESTION):
        line = document.title_line
        if document.title and not document.title.endswith(("?", ".")):
            message = "The title must end with ? or a period."
            yield Problem(document.path, line, message, "phrase it as a question or a request.")
        if len(document.title) > 200:
            message = f"The title has {len(document.title)} characters."
            yield Problem(document.path, line, message, "keep it to 200; details can go in the prompt.")


def titles_differ(bank: Bank) -> Iterator[Problem]:
    """Every two questions, and every two terms, must have titles that differ in more than a word."""
    for page_type in (PageType.QUESTION, PageType.TERM):
        for document, other in _alike([document for document in bank.of_type(page_type) if document.title], page_type):
            yield Problem(
                document.path,
                document.title_line,
                f"The title is almost the same as that of {other.path}.",
                "add to that page instead, or make the title say what is different.",
            )


def _alike(documents: list[Document], page_type: PageType) -> Iterator[tuple[Document, Document]]:
    """Pairs with the same words, and among questions those with nearly the same letters and half of their words in common.

    Titles that share half of their words share one of the rarer half, so only those words are looked up.
    Source: Chaudhuri, Ganti, Kaushik: A Primitive Operator for Similarity Joins in Data Cleaning (2006), prefix filtering.
    """
    words = [_words(document.title) for document in documents]
    frequency = Counter(word for title in words for word in title)
    by_word: dict[str, list[int]] = {}
    for index, title in enumerate(words):
        rarest = sorted(title, key=lambda word: (frequency[word], word))[: len(title) // 2 + 1]
        for other in sorted({other for word in rarest for other in by_word.get(word, ())}):
            if title == words[other] or (page_type is PageType.QUESTION and _nearly(title, words[other])):
                yield documents[index], documents[other]
        for word in rarest:
            by_word.setdefault(word, []).append(index)


def _nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    matcher = SequenceMatcher(None, " ".join(sorted(one)), " ".join(sorted(other)), autojunk=False)
    return matcher.real_quick_ratio() >= _NEARLY and matcher.quick_ratio() >= _NEARLY and matcher.ratio() >= _NEARLY


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", title.lower())) - STOP_WORDS
