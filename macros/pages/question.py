"""A question -> what its page shows."""

from __future__ import annotations

from macros.catalogue.interview_minutes import suggested_minutes
from macros.catalogue.own_pages import BUILDER
from macros.catalogue.relations import Catalogue
from macros.model import FROM_EXPERIENCE, SECTIONS, SHORT_ANSWER, Document, Paragraph, Question
from macros.model.text import minutes
from macros.pages.parts import Frame, QuestionView, entry, question_entry


def question_view(catalogue: Catalogue, question: Question, frame: Frame) -> QuestionView:
    """The facts above its text, and what follows it: related questions, terms, the neighbors in its topic."""
    document, fields = question.document, question.fields
    previous, following = catalogue.neighbors(question)
    topic = catalogue.topic.get(fields.topic)
    answer = document.section(SHORT_ANSWER)
    return QuestionView(
        frame=frame,
        slug=document.slug,
        aliases=fields.aliases,
        topic=entry(topic.document) if topic else None,
        level=fields.level,
        kind=fields.kind,
        added=fields.added,
        reviewed=fields.reviewed,
        minutes=minutes(sum(section.words for section in document.sections)),
        sources=len(document.footnotes),
        prompt=_plain(document.introduction),
        short_answer=_plain(answer.paragraphs if answer else ()),
        story_line=_story_line(document),
        to_kit=f"{BUILDER}#kit={document.slug}:{suggested_minutes(question)}",
        previous=entry(previous.document) if previous else None,
        next=entry(following.document) if following else None,
        related=tuple(map(question_entry, catalogue.related(question))),
        terms=tuple(entry(term.document) for term in catalogue.terms_of(document.path)),
    )


def _plain(written: tuple[Paragraph, ...]) -> str:
    return " ".join(paragraph.plain for paragraph in written)


def _story_line(document: Document) -> int:
    """Where a story goes: below the last one, which is before the section that follows."""
    after = SECTIONS[SECTIONS.index(FROM_EXPERIENCE) + 1 :]
    return next((section.line for section in document.sections if section.heading in after), document.lines)
