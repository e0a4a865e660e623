"""The history of docs/ in git: when each page last changed."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

from macros.model.changes import Changes

_CODE = ("macros/exports", "macros/rendering")
_COMMIT = "\x01"


def changes_of(docs: Path) -> Changes:
    """Times of the last commits; no times where `docs` is in no repository. A shallow copy knows later times only, which is safe."""
    root = docs.resolve().parent
    pages: dict[str, datetime.datetime] = {}
    time: datetime.datetime | None = None
    # Quoted names would not be found again, hence -z; --relative makes names begin with the folder of the pages.
    for piece in _git(root, "log", "-z", "--name-only", "--no-renames", "--relative", f"--format={_COMMIT}%ct", "--", docs.name):
        name = piece.removeprefix("\n")
        if name.startswith(_COMMIT):
            time = _time(name.removeprefix(_COMMIT))
        elif name and time:
            pages[name] = max(time, pages.get(name, time))
    code = [_time(line) for line in _git(root, "log", "-z", "-1", "--format=%ct", "--", *_CODE) if line]
    return Changes(pages, max(code, default=None))


def _git(root: Path, *arguments: str) -> list[str]:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        return []
    return done.stdout.decode("utf-8", "surrogateescape").split("\0") if done.returncode == 0 else []


def _time(seconds: str) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
