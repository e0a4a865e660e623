"""Questions as they were before flashcards, which the old limits hold for.

This list only shrinks: tests/checks/test_old_format.py refuses additions, and a page that has flashcards already.
"""

from __future__ import annotations

from macros.model import FLASHCARDS, Document

OLD_FORMAT: frozenset[str] = frozenset()


def is_old(document: Document) -> bool:
    """On the list, and nobody has begun to rewrite it."""
    return document.slug in OLD_FORMAT and document.section(FLASHCARDS) is None
