"""The questions of a kit: an ordered list of links, each with its minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.catalogue.relations import Catalogue
from macros.model import Document, Kit, Question

_ITEM = re.compile(r"^\d+\. (?P<text>.*)$")
_SOUND = re.compile(r"^\[[^\]]+\]\((?P<target>\.\./questions/[a-z0-9-]+\.md)\), (?P<minutes>\d+) minutes$")


@dataclass(frozen=True)
class KitItem:
    """One line of the list; `path` is None where the line is not of the form that a kit needs."""

    line: int
    text: str
    path: str | None
    minutes: int


def kit_items(document: Document) -> list[KitItem]:
    """The numbered lines below the title, in order."""
    items = []
    for number, line in enumerate(document.intro.split("\n")):
        if found := _ITEM.match(line):
            sound = _SOUND.match(found["text"])
            path = document.resolve(sound["target"]) if sound else None
            items.append(KitItem(document.intro_line + number, found["text"], path, int(sound["minutes"]) if sound else 0))
    return items


def questions_of(catalogue: Catalogue, kit: Kit) -> list[tuple[KitItem, Question]]:
    """The lines whose question is there, in order."""
    items = kit_items(kit.document)
    return [(item, catalogue.question[item.path]) for item in items if item.path and item.path in catalogue.question]
