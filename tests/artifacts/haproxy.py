"""HAProxy reads its configuration with -c; defaults and a frontend are added where a page shows a backend alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests.artifacts import frame
from tests.artifacts.artifact import Artifact, Fault
from tests.support import tools

TOOL = "haproxy"
_DEFAULTS = "defaults\n  mode http\n  timeout connect 5s\n  timeout client 30s\n  timeout server 30s\n"
_LISTENER = "\nfrontend page-frame\n  mode http\n  timeout client 30s\n  bind 127.0.0.1:20080\n"
_ERROR_PAGE = "HTTP/1.0 503 Service Unavailable\r\n\r\n"
_LOOKS_UP = re.compile(r"\s*(?:server|server-template|peer|nameserver|log)\s")
_CERTIFICATE = re.compile(r"(\s(?:crt|ca-file|ca-verify-file)\s+)\S+")
_ACCOUNT = re.compile(r"^(\s*)(?:user|group|uid|gid|chroot|ca-base|crt-base|pidfile)\s.*$", re.MULTILINE)
_ERROR_FILE = re.compile(r"(\berrorfile\s+\d+\s+)\S+")
_TOLD = re.compile(
    r"^\[(?:ALERT|WARNING)\][^:]*: (?:config : )?(?:parsing )?(?:\[\S+?:(?P<line>\d+)\] ?:? ?)?(?P<text>.*)$", re.MULTILINE
)
_INNER = re.compile(r"\[\S+?page\.cfg:(\d+)\]")
_SUMMARY = re.compile(r"Error\(s\) found in configuration file|Fatal errors found in configuration|^Failed to initialize server")


def check(artifacts: Sequence[Artifact]) -> list[Fault]:
    return [fault for artifact in artifacts for fault in _check(artifact)]


def _check(artifact: Artifact) -> list[Fault]:
    before = "" if re.search(r"^defaults\b", artifact.text, re.MULTILINE) else _DEFAULTS
    with frame.folder() as folder:
        (folder / "error.http").write_text(_ERROR_PAGE, encoding="utf-8")
        file = folder / "page.cfg"
        file.write_text(before + _prepared(artifact.text, folder) + _LISTENER, encoding="utf-8")
        said = frame.run(tools.HAPROXY, folder, "-c", "-f", str(file))
    told = [match for match in _TOLD.finditer(said.output) if not _SUMMARY.search(match["text"])]
    if said.status and not told:
        return [artifact.fault(1, TOOL, " ".join(said.output.split()) or "haproxy failed and said nothing.")]
    return [artifact.fault(_line(match, artifact.text, before.count("\n")), TOOL, match["text"]) for match in told]


def _line(match: re.Match[str], text: str, before: int) -> int:
    """Line of the block; where HAProxy tells none, that of the last name that it speaks of."""
    if number := match["line"] or ((inner := _INNER.search(match["text"])) and inner[1]):
        return int(number) - before
    return frame.line_of(reversed(re.findall(r"'([^']+)'", match["text"])), text)


def _prepared(text: str, folder: Path) -> str:
    """The text, line by line as it was, with the files, accounts and names of the frame."""
    text = "\n".join(frame.resolved(line, _LOOKS_UP) for line in text.split("\n"))
    text = _ACCOUNT.sub(r"\1", text)
    text = _ERROR_FILE.sub(rf"\g<1>{folder}/error.http", text)
    return _CERTIFICATE.sub(rf"\g<1>{folder}/page.pem", text)
