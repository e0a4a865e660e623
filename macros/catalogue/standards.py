"""What the quality page counts: standards that a question meets or does not."""

from __future__ import annotations

from macros.catalogue.citations import PRIMARY, source_kind
from macros.model import FOLLOW_UPS, FULL_ANSWER, GRADES, RUBRIC, SHORT_ANSWER, BlockKind, CodeBlock, Question
from macros.model.languages import LANGUAGES, How
from macros.model.limits import MIN_SOURCES


def answered(question: Question) -> bool:
    """Has a short and a full answer, and every follow-up is answered."""
    sections = [question.document.section(heading) for heading in (SHORT_ANSWER, FULL_ANSWER, FOLLOW_UPS)]
    written = [section for section in sections if section is not None and section.words]
    return len(written) == len(sections) and all(part.words for section in written for part in section.parts)


def graded(question: Question) -> bool:
    """Says what a weak, a good and a great answer sound like."""
    rubric = question.document.section(RUBRIC)
    return rubric is not None and [part.heading for part in rubric.parts if part.words] == list(GRADES)


def cited(question: Question) -> bool:
    """Has at least three sources, each of them cited in the text."""
    names = {footnote.name for footnote in question.document.footnotes}
    return len(names) >= MIN_SOURCES and names <= {reference.name for reference in question.document.references}


def primary(question: Question) -> bool:
    """Has a source by those who did, measured, specified or run the thing."""
    return any(source_kind(footnote) in PRIMARY for footnote in question.document.footnotes)


def computed(question: Question) -> bool:
    """Has arithmetic that the tests execute."""
    return any(map(executed, question.document.code_blocks))


def shown(question: Question) -> bool:
    """Has a figure or a table."""
    document = question.document
    return any(link.image for link in document.links) or any(block.kind is BlockKind.TABLE for block in document.blocks)


def pasted(question: Question) -> bool:
    """Has something to paste that a tool of the tests looks at."""
    return any(map(artifact, question.document.code_blocks))


def drilled(question: Question) -> bool:
    """Has flashcards."""
    return bool(question.document.flashcards)


def executed(block: CodeBlock) -> bool:
    return block.language == "pycon"


def artifact(block: CodeBlock) -> bool:
    """Something to paste that a tool of the tests looks at: a query, a rule, a script, a manifest."""
    language = LANGUAGES.get(block.language)
    return language is not None and language.how is not How.SHOWN and not executed(block)
