"""The questions of a kit: an ordered list of links, each with its minutes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from macros.model import Around, Document, Paragraph

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
    return [_item(each, document.path) for each in document.introduction if each.around is Around.NUMBERED_ITEM]


def _item(written: Paragraph, path: str) -> KitItem:
    link, minutes = next(iter(written.links), None), _MINUTES.fullmatch(written.unlinked)
    if link is None or minutes is None or len(written.links) > 1 or not _TARGET.fullmatch(link.target):
        return KitItem(written.line, written.plain, None, 0)
    return KitItem(
        written.line, written.plain, posixpath.normpath(posixpath.join(posixpath.dirname(path), link.target)), int(minutes[1])
    )
