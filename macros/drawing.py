"""Draws the link previews in a process of its own, while the pages are rendered: half of the time on two cores."""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from macros.exports.social_cards import Card, social_card


class Drawing:
    """Begins at once; `finish` waits, and raises what went wrong."""

    def __init__(self, cards: list[Card], font: Path, target: Path) -> None:
        self._pool = ProcessPoolExecutor(max_workers=1)
        self._done: Future[None] = self._pool.submit(draw, cards, font, target)

    def finish(self) -> None:
        with self._pool:
            self._done.result()


def draw(cards: list[Card], font: Path, target: Path) -> None:
    """Write every card below `target`, with the face in the file `font`."""
    face = font.read_bytes()
    for card in cards:
        file = target / card.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(social_card(card, face))
