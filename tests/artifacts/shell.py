"""Shell: shellcheck reads it, nobody runs it. A session on a terminal is the commands after its prompts."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from tests.artifacts.artifact import Artifact, Fault
from tests.support import limited, tools

TOOL = "shellcheck"
PROMPT = "$ "
_CONTINUED = "> "
_MADE_UP = re.compile(r"\bmade[ -]up\b", re.IGNORECASE)


def check_scripts(artifacts: Sequence[Artifact]) -> list[Fault]:
    return [fault for artifact in artifacts for fault in _lint(artifact, artifact.text)]


def check_sessions(artifacts: Sequence[Artifact]) -> list[Fault]:
    """The commands are sound, and the reader is told that the output is made up, or a test repeats it."""
    faults = []
    for artifact in artifacts:
        faults += _check_session(artifact)
        test = artifact.files / f"test_{artifact.slug.replace('-', '_')}.py"
        if not _MADE_UP.search(artifact.lead) and not test.is_file():
            message = f'say "made up" in the paragraph before, or repeat the session in tests/artifacts/{test.name}.'
            faults.append(artifact.fault(1, "console", message))
    return faults


def _check_session(artifact: Artifact) -> list[Fault]:
    commands = commands_of(artifact.text)
    if not artifact.text.startswith(PROMPT):
        return [artifact.fault(1, "console", f"a session begins with a command after the prompt `{PROMPT}`.")]
    return _lint(artifact, commands)


def commands_of(text: str) -> str:
    """The commands of a session, each on its line; empty lines where the output was."""
    lines: list[str] = []
    continued = False
    for line in text.split("\n"):
        if line.startswith(PROMPT):
            kept = line.removeprefix(PROMPT)
        elif continued:
            kept = line.removeprefix(_CONTINUED)
        else:
            kept = ""
        continued = kept.endswith("\\")
        lines.append(kept)
    return "\n".join(lines)


def _lint(artifact: Artifact, script: str) -> list[Fault]:
    shell = [] if script.startswith("#!") else ["--shell=bash"]
    command = [*tools.command(tools.SHELLCHECK), "--norc", "--format=json1", *shell, "-"]
    said = limited.run(command, text=script + "\n", memory=None)
    if said.timed_out or said.status not in {0, 1}:
        return [artifact.fault(1, TOOL, " ".join(said.output.split()) or "shellcheck takes too long.")]
    comments = sorted(json.loads(said.output)["comments"], key=lambda comment: (comment["line"], -comment["code"]))
    syntax = [comment for comment in comments if comment["code"] < 2000 and comment["level"] != "info"]
    # One broken quote is told several times over; what follows it is read wrongly.
    told = syntax[:1] or comments
    return [artifact.fault(comment["line"], TOOL, f"{comment['message']} (SC{comment['code']})") for comment in told]
