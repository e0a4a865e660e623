"""Bank and path of a page -> what the templates show around its text. Plain values only; templates escape them."""

from __future__ import annotations

from typing import Any

from macros.catalogue.addresses import address, card_path
from macros.catalogue.own_pages import BUILDER, own_page
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site
from macros.catalogue.summaries import description, opening, suggested_minutes
from macros.model import FROM_EXPERIENCE, SECTIONS, Document, Level, PageType, Question, QuestionKind
from macros.model.text import minutes, questions_counted
from macros.pages.kit import blank, interview
from macros.pages.structured_data import structured_data

# The way down from the home page, by type.
_ABOVE_TYPE = {
    PageType.QUESTION: (("Questions", "questions/"),),
    PageType.TOPIC: (("Topics", "topics/"),),
    PageType.TERM: (("Glossary", "glossary/"),),
    PageType.KIT: (("Hire", "hiring/"), ("Kits", "kits/")),
}


def page_context(catalogue: Catalogue, path: str, site: Site) -> dict[str, Any]:
    """Everything that the templates need for one page; `{}` for a page that could not be read."""
    document = catalogue.bank.documents.get(path)
    if document is None:
        return {}
    written = next((str(field.value) for field in document.front_matter if field.name == "description"), "")
    context: dict[str, Any] = {
        "type": document.page_type.value,
        "title": document.title,
        "description": written or description(document),
        "address": address(path),
        "crumbs": crumbs(catalogue, document),
        "image": site.address + card_path(document),
        "edit": site.edit_address(path),
        "report": site.issue_address("mistake.yml", page=document.title, address=site.address + address(path)),
    }
    question, term = catalogue.question.get(path), catalogue.term.get(path)
    if question:
        context |= _question(catalogue, question)
    elif term:
        context["used_in"] = [entry(other.document) | _facts(other) for other in catalogue.used_in(path)]
        context["topics"] = [entry(topic.document) for topic in catalogue.topics_using(path)]
        context["aka"] = list(term.fields.aka)
    elif document.page_type is PageType.TOPIC:
        questions = catalogue.of_topic.get(document.slug, [])
        context["slug"] = document.slug
        context["count"] = questions_counted(len(questions))
        context["questions"] = [entry(other.document) | _facts(other) for other in questions]
        context["description"] = opening(document) or document.title
    if kit := next((kit for kit in catalogue.bank.kits if kit.document.path == path), None):
        context |= interview(catalogue, kit, site.address)
    elif path == f"docs/{BUILDER.rstrip('/')}.md":
        context |= blank(site.address)
    elif path == "docs/practice.md":
        context |= _practice(catalogue)
    elif path == "docs/mock.md":
        context |= blank(site.address) | {"levels": [str(level) for level in Level]}
    context["structured_data"] = structured_data(catalogue, document, context, site.address)
    return context


def _practice(catalogue: Catalogue) -> dict[str, Any]:
    """What can be chosen."""
    topics = [topic for slug, topic in catalogue.topic.items() if catalogue.of_topic[slug]]
    return {
        "topics": [{"slug": topic.document.slug, "title": topic.document.title} for topic in topics],
        "levels": [str(level) for level in Level],
        "kinds": [str(kind) for kind in QuestionKind],
    }


def entry(document: Document) -> dict[str, str]:
    return {"title": document.title, "address": address(document.path)}


def _facts(question: Question) -> dict[str, str]:
    return {"level": question.fields.level.value, "kind": question.fields.kind.value}


def _question(catalogue: Catalogue, question: Question) -> dict[str, Any]:
    previous, following = catalogue.neighbours(question)
    topic = catalogue.topic.get(question.fields.topic)
    document = question.document
    return _facts(question) | {
        "topic": entry(topic.document) if topic else None,
        "added": question.fields.added.isoformat(),
        "reviewed": question.fields.reviewed.isoformat(),
        "minutes": minutes(sum(section.words for section in document.sections)),
        "sources": len(document.footnotes),
        "slug": document.slug,
        "aliases": list(question.fields.aliases),
        "to_kit": f"{BUILDER}#kit={document.slug}:{suggested_minutes(question)}",
        "story_line": _story_line(document),
        "previous": entry(previous.document) if previous else None,
        "next": entry(following.document) if following else None,
        "related": [entry(other.document) | _facts(other) for other in catalogue.related(question)],
        "terms": [entry(term.document) | {"definition": opening(term.document)} for term in catalogue.terms_of(document.path)],
    }


def _story_line(document: Document) -> int:
    """Where a story goes: below the last one, which is before the section that follows."""
    order = list(SECTIONS)
    after = order[order.index(FROM_EXPERIENCE) + 1 :]
    return next((section.line for section in document.sections if section.heading in after), document.lines)


def crumbs(catalogue: Catalogue, document: Document) -> list[dict[str, str]]:
    """The way from the home page down to the page's parent."""
    above = own_page(document.path).above or _ABOVE_TYPE.get(document.page_type, ())
    trail = [{"title": title, "address": where} for title, where in (("Home", ""), *above)]
    question = catalogue.question.get(document.path)
    topic = catalogue.topic.get(question.fields.topic) if question else None
    if topic:
        trail = [trail[0], {"title": "Topics", "address": "topics/"}, entry(topic.document)]
    return trail if document.path != "docs/index.md" else []
