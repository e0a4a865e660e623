"""Draws the link previews in a process of its own, while the pages are rendered: half of the time on two cores."""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from macros.exports.social_cards import Card, social_card


class Drawing:
    """Begins at once, in a folder of its own: a build cleans the site's, and may fail before it is done."""

    def __init__(self, cards: list[Card], font: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="cards-", ignore_cleanup_errors=True)
        self._pool = ProcessPoolExecutor(max_workers=1)
        self._done: Future[None] = self._pool.submit(draw, cards, font, Path(self._folder.name))

    def finish(self, target: Path) -> None:
        """Wait, and put the cards below `target`. Raises what went wrong."""
        with self._folder as folder, self._pool:
            self._done.result()
            shutil.copytree(folder, target, dirs_exist_ok=True)


def draw(cards: list[Card], font: Path, target: Path) -> None:
    """Write every card below `target`, with the face in the file `font`."""
    face = font.read_bytes()
    for card in cards:
        file = target / card.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(social_card(card, face))
