"""A rule that holds what the site would show against what GitHub shows, where contributors look at their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from macros.catalogue.own_pages import own_page
from macros.checks.preview.blocks import between, runs
from macros.checks.preview.text import Difference
from macros.model import Bank, Block, BlockKind, Document, OddityKind
from macros.model.problem import Problem
from macros.rendering.block_structure import UnreadableError, block_structure

# Another rule speaks about these; behind them nothing can be compared.
_STRUCTURAL = frozenset(OddityKind) - {
    OddityKind.AUTOLINK,
    OddityKind.NESTED_LINK,
    OddityKind.BROKEN_LINK,
    OddityKind.REFERENCE_LINK,
    OddityKind.ATTRIBUTE_LIST,
    OddityKind.ADDED,
}


def shown_as_on_github(bank: Bank) -> Iterator[Problem]:
    """Every page must show on the site what GitHub shows of it: the same blocks, the same marks, the same text."""
    for document in bank.documents.values():
        odd = {oddity.what for oddity in document.oddities}
        if own_page(document.path).macros or odd & _STRUCTURAL:
            continue
        try:
            site = block_structure(document.body)
        except UnreadableError:
            yield Problem(document.path, 1, "The site cannot show this page.", "nest fewer lists and quotes.")
            continue
        for found in _differences(document, site):
            message = f"GitHub shows {found.github}; the site would show {found.site}."
            yield Problem(document.path, found.line, message, found.fix)


def _differences(document: Document, site: Sequence[Block]) -> Iterator[Difference]:
    """One for each run of blocks that differ; a block of which another rule speaks is passed over."""
    told = {oddity.line for oddity in document.oddities}
    lines = document.body.split("\n")
    for theirs, ours, above in _pairs(document.blocks, site):
        spoken = any(block.line <= line < block.end for block in theirs for line in told)
        if not spoken and (found := between(theirs, ours, above, lines, document.body_line)):
            yield found


def _pairs(theirs: Sequence[Block], ours: Sequence[Block]) -> Iterator[tuple[Sequence[Block], Sequence[Block], Block | None]]:
    """Runs of blocks that differ, each with the block above it; then the footnotes, which the site collects at the end."""
    yield from runs(_without_footnotes(theirs), _without_footnotes(ours))
    count = Counter(block.detail for block in theirs if block.kind is BlockKind.FOOTNOTE)
    twice = {name for name, number in count.items() if number > 1}  # another rule speaks of these
    notes, other_notes = _footnotes(theirs, twice), _footnotes(ours, twice)
    for name in sorted(notes.keys() | other_notes.keys()):
        note, other_note = notes.get(name), other_notes.get(name)
        if note is None or other_note is None or note.key != other_note.key:
            yield [note] if note else [], [other_note] if other_note else [], None


def _without_footnotes(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.kind is not BlockKind.FOOTNOTE]


def _footnotes(blocks: Sequence[Block], but: Container[str]) -> dict[str, Block]:
    return {block.detail: block for block in blocks if block.kind is BlockKind.FOOTNOTE and block.detail not in but}
