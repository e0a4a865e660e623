"""promtool runs the unit tests that stand beside a page, over its rules file or over the queries that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from tests.artifacts import shown
from tests.artifacts.artifact import Artifact, Fault, relative
from tests.support import limited, tools

TOOL = "promtool"
SECONDS = 3
_FAILED = re.compile(r"^    (?:name: (?P<test>.*),\n    )?(?P<what>(?:alertname|expr): .*(?:\n {8}.*)*)", re.MULTILINE)


def files_of(folder: Path, slug: str = "*") -> list[Path]:
    """The unit tests of a page; of every page where none is named."""
    return sorted({*folder.glob(f"{slug}.test.yml"), *folder.glob(f"{slug}.*.test.yml")})


def check(file: Path, artifacts: Sequence[Artifact]) -> list[Fault]:
    """A fault for each expectation of the file that is not met, at the rule or the query of the page that it is about."""
    name = relative(file)
    rules = [artifact for artifact in artifacts if artifact.name == "rules"]
    queries = [artifact for artifact in artifacts if artifact.name == "promql"]
    if not (rules or queries):
        return [Fault(name, 1, TOOL, "no page shows a rule or a query that it tests.")]
    if wrong := _idle(file, rules, queries):
        return [Fault(name, 1, TOOL, wrong)]
    blocks = rules or queries
    said = limited.run([*tools.command(tools.PROMTOOL), "test", "rules", file.name], cwd=file.parent, seconds=SECONDS)
    if said.timed_out:
        return [blocks[0].fault(1, TOOL, f"the unit tests of {name} take more than {SECONDS} s.")]
    if said.status == 0:
        return []
    failures = {_text(match, name): match["what"] for match in _FAILED.finditer(said.output)}
    if not failures:
        return [blocks[0].fault(1, TOOL, f"{name}: {' '.join(said.output.split())[:500]}")]
    return [_at_rule(what, text, rules) if rules else _at_query(what, text, queries) for text, what in failures.items()]


def _idle(file: Path, rules: Sequence[Artifact], queries: Sequence[Artifact]) -> str:
    """Why the file tests nothing of the page: promtool calls that a success."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        tests, files = content.get("tests") or (), content.get("rule_files") or []
        idle = [test.get("name", "") for test in tests if not (test.get("alert_rule_test") or test.get("promql_expr_test"))]
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError):
        return ""  # promtool says it better
    if files != (expected := [f"{file.name.partition('.')[0]}.rules.yml"] if rules else []):
        return f"`rule_files` is [{', '.join(expected)}]."
    if not rules:
        # Without rules, only the page's own query makes it a test of the page; more may stand around it, such as `round(…)`.
        asked = [each["expr"] for test in tests for each in test.get("promql_expr_test") or ()]
        strange = [expr for expr in asked if not any(query in _bare(expr) for _, query in _queries(queries))]
        if strange:
            return f"the page does not show the query `{' '.join(strange[0].split())}`."
    return f"test `{idle[0]}` expects nothing." if idle else "" if tests else "there is no test in it."


def _queries(artifacts: Sequence[Artifact]) -> Iterator[tuple[Artifact, str]]:
    for artifact in artifacts:
        for query in re.split(r"\n[ \t]*\n", artifact.text):
            if query.strip():
                yield artifact, _bare(query)


def _bare(query: str) -> str:
    """Without white space, by which promtool's messages and the page may differ."""
    return "".join(query.split())


def _text(match: re.Match[str], file: str) -> str:
    test = f", test `{match['test']}`" if match["test"] else ""
    return f"{file}{test}: {' '.join(match['what'].split())}"


def _at_query(what: str, text: str, queries: Sequence[Artifact]) -> Fault:
    """At the block whose query a failed expectation asks."""
    artifact = next((artifact for artifact, query in _queries(queries) if query in _bare(what)), queries[0])
    return artifact.fault(1, TOOL, text)


def _at_rule(what: str, text: str, rules: Sequence[Artifact]) -> Fault:
    """At the rule that a failed expectation names; at the start of the first block where the page shows none of them."""
    for artifact in rules:
        for name, line in shown.names(artifact):
            if re.search(rf"(?<![\w:]){re.escape(name)}(?![\w:])", what):
                return artifact.fault(line, TOOL, text)
    return rules[0].fault(1, TOOL, text)
