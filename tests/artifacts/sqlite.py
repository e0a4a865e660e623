"""SQL for SQLite: executed in order in a database in memory, which can reach no file."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence

from tests.artifacts.artifact import Artifact, Fault, relative

TOOL = "SQLite"
STATEMENT_SECONDS = 3
_MEMORY_BYTES = 50_000_000
_STEPS = 100_000  # of SQLite's machine between two looks at the clock
_REFUSED = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}
_REFUSED_NAMES = {"load_extension", "temp_store_directory", "data_store_directory"}
_NAMED = re.compile(r"""(?:near "|: )(?P<name>[^"\s]+)""")


def check(artifacts: Sequence[Artifact]) -> list[Fault]:
    first = artifacts[0]
    setup = first.files / f"{first.slug}.setup.sqlite"
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.set_authorizer(_authorize)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MEMORY_BYTES)
        if setup.is_file() and (wrong := _execute(setup.read_text(encoding="utf-8"), connection)):
            return [Fault(relative(setup), wrong[0], TOOL, wrong[1])]
        for artifact in artifacts:
            if wrong := _execute(artifact.text, connection):
                # What follows builds upon it, so its faults would be the same one again.
                return [artifact.fault(wrong[0], TOOL, wrong[1])]
    finally:
        connection.close()
    return []


def _authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    refused = action in _REFUSED or bool({first, second} & _REFUSED_NAMES)
    return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK


def _execute(text: str, connection: sqlite3.Connection) -> tuple[int, str] | None:
    """Line and text of the first fault, or None."""
    for line, statement in _statements(text):
        connection.set_progress_handler(_clock(time.monotonic() + STATEMENT_SECONDS), _STEPS)
        try:
            for _ in connection.execute(statement):
                pass
        except sqlite3.OperationalError as error:
            if str(error) == "interrupted":
                return line, f"this statement takes more than {STATEMENT_SECONDS} s."
            return line + _offset(statement, str(error)), str(error)
        except sqlite3.Error as error:
            return line, str(error)
    return None


def _clock(end: float) -> Callable[[], bool]:
    """What SQLite asks now and then: whether to stop."""
    return lambda: time.monotonic() > end


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Line and text of every statement; the last one may lack its semicolon."""
    start, held = 1, ""
    for number, line in enumerate(text.split("\n"), 1):
        if not held.strip():
            start, held = number, ""
        held += line + "\n"
        if sqlite3.complete_statement(held):
            yield start, held
            held = ""
    if re.sub(r"--.*", "", held).strip():
        yield start, held


def _offset(statement: str, message: str) -> int:
    """Lines from the start of the statement to the name that the message is about; SQLite tells no lines."""
    found = _NAMED.search(message)
    at = re.search(rf"(?<!\w){re.escape(found['name'].rpartition('.')[2])}(?!\w)", statement) if found else None
    return statement.count("\n", 0, at.start()) if at else 0
