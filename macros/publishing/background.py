"""Makes what stands beside the pages in a process of its own, while they are rendered: half of the time on two cores."""

from __future__ import annotations

import os
import shutil
import tempfile
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site
from macros.exports import cards, exported
from macros.exports.social_cards import social_card
from macros.model.changes import Changes
from macros.publishing.files import write


class Beside:
    """Begins at once, in a folder of its own: a build cleans the site's, and may fail before it is done."""

    def __init__(self, catalogue: Catalogue, site: Site, changes: Changes, font: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="site-", ignore_cleanup_errors=True)
        self._pool = ProcessPoolExecutor(max_workers=1)
        self._done: Future[None] = self._pool.submit(make, catalogue, site, changes, font, Path(self._folder.name))

    def finish(self, target: Path) -> None:
        """Wait, and put everything below `target`. Raises what went wrong."""
        with self._folder as folder, self._pool:
            self._done.result()
            _move(Path(folder), target)


def _move(folder: Path, target: Path) -> None:
    """Move all that is in `folder`: a folder that `target` does not have goes as a whole, which copies nothing."""
    for entry in list(folder.iterdir()):
        if (target / entry.name).is_dir():
            _move(entry, target / entry.name)
        else:
            shutil.move(entry, target / entry.name)


def make(catalogue: Catalogue, site: Site, changes: Changes, font: Path, target: Path) -> None:
    """Write every export and every link preview below `target`; `font` is the file of the previews' face.

    The benchmark sets WITHOUT_DOWNLOADS: it compares with a generator that makes no books.
    """
    write(exported(catalogue, site, changes, with_downloads=not os.environ.get("WITHOUT_DOWNLOADS")), target)
    face = font.read_bytes()
    for card in cards(catalogue):
        write({card.path: social_card(card, face)}, target)
