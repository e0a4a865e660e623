"""`serve`: the site on this machine, made again at every change."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

HOST = "localhost"


class CannotServeError(Exception):
    """The port cannot be had; the message says how to choose another."""


def serve(port: int) -> NoReturn:
    """Replace this process by MkDocs' server, itself begun again when the package changes. Raises CannotServeError."""
    with socket.socket() as wanted:
        wanted.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            wanted.bind((HOST, port))
        except (OSError, OverflowError) as error:
            reason = "is in use" if isinstance(error, OSError) and error.errno == 98 else f"cannot be used ({error})"
            raise CannotServeError(f"Port {port} {reason}. Choose another: make serve PORT={_another(port)}") from None
    os.environ |= {"SERVING": "1", "SITE_URL": os.environ.get("SITE_URL") or f"http://{HOST}:{port}/"}
    server = f"{sys.executable} -m mkdocs serve --watch-theme --dev-addr {HOST}:{port}"
    watcher = Path(sys.executable).with_name("watchfiles")
    os.execv(watcher, [str(watcher), "--filter", "python", server, "macros"])  # noqa: S606


def _another(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else 8001
