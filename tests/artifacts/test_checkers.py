"""The checkers bite: one mistake gives one message, at its line of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model.languages import KINDS
from tests.artifacts import unit_tests
from tests.artifacts.artifact import Artifact
from tests.artifacts.checkers import CHECKERS, ELSEWHERE, check, checker_of
from tests.artifacts.samples import PAGE, PATH, SLUG, artifacts, broken
from tests.artifacts.shown import differences


def test_every_kind_has_a_checker() -> None:
    assert {"data" if name in {"yaml", "json", "toml"} else name for name in KINDS} == set(CHECKERS) | ELSEWHERE


def test_a_sound_page_of_every_language_passes(files: Path) -> None:
    found = artifacts(PAGE, files)
    assert {checker_of(artifact) for artifact in found} == set(CHECKERS)
    assert [str(fault) for fault in check(found)] == []


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
    faults, line = broken(old, new, kind, files)
    found = [fault for fault in faults if said in fault.text]
    assert [fault.line for fault in found] == [line + below], [str(fault) for fault in faults]


def test_a_broken_threshold_fails_its_unit_test_at_the_rule_of_the_page(files: Path) -> None:
    rules = files / f"{SLUG}.rules.yml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("> 14.4 * 0.001", "> 144 * 0.001"), encoding="utf-8")
    page = PAGE.replace("> 14.4 * 0.001", "> 144 * 0.001")
    shown = artifacts(page, files, "rules")
    assert check(shown) == []
    faults = unit_tests.check(files / f"{SLUG}.test.yml", shown)
    assert {fault.line for fault in faults} == {page[: page.index("- alert: ErrorBudgetBurn")].count("\n") + 1}
    assert "test `fast burn" in faults[0].text
    assert "alertname: ErrorBudgetBurn, time: 6h9m" in faults[0].text


QUERY = "max by (zone) (rate(lost_total[1m]))"
ASKED = f"""rule_files: []
tests:
  - interval: 1m
    input_series: [{{series: 'lost_total{{zone="a"}}', values: 0+60x5}}]
    promql_expr_test: [{{expr: 'round({QUERY})', eval_time: 5m, exp_samples: [{{labels: '{{zone="a"}}', value: 1}}]}}]
"""


@pytest.mark.parametrize(
    ("shown", "asked", "said"),
    [
        (QUERY, ASKED, ""),
        (QUERY.replace(" (rate", "\n  (rate"), ASKED, ""),
        (QUERY, ASKED.replace("value: 1", "value: 2"), 'expr: "round('),
        (QUERY.replace("max", "min"), ASKED, "the page does not show the query `round(max by"),
        (QUERY, ASKED.replace("[]", "[page.rules.yml]"), "`rule_files` is []."),
        (QUERY, ASKED.partition("  - ")[0], "there is no test in it."),
        ("", ASKED, "no page shows a rule or a query"),
    ],
)
def test_a_unit_test_of_a_query_asks_what_the_page_shows(shown: str, asked: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "page.test.yml"
    file.write_text(asked, encoding="utf-8")
    blocks = [Artifact("docs/questions/page.md", "page", "promql", shown, 9, "", tmp_path)] if shown else []
    faults = unit_tests.check(file, blocks)
    assert [said in fault.text for fault in faults] == [True] * bool(said), faults


def test_tables_of_a_setup_file_are_there_and_its_faults_are_its_own(files: Path) -> None:
    setup = files / f"{SLUG}.setup.sql"
    setup.write_text("CREATE TABLE queue (id int);\n", encoding="utf-8")
    assert broken("FROM orders FOR UPDATE", "FROM orders, queue FOR UPDATE", "sql", files)[0][0].text.startswith(
        "column reference"
    )
    setup.write_text("SELECT 1;\nSELECT nothing;\n", encoding="utf-8")
    assert [(fault.path, fault.line) for fault in check(artifacts(PAGE, files, "sql"))] == [(setup.as_posix(), 2)]


def test_a_schema_beside_the_tests_holds_for_the_block_of_its_number(files: Path) -> None:
    (files / f"{SLUG}.2.schema.json").write_text('{"properties": {"weight": {"maximum": 5}}}', encoding="utf-8")
    faults = check(artifacts(PAGE, files, "data"))
    line = PAGE[: PAGE.index('"weight": 10')].count("\n") + 1
    assert [str(fault) for fault in faults] == [f"{PATH}:{line}: jsonschema: weight: 10 is greater than the maximum of 5"]


def test_a_session_says_that_it_is_made_up_or_a_test_repeats_it(files: Path) -> None:
    faults, line = broken("The output is made up:", "It looks well:", "console", files)
    assert [(fault.line, fault.text[:13]) for fault in faults] == [(line + 3, 'say "made up"')]
    (files / f"test_{SLUG.replace('-', '_')}.py").touch()
    assert broken("The output is made up:", "It looks well:", "console", files)[0] == []


def test_an_unknown_language_is_refused(files: Path) -> None:
    faults, line = broken("```mysql", "```ruby", "ruby", files)
    assert [(fault.line, fault.text[:27]) for fault in faults] == [(line + 1, "`ruby` has no checker. Use ")]


def test_a_block_of_text_at_the_end_of_the_fence_is_the_same_in_the_file(tmp_path: Path) -> None:
    text = "groups:\n  - name: g\n    rules:\n      - record: a:b\n        expr: |\n          sum(up)"
    file = tmp_path / "page.rules.yml"
    file.write_text(f"{text}\n", encoding="utf-8")
    artifact = Artifact("docs/questions/page.md", "page", "yaml", text, 1, "", tmp_path)
    assert differences(artifact, file) == []
    file.write_text(f"{text} + 1\n", encoding="utf-8")
    assert len(differences(artifact, file)) == 1
