"""SQL for PostgreSQL: parsed, then executed in order in a database of the page's own, after `<slug>.setup.sql`."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

import pglast
import psycopg
from pglast.parser import ParseError

from tests.artifacts.artifact import Artifact, Fault, relative
from tests.support import postgres

TOOL = "PostgreSQL"
STATEMENT_SECONDS = 3
_Connection = psycopg.Connection[tuple[object, ...]]


class _SqlError(Exception):
    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset  # in the text that was run


def check(artifacts: Sequence[Artifact]) -> list[Fault]:
    faults = [fault for artifact in artifacts for fault in _parse(artifact)]
    if faults:
        return faults
    first = artifacts[0]
    setup = first.files / f"{first.slug}.setup.sql"
    server = postgres.server()
    with (
        _database(server) as name,
        closing(server.connect(postgres.ADMIN)) as admin,
        closing(server.connect(postgres.READER, name)) as reader,
    ):
        if setup.is_file():
            text = setup.read_text(encoding="utf-8")
            try:
                _execute(text, reader, admin)
            except _SqlError as error:
                return [Fault(relative(setup), text.count("\n", 0, error.offset) + 1, TOOL, str(error))]
        for artifact in artifacts:
            try:
                _execute(artifact.text, reader, admin)
            except _SqlError as error:
                # What follows builds upon it, so its faults would be the same one again.
                return [_at(artifact, error)]
    return []


def _parse(artifact: Artifact) -> list[Fault]:
    try:
        _statements(artifact.text)
    except _SqlError as error:
        return [_at(artifact, error)]
    return []


def _at(artifact: Artifact, error: _SqlError) -> Fault:
    return artifact.fault(artifact.text.count("\n", 0, error.offset) + 1, TOOL, str(error))


def _statements(text: str) -> list[tuple[int, str]]:
    """Offset and text of every statement."""
    try:
        slices: Any = pglast.split(text, only_slices=True)
    except ParseError as error:
        message, offset = (*error.args, 0)[:2]
        raise _SqlError(int(offset or 0), str(message)) from None
    return [(part.start, text[part]) for part in slices]


def _execute(text: str, reader: _Connection, admin: _Connection) -> None:
    for offset, statement in _statements(text):
        # A page could lift a limit that the server sets by itself; it cannot catch its own end.
        end = threading.Timer(STATEMENT_SECONDS, _terminate, [admin, reader.info.backend_pid])
        end.start()
        try:
            reader.execute(statement)
        except psycopg.errors.AdminShutdown:
            raise _SqlError(offset, f"this statement takes more than {STATEMENT_SECONDS} s.") from None
        except psycopg.Error as error:
            position = int(error.diag.statement_position or 1) - 1
            raise _SqlError(offset + position, error.diag.message_primary or str(error)) from None
        finally:
            end.cancel()
            end.join()  # it uses a connection that we close


def _terminate(admin: _Connection, backend: int) -> None:
    admin.execute("SELECT pg_terminate_backend(%s)", [backend])


@contextmanager
def _database(server: postgres.Server) -> Iterator[str]:
    name = f"page_{uuid.uuid4().hex}"
    with server.connect(postgres.ADMIN) as admin:
        admin.execute(f"CREATE DATABASE {name} OWNER {postgres.READER}")
        try:
            yield name
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
