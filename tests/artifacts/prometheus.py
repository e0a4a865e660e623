"""Prometheus rules and queries: promtool parses them."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.artifacts import shown
from tests.artifacts.artifact import Artifact, Fault, relative
from tests.support import limited, tools

TOOL = "promtool"
_PLACE = re.compile(r"^\S+?: (?P<line>\d+):\d+: (?P<text>.*)$")
_INNER = re.compile(r": (?P<line>\d+):\d+: (?P<text>parse error.*)$")
_FIELD = re.compile(r"^\s*line (?P<line>\d+): (?P<text>.*)$")


def check_rules(artifacts: Sequence[Artifact]) -> list[Fault]:
    """Each block parses, and stands in the page's rules file, where it has one, as it is shown."""
    faults = [fault for artifact in artifacts for fault in _check_syntax(artifact)]
    first = artifacts[0]
    rules = first.files / f"{first.slug}.rules.yml"
    if faults or not rules.is_file():
        return faults
    if (said := _promtool("check", "rules", str(rules))).status:
        return [Fault(relative(rules), line, TOOL, text) for line, text in _messages(said.output, rules.read_text("utf-8"))]
    return [fault for artifact in artifacts for fault in shown.differences(artifact, rules)]


def check_queries(artifacts: Sequence[Artifact]) -> list[Fault]:
    """Each query of each block parses; queries stand apart by an empty line."""
    return [fault for artifact in artifacts for fault in _check_queries(artifact)]


def _check_syntax(artifact: Artifact) -> list[Fault]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.yml"
        file.write_text(artifact.text + "\n", encoding="utf-8")
        said = _promtool("check", "rules", str(file))
    if said.status:
        return [artifact.fault(line, TOOL, text) for line, text in _messages(said.output, artifact.text)]
    return [] if any(shown.names(artifact)) else [artifact.fault(1, TOOL, "these groups have no rule.")]


def _check_queries(artifact: Artifact) -> list[Fault]:
    queries = [(match.start(), match[0]) for match in re.finditer(r"\S.*(?:\n.*\S.*)*", artifact.text)]
    # JSON is YAML, and keeps each query on a line of its own, whose number tells which one a message is about.
    rules = [f'  - {{"record": "query:{number}", "expr": {json.dumps(query)}}}' for number, (_, query) in enumerate(queries)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.yml"
        file.write_text(
            "\n".join(["groups: [{name: page, rules: [", *(rule[4:] + "," for rule in rules), "]}]", ""]), encoding="utf-8"
        )
        said = _promtool("check", "rules", "--lint=none", str(file))
    if said.status == 0:
        return []
    faults = []
    for line, text in _messages(said.output, ""):
        inner = _INNER.search(text)
        query = queries[min(max(line - 2, 0), len(queries) - 1)] if queries else (0, "")
        start = artifact.text.count("\n", 0, query[0]) + 1
        faults.append(artifact.fault(start + (int(inner["line"]) - 1 if inner else 0), TOOL, inner["text"] if inner else text))
    return faults


def _promtool(*arguments: str) -> limited.Outcome:
    return limited.run([*tools.command(tools.PROMTOOL), *arguments])


def _messages(output: str, text: str) -> Iterator[tuple[int, str]]:
    """Line and text of each message; where a query is a block of YAML, the line inside of it."""
    lines = text.split("\n")
    found = False
    for row in output.split("\n"):
        if place := _PLACE.match(row):
            line, inner = int(place["line"]), _INNER.search(row)
            if inner and line <= len(lines):
                line += int(inner["line"]) - (0 if re.search(r"[|>][+-]?\d*\s*$", lines[line - 1]) else 1)
        elif place := _FIELD.match(row):
            line = int(place["line"])
        else:
            continue
        found = True
        yield line, place["text"]
    if not found:
        yield 1, " ".join(output.replace("FAILED:", "").split()) or "promtool failed and said nothing."
