"""The questions to take along: flash cards, a book for readers and for paper, and a feed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from macros.exports.api.documents import Question
from macros.exports.downloads.anki import anki_deck
from macros.exports.downloads.edition import Edition
from macros.exports.downloads.epub import epub
from macros.exports.downloads.feed import feed
from macros.exports.downloads.pdf import pdf
from macros.relations import Relations
from macros.site import FEED, SITE_NAME, Site, download


def downloads(relations: Relations, questions: Sequence[Question], figures: dict[str, bytes], site: Site) -> dict[str, bytes]:
    """Path below the site -> file. `figures` are the SVG files that the questions show."""
    files = {FEED: feed(relations, site)}
    if questions:
        edition = edition_of(relations, questions, figures, site)
        files |= {download("apkg"): anki_deck(edition), download("epub"): epub(edition), download("pdf"): pdf(edition)}
    return files


def edition_of(relations: Relations, questions: Sequence[Question], figures: dict[str, bytes], site: Site) -> Edition:
    """Questions by topic, the easier ones first; the date is the latest review, so that the same pages give the same bytes."""
    by_id = {question.id: question for question in questions}
    return Edition(
        title=SITE_NAME,
        home=site.address,
        date=max((question.reviewed for question in questions), default=datetime.date(2000, 1, 1)),
        topics=tuple(
            (topic.document.title, tuple(by_id[question.document.slug] for question in relations.of_topic[slug]))
            for slug, topic in relations.topic.items()
            if relations.of_topic[slug]
        ),
        figures=figures,
    )
