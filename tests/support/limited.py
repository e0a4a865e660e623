"""Runs a program with limits on its time and memory."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CPU_SECONDS = 10
MEMORY_BYTES = 2 << 30
# On a busy machine a program waits longer than it works; what hangs without working is stopped as well.
WAITED = 20
_KILLED = {-9, -24, 128 + 9, 128 + 24}


@dataclass(frozen=True)
class Outcome:
    status: int
    output: str  # of both streams
    timed_out: bool


def run(
    command: list[str],
    *,
    cwd: Path | None = None,
    text: str | None = None,
    seconds: float = CPU_SECONDS,
    memory: int | None = MEMORY_BYTES,
    account: dict[str, Any] | None = None,
    environment: dict[str, str] | None = None,
) -> Outcome:
    """Run a command for at most so many seconds of processor time; `text` is its standard input.

    `account` is what subprocess takes to run it as somebody else.
    """
    limits = f"ulimit -t {max(1, round(seconds))}" + (f"; ulimit -v {memory >> 10}" if memory else "")
    try:
        result = subprocess.run(
            ["/bin/sh", "-c", f'{limits}; exec "$@"', "sh", *command],
            cwd=cwd,
            input=text if text is not None else "",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=seconds * WAITED,
            env=environment,
            check=False,
            **(account or {}),
        )
    except subprocess.TimeoutExpired as error:
        return Outcome(-9, (error.output or b"").decode(errors="replace"), timed_out=True)
    return Outcome(result.returncode, result.stdout, timed_out=result.returncode in _KILLED)
