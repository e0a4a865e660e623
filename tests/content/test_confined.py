"""An example that got hold of everything still does nothing: reported from outside, with `check` switched off."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Reaches the builtins by a special method of a class; `check` refuses classes, and this is what they were good for.
REACH = """>>> import functools
>>> got = []
>>> class W:
...     def __setattr__(self, name, value): got.append(value)
>>> u = "_" + "_"
>>> w = functools.update_wrapper(W(), functools.wraps, [u + "globals" + u], [])
>>> b = got[0][u + "builtins" + u]
>>> load = b[u + "import" + u]
>>> o = load("os")
"""


def run(tmp_path: Path, deed: str) -> subprocess.CompletedProcess[str]:
    page = tmp_path / "page.md"
    page.write_text(f"```pycon\n{REACH}>>> {deed}\n```\n", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "tests.content.examples", str(page)],
        cwd=ROOT,
        env=dict(os.environ) | {"TOKEN": "hunter2"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize(
    "deed",
    [
        'x = o.system("id")',
        'x = b["open"]("/etc/passwd")',
        'x = b["open"]("made", "w")',
        'o.remove("page.md")',
        'o.mkdir("made")',
        'x = o.listdir("/")',
        "x = o.fork()",
        "o.kill(o.getppid(), 0)",
        'x = load("subprocess").run(["id"])',
        'x = load("socket").socket()',
        'x = load("ctypes")',
        'x = load("gc").get_objects()',
        'x = load("sys")._getframe()',
    ],
)
def test_a_deed_is_refused(tmp_path: Path, deed: str) -> None:
    done = run(tmp_path, deed)
    assert done.returncode == 1
    assert "an example may" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_there_is_no_secret_to_read(tmp_path: Path) -> None:
    done = run(tmp_path, 'o.environ["TOKEN"]')
    assert "KeyError" in done.stderr
    assert "hunter2" not in done.stdout + done.stderr


def test_the_way_there_works(tmp_path: Path) -> None:
    """Else the tests above would prove nothing."""
    done = run(tmp_path, "o.sep == '/'\nTrue")
    assert done.returncode == 0, done.stderr
