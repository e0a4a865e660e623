"""Scripts and styles as deno wants them: format, lint and types (`checkJs`, strict). It needs no network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publishing.test_scripts import OURS, SCRIPTS

WORKER = "offline/service-worker.js"


def deno(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ) | {"DENO_DIR": str(folder / "deno"), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    return subprocess.run(
        [str(Path(sys.executable).parent / "deno"), *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def told(result: subprocess.CompletedProcess[str]) -> str:
    """What deno says, if it says that something is wrong."""
    return result.stdout + result.stderr if result.returncode else ""


@pytest.mark.parametrize(("arguments", "remedy"), [(("fmt", "--check"), "run .venv/bin/deno fmt"), (("lint",), "see the rule")])
def test_format_and_lint(tmp_path: Path, arguments: tuple[str, ...], remedy: str) -> None:
    result = deno(tmp_path, *arguments)
    assert told(result) == "", remedy
    assert "Checked " in result.stdout + result.stderr


def test_types_of_pages(tmp_path: Path) -> None:
    files = [str(SCRIPTS / name) for name in OURS if name != WORKER]
    assert told(deno(tmp_path, "check", "--no-remote", "--no-npm", *files)) == ""


def test_types_of_the_worker(tmp_path: Path) -> None:
    """It runs beside the pages, with other globals."""
    settings = json.loads((ROOT / "deno.json").read_text(encoding="utf-8"))
    settings["compilerOptions"]["lib"] = ["webworker", "esnext"]
    (tmp_path / "deno.json").write_text(json.dumps(settings), encoding="utf-8")
    arguments = ("check", "--no-remote", "--no-npm", "--config", str(tmp_path / "deno.json"))
    assert told(deno(tmp_path, *arguments, str(SCRIPTS / WORKER))) == ""


def test_a_mistake_in_a_type_is_found(tmp_path: Path) -> None:
    script = tmp_path / "broken.js"
    script.write_text("/** @param {number} minutes */\nexport const asked = (minutes) => minutes.trim();\n", encoding="utf-8")
    assert "Property 'trim' does not exist" in told(deno(tmp_path, "check", "--config", str(ROOT / "deno.json"), str(script)))
