"""Python and JavaScript that are shown, not executed: they parse, and their linters find nothing."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.artifacts.artifact import Artifact, Fault
from tests.support import limited, tools

_RULES = "E9,F,B"  # what is wrong, not what is ugly
_AT = re.compile(r"at \S+?:(\d+):\d+$")


def check_python(artifacts: Sequence[Artifact]) -> list[Fault]:
    return [fault for artifact in artifacts for fault in _check_python(artifact)]


def check_javascript(artifacts: Sequence[Artifact]) -> list[Fault]:
    return [fault for artifact in artifacts for fault in _check_javascript(artifact)]


def _check_python(artifact: Artifact) -> list[Fault]:
    try:
        compile(artifact.text, artifact.path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return [
            artifact.fault(
                getattr(error, "lineno", None) or 1, "python", getattr(error, "msg", str(error) or "This is nested too deeply.")
            )
        ]
    command = [*tools.command(tools.RUFF), "check", "--isolated", "--no-cache", f"--select={_RULES}", "--output-format=json", "-"]
    said = limited.run(command, text=artifact.text + "\n", memory=None)
    if said.status not in {0, 1}:
        return [artifact.fault(1, "ruff", " ".join(said.output.split()))]
    found = json.loads(said.output)
    return [artifact.fault(each["location"]["row"], "ruff", f"{each['message']} ({each['code']})") for each in found]


def _check_javascript(artifact: Artifact) -> list[Fault]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.js").write_text(artifact.text + "\n", encoding="utf-8")
        # A page may show a function and leave its use to the reader.
        command = [*tools.command(tools.DENO), "lint", "--json", "--no-config", "--rules-exclude=no-unused-vars", "page.js"]
        environment = {"DENO_DIR": folder, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
        said = limited.run(command, cwd=Path(folder), memory=None, environment=environment)
    if not said.output.startswith("{"):
        return [artifact.fault(1, "deno", " ".join(said.output.split()) or "deno said nothing.")]
    found = json.loads(said.output)
    faults = [
        artifact.fault(each["range"]["start"]["line"], "deno", f"{each['message']} ({each['code']})")
        for each in found["diagnostics"]
    ]
    for each in found["errors"]:
        line = _AT.search(each["message"].strip())
        faults.append(artifact.fault(int(line[1]) if line else 1, "deno", each["message"].split("\n", 1)[0]))
    return faults
