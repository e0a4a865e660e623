"""What a server's configuration is tried in: a temporary folder, a throw-away certificate, and names that lead nowhere."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.support import limited, tools

NOWHERE = "192.0.2.1"  # RFC 5737: documentation only
_EXAMPLE = re.compile(r"(?<![\w.-])(?:[\w-]+\.)*(?:example\.(?:com|net|org)|[\w-]+\.(?:example|test|internal))(?![\w.-])")


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """A folder for the user that the server is checked as, with `page.pem`: a certificate and its key."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        (path / "page.pem").write_text(_certificate(), encoding="utf-8")
        yield path


def run(tool: tools.Tool, path: Path, *arguments: str) -> limited.Outcome:
    command = tools.command_for(tool, path)
    tools.hand_over(path, *path.iterdir())
    environment = {"PATH": os.environ["PATH"], "TMPDIR": str(path)}
    return limited.run([*command, *arguments], cwd=path, memory=None, account=tools.account(), environment=environment)


def line_of(names: Iterable[str], text: str) -> int:
    """Line of the last mention of the first name that the text has; the first line where it has none."""
    for name in names:
        if found := list(re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)):
            return text.count("\n", 0, found[-1].start()) + 1
    return 1


def resolved(line: str, directives: re.Pattern[str]) -> str:
    """The line with the example names resolved, where its directive looks names up."""
    return _EXAMPLE.sub(NOWHERE, line) if directives.match(line) else line


@functools.cache
def _certificate() -> str:
    with tempfile.TemporaryDirectory() as name:
        options = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=example.com"
        files = ["-keyout", "key.pem", "-out", "certificate.pem"]
        said = limited.run([*tools.command(tools.OPENSSL), *options.split(), *files], cwd=Path(name), memory=None)
        if said.status:
            raise RuntimeError(f"openssl made no certificate: {said.output}")
        return Path(name, "certificate.pem").read_text("utf-8") + Path(name, "key.pem").read_text("utf-8")
