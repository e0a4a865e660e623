"""Bank -> the documents of the API."""

from __future__ import annotations

from typing import Any, TypedDict

from macros.catalogue.addresses import address
from macros.catalogue.descriptions import opening
from macros.catalogue.interview_minutes import suggested_minutes
from macros.catalogue.kit_items import kit_items
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site
from macros.exports.api import documents as api
from macros.exports.api.cards import flashcards
from macros.exports.api.citations import sources
from macros.model import (
    FLASHCARDS,
    FOLLOW_UPS,
    FROM_EXPERIENCE,
    FULL_ANSWER,
    RUBRIC,
    SHORT_ANSWER,
    Entry,
    Kit,
    Question,
    Section,
)
from macros.rendering.fragments import LEAD, Renderer


class _Listed(TypedDict):
    id: str
    title: str
    address: str
    aliases: tuple[str, ...]


def _listed(entry: Entry, site: Site) -> _Listed:
    document = entry.document
    return {
        "id": document.slug,
        "title": document.title,
        "address": site.address + address(document.path),
        "aliases": entry.fields.aliases,
    }


def _facts(question: Question, site: Site, root: str) -> dict[str, Any]:
    fields = question.fields
    return {
        **_listed(question, site),
        "document": f"{root}questions/{question.document.slug}.json",
        "topic": fields.topic,
        "level": fields.level,
        "kind": fields.kind,
        "added": fields.added,
        "reviewed": fields.reviewed,
        "minutes": suggested_minutes(question),
    }


def summaries(catalogue: Catalogue, site: Site, root: str) -> tuple[api.QuestionSummary, ...]:
    questions = sorted(catalogue.bank.questions, key=lambda question: question.document.slug)
    return tuple(api.QuestionSummary(**_facts(question, site, root)) for question in questions)


def whole_question(
    catalogue: Catalogue, question: Question, site: Site, root: str, schema: str, renderer: Renderer
) -> api.Question:
    """Everything that the page of a question holds. `root` is the address of the API, `schema` that of the schema."""
    document = question.document
    html = renderer.html_of(document)
    sections = {section.heading: section for section in document.sections}

    def text(part: Section) -> api.Text:
        return api.Text(markdown=renderer.markdown_of(document, part.text, part.text_line), html=html[part.anchor])

    def section(heading: str) -> api.Text:
        return text(sections[heading])

    rubric = sections[RUBRIC]
    why = None
    if rubric.lead:
        written = renderer.markdown_of(document, rubric.lead, rubric.text_line)
        why = api.Text(markdown=written, html=html[rubric.anchor + LEAD])

    return api.Question(
        schema_address=schema,
        **_facts(question, site, root),
        prompt=api.Text(markdown=renderer.markdown_of(document, document.intro, document.intro_line), html=html[""]),
        short_answer=section(SHORT_ANSWER),
        full_answer=section(FULL_ANSWER),
        from_experience=section(FROM_EXPERIENCE) if FROM_EXPERIENCE in sections else None,
        rubric=api.Rubric(why=why, **{part.heading.lower(): text(part) for part in rubric.parts}),
        follow_ups=tuple(
            api.FollowUp(id=part.anchor, question=part.heading, answer=text(part)) for part in sections[FOLLOW_UPS].parts
        ),
        flashcards=flashcards(question, site, html[sections[FLASHCARDS].anchor], renderer) if FLASHCARDS in sections else (),
        sources=sources(document),
        related=tuple(other.document.slug for other in catalogue.related(question)),
        terms=tuple(term.document.slug for term in catalogue.terms_of(document.path)),
    )


def topics(catalogue: Catalogue, site: Site) -> tuple[api.Topic, ...]:
    return tuple(
        api.Topic(
            **_listed(topic, site),
            scope=opening(topic.document),
            questions=tuple(question.document.slug for question in catalogue.of_topic[slug]),
        )
        for slug, topic in catalogue.topic.items()
    )


def terms(catalogue: Catalogue, site: Site) -> tuple[api.Term, ...]:
    return tuple(
        api.Term(
            **_listed(term, site),
            also_called=term.fields.aka,
            definition=opening(term.document),
            questions=tuple(question.document.slug for question in catalogue.used_in(term.document.path)),
        )
        for term in sorted(catalogue.bank.terms, key=lambda term: term.document.slug)
    )


def kits(catalogue: Catalogue, site: Site) -> tuple[api.Kit, ...]:
    return tuple(_kit(kit, site) for kit in sorted(catalogue.bank.kits, key=lambda kit: kit.document.slug))


def _kit(kit: Kit, site: Site) -> api.Kit:
    fields = kit.fields
    return api.Kit(
        **_listed(kit, site),
        level=fields.level,
        minutes=fields.minutes,
        added=fields.added,
        reviewed=fields.reviewed,
        for_whom=opening(kit.document),
        questions=tuple(
            api.KitQuestion(id=_slug(item.path), minutes=item.minutes) for item in kit_items(kit.document) if item.path
        ),
    )


def _slug(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")
