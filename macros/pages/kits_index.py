"""The list of all kits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from macros.catalogue.descriptions import opening
from macros.catalogue.kit_items import kit_items
from macros.catalogue.relations import Catalogue
from macros.model import Kit, Level
from macros.pages.parts import Entry, Part, Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class KitEntry(Entry):
    level: Level
    minutes: int
    questions: int
    for_whom: str
    posting: Posting


@dataclass(frozen=True, kw_only=True)
class KitList(Part):
    template: ClassVar[str] = "kit-list.html"
    kits: tuple[KitEntry, ...]


def kit_list(catalogue: Catalogue, posting: Callable[[Kit], Posting]) -> KitList:
    """Every kit with its level, length and first sentence, the easier levels first."""
    return KitList(kits=tuple(_entry(kit, posting(kit)) for kit in sorted(catalogue.bank.kits, key=_order)))


def _order(kit: Kit) -> tuple[int, int, str]:
    return kit.fields.level.rank, kit.fields.minutes, kit.document.title


def _entry(kit: Kit, posting: Posting) -> KitEntry:
    return KitEntry(
        title=kit.document.title,
        path=kit.document.path,
        level=kit.fields.level,
        minutes=kit.fields.minutes,
        questions=len(kit_items(kit.document)),
        for_whom=opening(kit.document),
        posting=posting,
    )
