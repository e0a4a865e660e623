"""The questions of a kit: an ordered list of links, each with its minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.catalogue.relations import Catalogue
from macros.model import Around, Document, Kit, Paragraph, Question

_TARGET = re.compile(r"\.\./questions/[a-z0-9-]+\.md")
_MINUTES = re.compile(r", (\d+) minutes")


@dataclass(frozen=True)
class KitItem:
    """One line of the list; `path` is None where the line is not of the form that a kit needs."""

    line: int
    text: str
    path: str | None
    minutes: int


def kit_items(document: Document) -> list[KitItem]:
    """The numbered items below the title, in order."""
    return [_item(each, document) for each in document.introduction if each.around is Around.NUMBERED_ITEM]


def _item(written: Paragraph, document: Document) -> KitItem:
    link, minutes = next(iter(written.links), None), _MINUTES.fullmatch(written.unlinked)
    if link is None or minutes is None or len(written.links) > 1 or not _TARGET.fullmatch(link.target):
        return KitItem(written.line, written.plain, None, 0)
    return KitItem(written.line, written.plain, document.resolve(link.target), int(minutes[1]))


def questions_of(catalogue: Catalogue, kit: Kit) -> list[tuple[KitItem, Question]]:
    """The lines whose question is there, in order."""
    items = kit_items(kit.document)
    return [(item, catalogue.question[item.path]) for item in items if item.path and item.path in catalogue.question]
