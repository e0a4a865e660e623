"""A new question page, complete but for its content."""

from __future__ import annotations

import datetime
from pathlib import Path

from macros.catalogue.blank_question import question_template, slug_of


class CannotWriteError(Exception):
    """The page was not written; the message says why and what to do."""


def write_question(docs: Path, title: str) -> Path:
    """Write docs/questions/<slug>.md and return its path. An existing page is never touched."""
    title = " ".join(title.split())
    if not title:
        raise CannotWriteError('The title is empty. Try: make new TITLE="How do you …?"')
    if not title.endswith(("?", ".")):
        raise CannotWriteError(f"The title `{title}` must end with ? or a period. Phrase it as a question or a request.")
    slug = slug_of(title)
    if not slug:
        raise CannotWriteError(f"Can't make an address from `{title}`. Use words with plain letters and digits.")
    folder = docs / "questions"
    if not folder.is_dir():
        raise CannotWriteError(f"There is no folder {folder}. Run this in the project folder.")
    path = folder / f"{slug}.md"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(question_template(title, datetime.datetime.now(datetime.UTC).date()))
    except FileExistsError:
        raise CannotWriteError(f"{path} already exists. Add to it, or choose another title.") from None
    return path


def new(docs: Path, title: str | None) -> tuple[int, str]:
    """Exit status and text; the title is asked for where it is left out. Raises CannotWriteError."""
    if title is None:
        try:
            title = input("The question, as an interviewer would ask it: ")
        except (EOFError, KeyboardInterrupt):
            raise CannotWriteError('No title was given. Try: make new TITLE="How do you …?"') from None
    path = write_question(docs, title)
    return 0, f"Wrote {path}. Fill in every section, then run: make check FILE={path}"
