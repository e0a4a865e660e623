"""A kit -> what its page shows: to candidates what to expect, to interviewers a scorecard."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote

from macros.catalogue.addresses import address
from macros.catalogue.kit_items import questions_of
from macros.catalogue.own_pages import BUILDER, OwnPage
from macros.catalogue.relations import Catalogue
from macros.model import FOLLOW_UPS, GRADES, RUBRIC, Kit, Level, Question, QuestionKind
from macros.pages.parts import Choices, Entry, Frame, OwnView, Posting, View, entry

FOLLOW_UPS_ASKED = 2


@dataclass(frozen=True, slots=True)
class Grade:
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A question on a scorecard. Without values it is the one that a script fills in."""

    title: str = ""
    address: str = ""
    minutes: int | None = None
    level: Level | None = None
    kind: QuestionKind | None = None
    prompt: tuple[str, ...] = ()
    why: str = ""  # it is asked
    grades: tuple[Grade, ...] = tuple(Grade(name, "") for name in GRADES)
    follow_ups: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """What to expect, and cards to fill in. Without values it is the one that a script fills in."""

    posting: Posting
    level: Level | None = None
    minutes: int | None = None
    kinds: tuple[QuestionKind, ...] = ()
    topics: tuple[Entry, ...] = ()
    prepare: tuple[Entry, ...] = ()
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KitView(View):
    template: str = "kit"
    scorecard: Scorecard
    change: str  # address of the builder with this kit in it


@dataclass(frozen=True, kw_only=True)
class UnknownKitView(OwnView):
    """A page whose kit a script composes, in the reader's browser."""

    scorecard: Scorecard
    card: Card = Card()
    choices: Choices


def kit_view(catalogue: Catalogue, kit: Kit, frame: Frame, posting: Posting) -> KitView:
    """Everything from its questions' own pages."""
    chosen = questions_of(catalogue, kit)
    topics = dict.fromkeys(question.fields.topic for _, question in chosen)
    terms = Counter(term.document.path for _, question in chosen for term in catalogue.terms_of(question.document.path))
    return KitView(
        frame=frame,
        change=BUILDER + fragment(kit.document.title, kit.fields.level, [(q.document.slug, item.minutes) for item, q in chosen]),
        scorecard=Scorecard(
            posting=posting,
            level=kit.fields.level,
            minutes=kit.fields.minutes,
            kinds=tuple(sorted({question.fields.kind for _, question in chosen})),
            topics=tuple(entry(catalogue.topic[slug].document) for slug in topics if slug in catalogue.topic),
            prepare=tuple(entry(catalogue.term[path].document) for path, count in terms.most_common() if count > 1),
            cards=tuple(_card(question, item.minutes) for item, question in chosen),
        ),
    )


def unknown_kit_view(own: OwnPage, frame: Frame, posting: Posting) -> UnknownKitView:
    """The empty scorecard, and the levels to choose from."""
    return UnknownKitView(frame=frame, template=own.template, scorecard=Scorecard(posting=posting), choices=Choices())


def fragment(name: str, level: str, items: list[tuple[str, int]]) -> str:
    """A kit as javascripts/kits/address.js reads it."""
    return f"#kit={','.join(f'{slug}:{minutes}' for slug, minutes in items)}&name={quote(name, safe='')}&level={level}"


def _card(question: Question, minutes: int) -> Card:
    document = question.document
    rubric, follow_ups = document.section(RUBRIC), document.section(FOLLOW_UPS)
    return Card(
        title=document.title,
        address=address(document.path),
        minutes=minutes,
        level=question.fields.level,
        kind=question.fields.kind,
        prompt=tuple(paragraph.plain for paragraph in document.introduction),
        why=" ".join(paragraph.plain for paragraph in rubric.lead_paragraphs) if rubric else "",
        grades=tuple(
            Grade(part.heading, " ".join(paragraph.plain for paragraph in part.paragraphs))
            for part in (rubric.parts if rubric else ())
        ),
        follow_ups=tuple(part.heading for part in (follow_ups.parts if follow_ups else ()))[:FOLLOW_UPS_ASKED],
    )
