"""One throw-away PostgreSQL server for a whole test run: the first process that asks starts it, the last one's end stops it.

Run as a command, this module is the keeper: it starts the server, and removes everything once the test run is gone, however
that ended.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.support import tools

ADMIN, READER = "admin", "reader"  # the reader runs what pages show, and is no superuser: no files, no programs
_SECONDS = 90
_KEEPERS: list[subprocess.Popen[bytes]] = []  # held until the end: they outlive this process
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "shared_buffers": "16MB",
    "max_connections": "20",
    "temp_file_limit": "100MB",
    "jit": "off",
}


class ServerError(Exception):
    """The server did not start; the message is its log."""


@dataclass(frozen=True)
class Server:
    socket: Path

    def connect(self, user: str, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(host=str(self.socket), user=user, dbname=database, autocommit=True)


def server() -> Server:
    """The server of this test run, started if it is not there yet. Raises ToolMissingError where there is no PostgreSQL."""
    for tool in (tools.INITDB, tools.POSTGRES):
        tools.command(tool)
    run = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
    folder = Path(tempfile.gettempdir()) / f"artifacts-postgres-{os.geteuid()}-{run}"
    folder.mkdir(mode=0o755, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise ServerError(f"{folder} is somebody else's.")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one process starts it, the others wait
        if not (folder / "ready").exists():
            _start(folder, run)
    return Server(folder / "socket")


def _start(folder: Path, run: int) -> None:
    with (folder / "log").open("w") as log:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "tests.support.postgres", str(folder), str(run)],
            cwd=Path(__file__).parent.parent.parent,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    _KEEPERS.append(keeper)
    end = time.monotonic() + _SECONDS
    while not (folder / "ready").exists():
        if keeper.poll() is not None or time.monotonic() > end:
            keeper.kill()
            raise ServerError((folder / "log").read_text(encoding="utf-8", errors="replace")[-2000:])
        time.sleep(0.05)


def keep(folder: Path, run: int) -> None:
    """Start the server, wait until the process `run` is gone, stop the server and remove the folder."""
    account = tools.account()  # PostgreSQL refuses to run as root
    for part in ("data", "socket"):
        (folder / part).mkdir(mode=0o700)
        tools.hand_over(folder / part)
    initdb, postgres = (tools.command_for(tool, folder) for tool in (tools.INITDB, tools.POSTGRES))
    data = str(folder / "data")
    options = [f"-D{data}", f"-U{ADMIN}", "-Atrust", "-EUTF8", "--no-locale", "--no-sync"]
    subprocess.run([*initdb, *options], cwd=data, check=True, **account)
    settings = [f"-c{name}={value}" for name, value in _SETTINGS.items()]
    process = subprocess.Popen([*postgres, "-D", data, "-k", str(folder / "socket"), *settings], cwd=data, **account)
    try:
        _await(Server(folder / "socket"))
        (folder / "ready").touch()
        while _alive(run):
            time.sleep(0.3)
    finally:
        process.send_signal(signal.SIGINT)  # a fast shutdown
        process.wait(timeout=_SECONDS)
        shutil.rmtree(folder)


def _await(started: Server) -> None:
    end = time.monotonic() + _SECONDS
    while True:
        try:
            with started.connect(ADMIN) as connection:
                connection.execute(f"CREATE ROLE {READER} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE")
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    keep(Path(sys.argv[1]), int(sys.argv[2]))
