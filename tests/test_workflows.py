"""Workflows, forms and settings for GitHub, which cannot run here: their schemas, their safety, their thinness."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
SCHEMAS = [(str(path), "vendor.github-workflows") for path in WORKFLOWS] + [
    (str(ROOT / ".github/dependabot.yml"), "vendor.dependabot"),
]


@pytest.mark.parametrize(("file", "schema"), SCHEMAS)
def test_schema(file: str, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, file]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_zizmor_finds_nothing_in_its_strictest_persona() -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    command = [str(zizmor), "--offline", "--no-progress", "--persona", "auditor", str(ROOT / ".github")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_full_hash(path: Path) -> None:
    uses = re.findall(r"uses:\s*(\S+)", path.read_text(encoding="utf-8"))
    assert uses
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in uses)


def test_ci_runs_what_a_newcomer_runs() -> None:
    ci = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    assert "make test" in ci
    assert "pull_request_target" not in ci
    jobs = yaml.safe_load(ci)["jobs"]
    assert "pages" not in jobs["test"].get("permissions", {})


def test_ci_run_calls_make_test_and_nothing_more() -> None:
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").split("\n")[1:] == ["exec make test", ""]


def test_no_registry_address_is_committed() -> None:
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    hosts = re.compile("|".join(["files." + "pythonhosted", "pypi" + r"\.org/simple", "registry." + "npmjs"]))
    texts = {name: (ROOT / name).read_text(encoding="utf-8", errors="ignore") for name in files if (ROOT / name).is_file()}
    assert [name for name, text in texts.items() if hosts.search(text)] == []
