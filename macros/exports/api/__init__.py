"""`/api/v1/`: the Bank as JSON. Same Bank, same bytes; addresses and ids stay, former ids included."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site
from macros.exports.api import assembly
from macros.exports.api.cards import cards_of_all
from macros.exports.api.documents import (
    DOCUMENTS,
    VERSION,
    Document,
    Flashcards,
    Index,
    Kits,
    Question,
    Questions,
    Term,
    Terms,
    Topics,
)
from macros.rendering.fragments import Renderer

ROOT = f"api/v{VERSION}/"


def whole_questions(catalogue: Catalogue, site: Site) -> tuple[Question, ...]:
    """Every question with its texts as Markdown and HTML; made once, since rendering takes time."""
    home, renderer = site.address + ROOT, Renderer(site)
    schema = f"{home}schemas/{Question.name}.json"
    questions = sorted(catalogue.bank.questions, key=lambda question: question.document.slug)
    return tuple(assembly.whole_question(catalogue, question, site, home, schema, renderer) for question in questions)


def all_terms(catalogue: Catalogue, site: Site) -> tuple[Term, ...]:
    """Every term of the glossary."""
    return assembly.terms(catalogue, site)


def api_files(catalogue: Catalogue, whole: Sequence[Question], site: Site) -> dict[str, bytes]:
    """Path below the site -> document or schema."""
    home = site.address + ROOT
    schemas = {kind.name: f"{home}schemas/{kind.name}.json" for kind in DOCUMENTS}
    questions = assembly.summaries(catalogue, site, home)
    topics, terms, kits = assembly.topics(catalogue, site), assembly.terms(catalogue, site), assembly.kits(catalogue, site)
    cards = cards_of_all(whole)
    lists: dict[str, Document] = {
        "questions": Questions(schema_address=schemas["questions"], questions=questions),
        "flashcards": Flashcards(schema_address=schemas["flashcards"], flashcards=cards),
        "topics": Topics(schema_address=schemas["topics"], topics=topics),
        "terms": Terms(schema_address=schemas["terms"], terms=terms),
        "kits": Kits(schema_address=schemas["kits"], kits=kits),
    }
    index = Index(
        schema_address=schemas["index"],
        site=site.address,
        changed=max((question.reviewed for question in questions), default=None),
        counts={
            "questions": len(questions),
            "flashcards": len(cards),
            "topics": len(topics),
            "terms": len(terms),
            "kits": len(kits),
        },
        documents={name: f"{home}{name}.json" for name in lists},
        schemas=schemas,
    )
    files: dict[str, Document] = {"index": index, **lists}
    for question in whole:
        files |= {f"questions/{slug}": question for slug in (*question.aliases, question.id)}
    return {
        **{f"{ROOT}{name}.json": _json(document.model_dump(mode="json")) for name, document in files.items()},
        **{f"{ROOT}schemas/{kind.name}.json": _json(schema(kind, schemas[kind.name])) for kind in DOCUMENTS},
    }


def schema(kind: type[Document], address: str) -> dict[str, Any]:
    """The JSON Schema of one kind of document. Source: https://json-schema.org/draft/2020-12"""
    made = kind.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, **made}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
