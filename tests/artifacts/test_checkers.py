"""The checkers bite: one mistake gives one message, at its line of the page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.model.languages import KINDS
from tests.artifacts import postgresql, samples, sqlite, unit_tests
from tests.artifacts.artifact import ARTIFACTS, Artifact, Fault, artifacts_of
from tests.artifacts.checkers import CHECKERS, ELSEWHERE, check, checker_of
from tests.support import tools

SLUG = "burn-rate-alert-design"
PATH = f"docs/questions/{SLUG}.md"
PAGE = (ARTIFACTS.parent.parent / PATH).read_text(encoding="utf-8").replace("\n## Sources", f"\n{samples.BLOCKS}\n## Sources")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """What stands beside the page, to be changed."""
    for file in ARTIFACTS.glob(f"{SLUG}.*"):
        shutil.copy(file, tmp_path)
    return tmp_path


def _artifacts(text: str, files: Path, *kinds: str) -> tuple[Artifact, ...]:
    found = artifacts_of(text.encode(), PATH, files)
    return tuple(artifact for artifact in found if not kinds or checker_of(artifact) in kinds)


def _broken(old: str, new: str, kind: str, files: Path) -> tuple[list[Fault], int]:
    """What is found after one replacement, and the line on which that was made."""
    assert PAGE.count(old) == 1, old
    start = PAGE.index(old)
    return check(_artifacts(PAGE.replace(old, new), files, kind)), PAGE.count("\n", 0, start) + 1


def test_every_kind_has_a_checker() -> None:
    assert {"data" if name in {"yaml", "json", "toml"} else name for name in KINDS} == set(CHECKERS) | ELSEWHERE


def test_a_sound_page_of_every_language_passes(files: Path) -> None:
    artifacts = _artifacts(PAGE, files)
    assert {checker_of(artifact) for artifact in artifacts} == set(CHECKERS)
    assert [str(fault) for fault in check(artifacts)] == []


@pytest.mark.parametrize(
    ("kind", "old", "new", "below", "said"),
    [
        ("rules", "> 6 * 0.001\n", "> 7 * 0.001\n", 0, "`ErrorBudgetBurn` differs from"),
        (
            "rules",
            "rate(http_requests_total[5m]))\n      - alert",
            "rate(http_requests_total[5m])\n      - alert",
            1,
            "parse error",
        ),
        ("rules", "        labels: {severity", "        lables: {severity", 0, "field lables not found"),
        ("rules", "  - name: http-slo\n", "  - name: http-slos\n", 0, "has no group `http-slos`"),
        ("rules", "    rules:\n", "    interval: 1m\n    rules:\n", 0, "`interval` of group `http-slo` differs"),
        ("promql", "histogram_quantile(0.99, ", "histogram_quantile(", 0, "expected 2 argument(s)"),
        ("kubernetes", "  replicas: 3", "  replica: 3", 0, "the field `replica` is not known"),
        ("kubernetes", "readinessProbe", "readynessProbe", 0, "the field `readynessProbe` is not known"),
        ("kubernetes", "port: 8080}", "port: [8080]}", 0, "is not valid under any of the given schemas"),
        ("kubernetes", "kind: PodDisruptionBudget", "kind: PodMonitor", 0, "no `kind: PodMonitor` in `policy/v1`"),
        ("kubernetes", "  minAvailable: 2", "  selector: {}\n  minAvailable: 2", 2, "The key `selector` stands twice."),
        ("workflow", "    branches: [main]", "    branch: [main]", 0, "the field `branch` is not known"),
        ("workflow", "    runs-on: ubuntu", "    run-on: ubuntu", 0, "the field `run-on` is not known"),
        ("data", "  receiver: pager", "  receiver: [pager", 1, "expected ',' or ']'"),
        ("data", '"region": "eu-west-1",', '"region": eu-west-1,', 0, "Expecting value"),
        ("data", "size = 20", "size = twenty", 0, "Invalid value"),
        ("sh", "'systemctl reload nginx'", "'systemctl reload nginx", 0, "single quoted string"),
        ("sh", 'ssh "$host"', 'ssh "$hots"', 0, "hots is referenced but not assigned"),
        ("console", 'df -h "$HOME"', 'df -h "$HOME', 0, "double quoted string"),
        ("sql", "SELECT id,\n  amount", "SELECT id,\n  amout", 1, 'column "amout" does not exist'),
        ("sql", "FROM orders FOR UPDATE", "FORM orders FOR UPDATE", 0, "syntax error"),
        ("sql", "BEGIN;", "COPY orders FROM PROGRAM 'id';", 0, "to COPY to or from an external program"),
        ("sql", "BEGIN;", "COPY orders FROM '/etc/passwd';", 0, "to COPY from a file"),
        ("sql", "BEGIN;", "SELECT pg_read_file('/etc/passwd');", 0, "permission denied for function pg_read_file"),
        ("sql", "BEGIN;", "SET ROLE admin;", 0, "permission denied to set role"),
        ("sqlite", "  state\nFROM jobs;", "  stat\nFROM jobs;", 0, "no such column: stat"),
        ("sqlite", "SELECT id,\n  state", "ATTACH '/tmp/x.db' AS x;\nSELECT id,\n  state", 0, "not authorized"),
        ("sqlite", "SELECT id,\n  state", "VACUUM INTO '/tmp/x.db';\nSELECT id,\n  state", 0, "authorization denied"),
        ("sqlite", "SELECT id,\n  state", "SELECT load_extension('x');\nSELECT id,\n  state", 0, "not authorized"),
        ("mysql", "WHERE amount > 10", "WHERE amount >", 0, "Required keyword"),
        (
            "mysql",
            "SELECT id\nFROM orders FORCE",
            "OPTIMIZE TABLE orders;\nSELECT id\nFROM orders FORCE",
            0,
            "cannot read the statement",
        ),
        ("nginx", "proxy_pass http://checkout", "proxi_pass http://checkout", 0, 'unknown directive "proxi_pass"'),
        ("nginx", "    return 200;", "    return 200", 1, 'unexpected "}"'),
        ("nginx", "worker_processes auto", "worker_processes many", 0, "invalid"),
        ("haproxy", "balance leastconn", "balance leastcon", 0, "balance only supports"),
        ("haproxy", "default_backend www", "default_backend ww", 0, "unable to find required default_backend"),
        ("python", 'print(json.dumps({"retries": 3}))', 'print(jsn.dumps({"retries": 3}))', 0, "Undefined name `jsn`"),
        ("python", 'print(json.dumps({"retries": 3}))', 'print(json.dumps({"retries": 3})', 0, "was never closed"),
        ("js", "console.log(answer.status)", "console.log(answer.status", 0, "SyntaxError"),
        ("js", "console.log(answer.status)", "debugger", 0, "no-debugger"),
    ],
)
def test_a_mistake_is_found_at_its_line(kind: str, old: str, new: str, below: int, said: str, files: Path) -> None:
    """`below`: so many lines below the first of the new ones."""
    faults, line = _broken(old, new, kind, files)
    found = [fault for fault in faults if said in fault.text]
    assert [fault.line for fault in found] == [line + below], [str(fault) for fault in faults]


def test_a_broken_threshold_fails_its_unit_test_at_the_rule_of_the_page(files: Path) -> None:
    rules = files / f"{SLUG}.rules.yml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("> 14.4 * 0.001", "> 144 * 0.001"), encoding="utf-8")
    page = PAGE.replace("> 14.4 * 0.001", "> 144 * 0.001")
    shown = _artifacts(page, files, "rules")
    assert check(shown) == []
    faults = unit_tests.check(files / f"{SLUG}.test.yml", shown)
    assert {fault.line for fault in faults} == {page[: page.index("- alert: ErrorBudgetBurn")].count("\n") + 1}
    assert "test `fast burn" in faults[0].text
    assert "alertname: ErrorBudgetBurn, time: 6h9m" in faults[0].text


def test_rules_that_promtool_hangs_on_fail_with_the_limit(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_tests, "SECONDS", 1)
    test = files / f"{SLUG}.endless.test.yml"
    text = (files / f"{SLUG}.test.yml").read_text(encoding="utf-8")
    test.write_text(text.replace("evaluation_interval: 1m", "evaluation_interval: 10ms"), encoding="utf-8")
    faults = unit_tests.check(test, _artifacts(PAGE, files, "rules"))
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
    faults = unit_tests.check(test, _artifacts(PAGE, files, "rules"))
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
    faults, line = _broken("BEGIN;", loop, "sql", files)
    assert [(fault.line, fault.text) for fault in faults] == [(line + 1, "this statement takes more than 1 s.")]
    endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n;\nSELECT id,\n  state"
    faults, line = _broken("SELECT id,\n  state", endless, "sqlite", files)
    assert [(fault.line, fault.text) for fault in faults] == [(line, "this statement takes more than 1 s.")]


def test_tables_of_a_setup_file_are_there_and_its_faults_are_its_own(files: Path) -> None:
    setup = files / f"{SLUG}.setup.sql"
    setup.write_text("CREATE TABLE queue (id int);\n", encoding="utf-8")
    assert _broken("FROM orders FOR UPDATE", "FROM orders, queue FOR UPDATE", "sql", files)[0][0].text.startswith(
        "column reference"
    )
    setup.write_text("SELECT 1;\nSELECT nothing;\n", encoding="utf-8")
    assert [(fault.path, fault.line) for fault in check(_artifacts(PAGE, files, "sql"))] == [(setup.as_posix(), 2)]


def test_a_schema_beside_the_tests_holds_for_the_block_of_its_number(files: Path) -> None:
    (files / f"{SLUG}.2.schema.json").write_text('{"properties": {"weight": {"maximum": 5}}}', encoding="utf-8")
    faults = check(_artifacts(PAGE, files, "data"))
    line = PAGE[: PAGE.index('"weight": 10')].count("\n") + 1
    assert [str(fault) for fault in faults] == [f"{PATH}:{line}: jsonschema: weight: 10 is greater than the maximum of 5"]


def test_a_session_says_that_it_is_made_up_or_a_test_repeats_it(files: Path) -> None:
    faults, line = _broken("The output is made up:", "It looks well:", "console", files)
    assert [(fault.line, fault.text[:13]) for fault in faults] == [(line + 3, 'say "made up"')]
    (files / f"test_{SLUG.replace('-', '_')}.py").touch()
    assert _broken("The output is made up:", "It looks well:", "console", files)[0] == []


def test_an_unknown_language_is_refused(files: Path) -> None:
    faults, line = _broken("```mysql", "```ruby", "ruby", files)
    assert [(fault.line, fault.text[:27]) for fault in faults] == [(line + 1, "`ruby` has no checker. Use ")]


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
    faults = check(_artifacts(PAGE, files, kind))
    assert faults
    assert all(fault.text.startswith(f"{name} is not there. ") for fault in faults)
