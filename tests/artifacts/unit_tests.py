"""promtool runs the unit tests that stand beside a page, over its rules file."""

from __future__ import annotations

import re
from collections.abc import Sequence
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


def check(file: Path, rules: Sequence[Artifact]) -> list[Fault]:
    """A fault for each expectation of the file that is not met, at the rule of the page that it is about."""
    name = relative(file)
    if wrong := _idle(file):
        return [Fault(name, 1, TOOL, wrong)]
    said = limited.run([*tools.command(tools.PROMTOOL), "test", "rules", file.name], cwd=file.parent, seconds=SECONDS)
    if said.timed_out:
        return [rules[0].fault(1, TOOL, f"the unit tests of {name} take more than {SECONDS} s.")]
    if said.status == 0:
        return []
    failures = {_text(match, name): match["what"] for match in _FAILED.finditer(said.output)}
    if not failures:
        return [rules[0].fault(1, TOOL, f"{name}: {' '.join(said.output.split())[:500]}")]
    return [_at_rule(what, text, rules) for text, what in failures.items()]


def _idle(file: Path) -> str:
    """Why the file tests nothing of the page: promtool calls that a success."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        tests, rules = content.get("tests") or (), content.get("rule_files")
        idle = [test.get("name", "") for test in tests if not (test.get("alert_rule_test") or test.get("promql_expr_test"))]
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError):
        return ""  # promtool says it better
    if rules != [expected := f"{file.name.partition('.')[0]}.rules.yml"]:
        return f"`rule_files` is [{expected}]."
    return f"test `{idle[0]}` expects nothing." if idle else "" if tests else "there is no test in it."


def _text(match: re.Match[str], file: str) -> str:
    test = f", test `{match['test']}`" if match["test"] else ""
    return f"{file}{test}: {' '.join(match['what'].split())}"


def _at_rule(what: str, text: str, rules: Sequence[Artifact]) -> Fault:
    """At the rule that a failed expectation names; at the start of the first block where the page shows none of them."""
    for artifact in rules:
        for name, line in shown.names(artifact):
            if re.search(rf"(?<![\w:]){re.escape(name)}(?![\w:])", what):
                return artifact.fault(line, TOOL, text)
    return rules[0].fault(1, TOOL, text)
