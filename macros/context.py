"""Bank and path of a page -> what the templates show around its text. Plain values only; templates escape them."""

from __future__ import annotations

from typing import Any

from macros.exports import card_path
from macros.exports.structured_data import structured_data
from macros.model import FROM_EXPERIENCE, SECTIONS, Document, Level, PageType, Question, QuestionKind
from macros.prose import minutes
from macros.relations import Relations
from macros.scorecard import BUILDER, blank, interview
from macros.site import Site, address
from macros.views import definition, description, questions_counted, scope, suggested_minutes

# The way down from the home page, by type, and for pages of ours that stand below another one.
_HIRE, _KITS, _PRACTISE = ("Hire", "hiring/"), ("Kits", "kits/"), ("Practise", "practice/")
_ABOVE_TYPE = {
    PageType.QUESTION: (("Questions", "questions/"),),
    PageType.TOPIC: (("Topics", "topics/"),),
    PageType.TERM: (("Glossary", "glossary/"),),
    PageType.KIT: (_HIRE, _KITS),
}
_ABOVE_PAGE = {
    "docs/kits/index.md": (_HIRE,),
    "docs/build.md": (_HIRE, _KITS),
    "docs/mock.md": (_PRACTISE,),
    "docs/downloads.md": (_PRACTISE,),
}


def page_context(relations: Relations, path: str, site: Site) -> dict[str, Any]:
    """Everything that the templates need for one page; `{}` for a page that could not be read."""
    document = relations.bank.documents.get(path)
    if document is None:
        return {}
    written = next((str(field.value) for field in document.front_matter if field.name == "description"), "")
    context: dict[str, Any] = {
        "type": document.page_type.value,
        "title": document.title,
        "description": written or description(document),
        "address": address(path),
        "crumbs": crumbs(relations, document),
        "image": site.address + card_path(document),
        "edit": site.edit_address(path),
        "report": site.issue_address("mistake.yml", page=document.title, address=site.address + address(path)),
    }
    question, term = relations.question.get(path), relations.term.get(path)
    if question:
        context |= _question(relations, question)
    elif term:
        context["used_in"] = [entry(other.document) | _facts(other) for other in relations.used_in(path)]
        context["topics"] = [entry(topic.document) for topic in relations.topics_using(path)]
        context["aka"] = list(term.fields.aka)
    elif document.page_type is PageType.TOPIC:
        questions = relations.of_topic.get(document.slug, [])
        context["slug"] = document.slug
        context["count"] = questions_counted(len(questions))
        context["questions"] = [entry(other.document) | _facts(other) for other in questions]
        context["description"] = scope(document) or document.title
    if kit := next((kit for kit in relations.bank.kits if kit.document.path == path), None):
        context |= interview(relations, kit, site.address)
    elif path == f"docs/{BUILDER.rstrip('/')}.md":
        context |= blank(site.address)
    elif path == "docs/practice.md":
        context |= _practice(relations)
    elif path == "docs/mock.md":
        context |= blank(site.address) | {"levels": [str(level) for level in Level]}
    context["structured_data"] = structured_data(relations, document, context, site.address)
    return context


def _practice(relations: Relations) -> dict[str, Any]:
    """What can be chosen."""
    topics = [topic for slug, topic in relations.topic.items() if relations.of_topic[slug]]
    return {
        "topics": [{"slug": topic.document.slug, "title": topic.document.title} for topic in topics],
        "levels": [str(level) for level in Level],
        "kinds": [str(kind) for kind in QuestionKind],
    }


def entry(document: Document) -> dict[str, str]:
    return {"title": document.title, "address": address(document.path)}


def _facts(question: Question) -> dict[str, str]:
    return {"level": question.fields.level.value, "kind": question.fields.kind.value}


def _question(relations: Relations, question: Question) -> dict[str, Any]:
    previous, following = relations.neighbours(question)
    topic = relations.topic.get(question.fields.topic)
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
        "related": [entry(other.document) | _facts(other) for other in relations.related(question)],
        "terms": [entry(term.document) | {"definition": definition(term.document)} for term in relations.terms_of(document.path)],
    }


def _story_line(document: Document) -> int:
    """Where a story goes: below the last one, which is before the section that follows."""
    order = list(SECTIONS)
    after = order[order.index(FROM_EXPERIENCE) + 1 :]
    return next((section.line for section in document.sections if section.heading in after), document.lines)


def crumbs(relations: Relations, document: Document) -> list[dict[str, str]]:
    """The way from the home page down to the page's parent."""
    above = _ABOVE_PAGE.get(document.path) or _ABOVE_TYPE.get(document.page_type, ())
    trail = [{"title": title, "address": where} for title, where in (("Home", ""), *above)]
    question = relations.question.get(document.path)
    topic = relations.topic.get(question.fields.topic) if question else None
    if topic:
        trail = [trail[0], {"title": "Topics", "address": "topics/"}, entry(topic.document)]
    return trail if document.path != "docs/index.md" else []
