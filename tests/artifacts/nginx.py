"""nginx reads its configuration with -t, in the frame that the block needs: a page may show a location alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests.artifacts import frame
from tests.artifacts.artifact import Artifact, Fault
from tests.support import tools

TOOL = "nginx"
_HTTP = (
    "".join(f" {name}_temp_path temp;" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) + " access_log page.log;"
)
# What stands around a block, by the first of its own directives that says where it belongs; else it belongs into http.
_FRAMES = (
    (re.compile(r"http|events|stream|mail|user|load_module|worker_\w+"), "", ""),
    (re.compile(r"location|listen|server_name|return|rewrite|try_files|if"), f"http {{{_HTTP} server {{", "}}"),
    (re.compile(r"(?:proxy|fastcgi|grpc|uwsgi|scgi)_pass"), f"http {{{_HTTP} server {{ location / {{", "}}}"),
    (re.compile(r""), f"http {{{_HTTP}", "}"),
)
_WORDS = re.compile(r"#[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|[;{}]|[^\s;{}\"'#]+")
_LOOKS_UP = re.compile(r"(?:^|.*[\s{;])(?:server|resolver|\w+_pass)\s")
_CERTIFICATE = re.compile(r"(\b\w*(?:_certificate|_certificate_key|ssl_certificate|ssl_certificate_key)\s+)[^\s;$]+")
_WRITTEN = re.compile(r"(\b(?:access_log|error_log|pid|lock_file|\w+_temp_path|\w+_cache_path)\s+)/[^\s;]*?([^/\s;]+)(?=[\s;])")
_LISTEN = re.compile(r"((?:^|[\s{;])listen\s+)(unix:)?(?:(\[[^\]]*\]|[\w.*-]+):)?([^\s;]+)", re.MULTILINE)
_USER = re.compile(r"^(\s*)user\s[^;]*;", re.MULTILINE)
_TOLD = re.compile(
    r"(?:nginx: |^[\d/]+ [\d:]+ )\[(?P<level>\w+)\] (?:\d+#\d+: )?(?P<text>.*?)(?: in (?P<file>\S+):(?P<line>\d+))?$",
    re.MULTILINE,
)
# Of our frame, not of the page: its certificate, and that one spelling is older than the installed version.
_OURS = re.compile(r"ssl_stapling|directive is deprecated|could not open error log")


def check(artifacts: Sequence[Artifact]) -> list[Fault]:
    return [fault for artifact in artifacts for fault in _check(artifact)]


def _check(artifact: Artifact) -> list[Fault]:
    with frame.folder() as folder:
        names = directives(artifact.text)
        before, after = next(
            (head, tail) for first, head, tail in _FRAMES if any(first.fullmatch(n) for n in names) or not first.pattern
        )
        needed = ("" if "events" in names else "events {} ") + ("" if "pid" in names else "pid page.pid; ")
        (folder / "mime.types").write_text("types {}\n", encoding="utf-8")
        file = folder / "nginx.conf"
        file.write_text(f"{needed}{before}\n{_prepared(artifact.text, folder)}\n{after}\n", encoding="utf-8")
        said = frame.run(tools.NGINX, folder, "-t", "-q", "-p", f"{folder}/", "-c", str(file), "-e", "stderr")
    told = [match for match in _TOLD.finditer(said.output) if not _OURS.search(match["text"])]
    if said.status and not told:
        return [artifact.fault(1, TOOL, " ".join(said.output.split()) or "nginx failed and said nothing.")]
    return [artifact.fault(_line(match, artifact.text), TOOL, match["text"]) for match in told]


def directives(text: str) -> list[str]:
    """The directives that stand in no block of the text."""
    found, depth, fresh = [], 0, True
    for word in _WORDS.findall(text):
        if word.startswith("#"):
            continue
        if fresh and not depth and word not in {";", "{", "}"}:
            found.append(word)
        fresh = word in {";", "{", "}"}
        depth += {"{": 1, "}": -1}.get(word, 0)
    return found


def _line(match: re.Match[str], text: str) -> int:
    """Line of the block; where nginx tells none, that of the name it is about."""
    if match["line"]:
        return int(match["line"]) - 1  # our frame's own line stands before
    return frame.line_of(re.findall(r'"([^"]+)"', match["text"]), text)


def _prepared(text: str, folder: Path) -> str:
    """The text, line by line as it was, with the files, ports and names of the frame."""
    lines = [frame.resolved(line, _LOOKS_UP) for line in text.split("\n")]
    text = "\n".join(lines)
    text = _CERTIFICATE.sub(rf"\g<1>{folder}/page.pem", text)
    text = _WRITTEN.sub(r"\1\2", text)
    text = re.sub(r"(\binclude\s+)\S*/mime\.types", r"\1mime.types", text)
    text = _USER.sub(r"\1", text)
    text = re.sub(r"(^\s*http\s*\{)", rf"\1{_HTTP}", text, count=1, flags=re.MULTILINE)
    return _LISTEN.sub(lambda match: match[1] + _address(match, folder), text)


def _address(match: re.Match[str], folder: Path) -> str:
    """An address of this machine's own, and a port that anybody may open: nginx opens them even to test."""
    if match[2]:
        return f"unix:{folder}/{Path(match[4]).name}"
    host, port = match[3], match[4]
    if not port.isdigit():
        return match[0][len(match[1]) :] if port.startswith("$") else "127.0.0.4:20080"
    home = "127.0.0.1" if host in {None, "*", "0.0.0.0"} else "127.0.0.2" if host.startswith("[") else "127.0.0.3"
    return f"{home}:{20000 + int(port) % 20000}" if int(port) <= 65535 else match[0][len(match[1]) :]
