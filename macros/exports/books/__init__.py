"""The questions to take along: flash cards, and a book for readers and for paper."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from macros.catalogue.addresses import download
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import SITE_NAME, Site
from macros.exports.api.documents import Question, Term
from macros.exports.books.anki import anki_deck
from macros.exports.books.edition import Edition
from macros.exports.books.epub import epub
from macros.exports.books.pdf import pdf
from macros.model.changes import NO_HISTORY, Changes


def books(
    catalogue: Catalogue,
    questions: Sequence[Question],
    terms: Sequence[Term],
    figures: dict[str, bytes],
    site: Site,
    changes: Changes = NO_HISTORY,
) -> dict[str, bytes]:
    """Path below the site -> file. `figures` are the SVG files that the questions show."""
    files: dict[str, bytes] = {}
    if questions:
        edition = edition_of(catalogue, questions, terms, figures, site, changes)
        files |= {download("apkg"): anki_deck(edition), download("epub"): epub(edition), download("pdf"): pdf(edition)}
    return files


def edition_of(
    catalogue: Catalogue,
    questions: Sequence[Question],
    terms: Sequence[Term],
    figures: dict[str, bytes],
    site: Site,
    changes: Changes,
) -> Edition:
    """Questions by topic, the easier ones first; the date is the latest review, so that the same pages give the same bytes."""
    by_id = {question.id: question for question in questions}
    return Edition(
        title=SITE_NAME,
        home=site.address,
        identity=site.identity,
        date=max((question.reviewed for question in questions), default=datetime.date(2000, 1, 1)),
        topics=tuple(
            (topic.document.title, tuple(by_id[question.document.slug] for question in catalogue.of_topic[slug]))
            for slug, topic in catalogue.topic.items()
            if catalogue.of_topic[slug]
        ),
        figures=figures,
        changes=changes,
        glossary=_glossary(catalogue, by_id, terms),
    )


def _glossary(
    catalogue: Catalogue, questions: dict[str, Question], terms: Sequence[Term]
) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """Each term with the topic that uses it most; those that no question uses come last, without a topic."""
    order = {slug: number for number, slug in enumerate(catalogue.topic)}
    placed: dict[str, list[Term]] = {}
    for term in terms:
        counted = Counter(questions[question].topic for question in term.questions)
        most = min(counted, key=lambda slug: (-counted[slug], order[slug]), default="")
        placed.setdefault(most, []).append(term)
    titles = {slug: topic.document.title for slug, topic in catalogue.topic.items()} | {"": ""}
    return tuple((title, tuple(placed[slug])) for slug, title in titles.items() if slug in placed)
