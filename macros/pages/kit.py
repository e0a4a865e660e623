"""A kit -> what its page shows: to candidates what to expect, to interviewers a scorecard."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import quote

from macros.catalogue.addresses import address
from macros.catalogue.kit_items import kit_items
from macros.catalogue.own_pages import BUILDER
from macros.catalogue.relations import Catalogue
from macros.catalogue.summaries import opening
from macros.model import FOLLOW_UPS, GRADES, RUBRIC, Kit, Question
from macros.pages.parts import inert, link
from macros.pages.posting import PLACEHOLDERS, posting

FOLLOW_UPS_ASKED = 2


def kit_list(catalogue: Catalogue, page: str) -> str:
    """Every kit with its level, length and first sentence, the easier levels first."""
    if not catalogue.bank.kits:
        return "There are no kits yet."
    rows = "\n".join(_row(kit, page) for kit in sorted(catalogue.bank.kits, key=_order))
    return f'<ul class="cards" markdown="block">\n{rows}\n</ul>'


def _order(kit: Kit) -> tuple[int, int, str]:
    return list(type(kit.fields.level)).index(kit.fields.level), kit.fields.minutes, kit.document.title


def _row(kit: Kit, page: str) -> str:
    count = len(kit_items(kit.document))
    facts = f"{kit.fields.level}, {kit.fields.minutes} minutes, {count} questions"
    return (
        f'<li markdown="span">{link(kit.document, page)} <span class="count">{facts}</span> '
        f'<span class="scope">{inert(opening(kit.document))}</span></li>'
    )


def interview(catalogue: Catalogue, kit: Kit, home: str) -> dict[str, Any]:
    """Plain values for the template; `home` is the address of the site."""
    chosen = [
        (item, question)
        for item in kit_items(kit.document)
        if item.path and (question := catalogue.question.get(item.path)) is not None
    ]
    topics = Counter(question.fields.topic for _, question in chosen)
    terms = [term for _, question in chosen for term in catalogue.terms_of(question.document.path)]
    shared = Counter(term.document.path for term in terms)
    title, minutes = kit.document.title, kit.fields.minutes
    return {
        "change": BUILDER + fragment(title, kit.fields.level, [(q.document.slug, item.minutes) for item, q in chosen]),
        "posting": posting(home, title, home + address(kit.document.path), minutes, len(chosen)),
        "level": kit.fields.level.value,
        "minutes": kit.fields.minutes,
        "kinds": sorted({question.fields.kind.value for _, question in chosen}),
        "topics": [
            {"title": catalogue.topic[slug].document.title, "address": address(catalogue.topic[slug].document.path)}
            for slug in topics
            if slug in catalogue.topic
        ],
        "prepare": [
            {"title": catalogue.term[path].document.title, "address": address(path)}
            for path, count in shared.most_common()
            if count > 1
        ],
        "cards": [_card(question, item.minutes) for item, question in chosen],
    }


def blank(home: str) -> dict[str, Any]:
    """What the builder fills in the reader's browser."""
    return {
        "minutes": "",
        "level": "",
        "kinds": [],
        "posting": posting(home, **PLACEHOLDERS),
        "blank_card": {
            "follow_ups": [""],
            "address": "",
            "grades": [{"name": name, "text": ""} for name in GRADES],
        },
    }


def fragment(name: str, level: str, items: list[tuple[str, int]]) -> str:
    """A kit as javascripts/kit-address.js reads it."""
    return f"#kit={','.join(f'{slug}:{minutes}' for slug, minutes in items)}&name={quote(name, safe='')}&level={level}"


def _card(question: Question, minutes: int) -> dict[str, Any]:
    document = question.document
    rubric, follow_ups = document.section(RUBRIC), document.section(FOLLOW_UPS)
    return {
        "title": document.title,
        "address": address(document.path),
        "minutes": minutes,
        "level": question.fields.level.value,
        "kind": question.fields.kind.value,
        "prompt": [paragraph.plain for paragraph in document.introduction],
        "grades": [
            {"name": part.heading, "text": " ".join(paragraph.plain for paragraph in part.paragraphs)}
            for part in (rubric.parts if rubric else ())
        ],
        "follow_ups": [part.heading for part in (follow_ups.parts if follow_ups else ())][:FOLLOW_UPS_ASKED],
    }
