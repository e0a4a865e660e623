"""`export`: what is made from the pages, written into a folder."""

from __future__ import annotations

import os
from pathlib import Path

from macros.catalogue.relations import Catalogue
from macros.catalogue.site import site_from
from macros.checks import problems_of
from macros.exports import exported
from macros.publishing.files import write
from macros.reading.changes import changes_of
from macros.reading.folder import load


def export(docs: Path, folder: Path) -> tuple[int, str]:
    """Exit status and text; nothing is written where `check` refuses a page. Raises ActiveContentError."""
    site = site_from(os.environ)  # first: it takes no time, and may be wrong
    loaded = load(docs)
    if problems := problems_of(loaded.bank, loaded.problems):
        return 1, "\n".join([*(problem.as_text() for problem in problems), "Nothing was exported."])
    files = exported(Catalogue(loaded.bank), site, changes_of(docs))
    write(files, folder)
    return 0, f"Wrote {len(files)} files to {folder}."
