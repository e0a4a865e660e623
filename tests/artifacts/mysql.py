"""SQL for MySQL: parsed only. There is no server of it here."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

import sqlglot
from sqlglot.errors import SqlglotError

from tests.artifacts.artifact import Artifact, Fault

TOOL = "sqlglot"
_TOKEN = re.compile(r"<Token .*?text: (.*?), line: .*?>")
_LINE = re.compile(r"Line (\d+)")


def check(artifacts: Sequence[Artifact]) -> list[Fault]:
    return [fault for artifact in artifacts for fault in _check(artifact)]


def _check(artifact: Artifact) -> list[Fault]:
    logging.getLogger("sqlglot").setLevel(logging.ERROR)  # what it warns of is a fault here
    try:
        statements = sqlglot.parse(artifact.text, dialect="mysql")
    except RecursionError:
        return [artifact.fault(1, TOOL, "This is nested too deeply.")]
    except SqlglotError as error:
        told = getattr(error, "errors", None) or [{}]
        line = told[0].get("line") or int((_LINE.search(str(error)) or [0, 1])[1])
        return [artifact.fault(line, TOOL, _TOKEN.sub(r"`\1`", told[0].get("description") or str(error).split("\n", 1)[0]))]
    faults = []
    for statement in statements:
        if isinstance(statement, sqlglot.exp.Command):
            word = str(statement.this)
            at = re.search(rf"^\s*{re.escape(word)}\b", artifact.text, re.IGNORECASE | re.MULTILINE)
            line = artifact.text.count("\n", 0, at.end()) + 1 if at else 1
            faults.append(artifact.fault(line, TOOL, f"it cannot read the statement `{word}`; show it as `text`."))
    return faults
