"""docs/ -> Bank. The only module that reads docs/."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from macros.model import Bank, Document
from macros.model.problem import Problem
from macros.reading import encoding, page
from macros.reading.bank import bank_of
from macros.reading.layout import misplaced

MANY = 500  # pages; reading fewer takes no longer than starting a process for each processor


@dataclass(frozen=True)
class Loaded:
    """The pages that could be read, and what is wrong with the files that could not."""

    bank: Bank
    problems: tuple[Problem, ...]


def load(docs: Path) -> Loaded:
    """Read every page below `docs`. Raises FileNotFoundError where there is no such folder."""
    if not docs.is_dir():
        raise FileNotFoundError(f"There is no folder {docs}.")
    pages: list[tuple[Path, str]] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in _files(docs):
        name = path.relative_to(docs.parent).as_posix()
        if problem := misplaced(name, path):
            problems.append(problem)
        elif path.suffix != ".md":
            continue  # a picture
        elif clash := seen.get(name.lower()):
            problems.append(Problem(name, 1, f"The name differs from {clash} only in its capitals.", "choose another name."))
        else:
            seen[name.lower()] = name
            pages.append((path, name))
    documents: dict[str, Document] = {}
    for (_, name), (document, found) in zip(pages, _read_all(pages), strict=True):
        problems.extend(found)
        if document:
            documents[name] = document
    return Loaded(bank_of(documents), tuple(problems))


def _files(docs: Path) -> Iterable[Path]:
    """What is published, folders left out. A name with a dot is a lock, a swap file, a folder's view: MkDocs passes it over, too."""
    found = (path for path in sorted(docs.rglob("*")) if not any(part.startswith(".") for part in path.relative_to(docs).parts))
    return (path for path in found if path.is_symlink() or not path.is_dir())


def _read_all(pages: list[tuple[Path, str]]) -> Iterable[tuple[Document | None, list[Problem]]]:
    """What `read` says of each page, in their order; many pages are shared among the processors."""
    if len(pages) < MANY:
        return map(_read_file, pages)
    with ProcessPoolExecutor() as pool:
        return list(pool.map(_read_file, pages, chunksize=32))


def _read_file(page_file: tuple[Path, str]) -> tuple[Document | None, list[Problem]]:
    path, name = page_file
    return read(path.read_bytes(), name)


def read(data: bytes, name: str) -> tuple[Document | None, list[Problem]]:
    """Bytes of the page called `name` -> Document, or None where they are no text."""
    text, problems = encoding.decode(data, name)
    return (None, problems) if problems else page.parse(text, name)
