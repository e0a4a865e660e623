"""What never ends, tests nothing, nests too deeply or has no tool is a fault like any other; nothing is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.artifacts import postgresql, sqlite, unit_tests
from tests.artifacts.artifact import Artifact
from tests.artifacts.checkers import check
from tests.artifacts.samples import PAGE, PATH, SLUG, artifacts, broken
from tests.support import tools


def test_rules_that_promtool_hangs_on_fail_with_the_limit(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_tests, "SECONDS", 1)
    test = files / f"{SLUG}.endless.test.yml"
    text = (files / f"{SLUG}.test.yml").read_text(encoding="utf-8")
    test.write_text(text.replace("evaluation_interval: 1m", "evaluation_interval: 10ms"), encoding="utf-8")
    faults = unit_tests.check(test, artifacts(PAGE, files, "rules"))
    assert [fault.text.rpartition("/")[2] for fault in faults] == [f"{test.name} take more than 1 s."]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    alert_rule_test:", "    alert_test:", "field alert_test not found"),
        ("  - burn-rate-alert-design.rules.yml", "  - other.rules.yml", "`rule_files` is [burn-rate-alert-design.rules.yml]."),
        ("tests:\n", "tests: []\nothers:\n", "there is no test in it."),
        ("tests:\n", "tests:\n  - name: idle\n", "test `idle` expects nothing."),
    ],
)
def test_unit_tests_that_test_nothing_are_refused(old: str, new: str, said: str, files: Path) -> None:
    test = files / f"{SLUG}.test.yml"
    test.write_text(test.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    faults = unit_tests.check(test, artifacts(PAGE, files, "rules"))
    assert [said in fault.text for fault in faults] == [True]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("sql", "\n", "the block is empty."),
        ("yaml", "groups: []\n", "these groups have no rule."),
        ("yaml", "a: &a [1, *a]\n", "This refers to itself."),
        (
            "yaml",
            "a: &a [1, 1, 1, 1, 1, 1, 1, 1]\n"
            + "".join(
                f"{name}: &{name} [{', '.join([f'*{before}'] * 8)}]\n"
                for before, name in zip("abcdefgh", "bcdefghi", strict=True)
            ),
            "This has more than 10,000 values.",
        ),
        ("json", "[" * 100_000, "This is nested too deeply."),
        ("toml", "a = " + "[" * 100_000, "This is nested too deeply."),
        ("python", "(" * 100_000, "too many nested parentheses"),
        ("sql", "SELECT " + "(" * 100_000, "memory exhausted"),
        ("mysql", "SELECT " + "(" * 100_000, "This is nested too deeply."),
        ("promql", "(" * 100_000, "unclosed left parenthesis"),
        ("nginx", "{" * 1000, 'unexpected "{"'),
        ("js", "(" * 20, "SyntaxError"),
    ],
    ids=lambda value: value[:20].strip(),
)
def test_nothing_that_a_block_holds_breaks_a_checker(language: str, text: str, said: str, files: Path) -> None:
    faults = check([Artifact(PATH, SLUG, language, text, 10, "", files)])
    assert [(fault.line, said in fault.text) for fault in faults] == [(10, True)], [str(fault)[:200] for fault in faults]


def test_a_statement_that_never_ends_fails_with_the_limit(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (postgresql, sqlite):
        monkeypatch.setattr(module, "STATEMENT_SECONDS", 1)
    loop = "SET statement_timeout = 0;\nSELECT pg_sleep(60);"
    faults, line = broken("BEGIN;", loop, "sql", files)
    assert [(fault.line, fault.text) for fault in faults] == [(line + 1, "this statement takes more than 1 s.")]
    endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n;\nSELECT id,\n  state"
    faults, line = broken("SELECT id,\n  state", endless, "sqlite", files)
    assert [(fault.line, fault.text) for fault in faults] == [(line, "this statement takes more than 1 s.")]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("rules", "promtool"),
        ("promql", "promtool"),
        ("sh", "shellcheck"),
        ("console", "shellcheck"),
        ("python", "ruff"),
        ("js", "deno"),
        ("sql", "initdb"),
        ("nginx", "nginx"),
        ("haproxy", "haproxy"),
    ],
)
def test_a_missing_tool_is_a_failure_with_its_name(kind: str, name: str, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = tools.find
    monkeypatch.setattr(tools, "find", lambda tool: None if tool.name == name else real(tool))
    faults = check(artifacts(PAGE, files, kind))
    assert faults
    assert all(fault.text.startswith(f"{name} is not there. ") for fault in faults)
