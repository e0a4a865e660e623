"""Unpacks a package of Debian or Ubuntu into a folder, so that nothing is installed and no service is started."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path

_SECONDS = 600
_PROGRAMS = ("usr/bin", "usr/sbin", "usr/lib/postgresql/*/bin")
_INSTALLED = re.compile(r"^Inst (?P<package>\S+) ", re.MULTILINE)


def command(folder: Path, name: str) -> list[str] | None:
    """The command that starts an unpacked program with the libraries unpacked beside it, or None."""
    found = [path for place in _PROGRAMS for path in sorted(folder.glob(f"{place}/{name}"))]
    if not found:
        return None
    libraries = sorted({str(path.parent) for path in folder.glob("usr/lib/*-linux-gnu*/*.so*")})
    return ["env", f"LD_LIBRARY_PATH={':'.join(libraries)}", str(found[-1])] if libraries else [str(found[-1])]


def unpack(package: str, folder: Path, *, alone: bool) -> None:
    """Unpack `package` and, unless it needs nothing, whatever it depends on that the system does not have.

    Where apt cannot get them the folder is left as it was: the caller looks for the program and says what is missing.
    """
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        return
    state = folder.parent / "apt"
    for part in ("lists/partial", "archives/partial"):
        (state / part).mkdir(parents=True, exist_ok=True)
    # Lists of our own, so that it works without root and whatever state the system's are in.
    own = [f"-oDir::State::Lists={state / 'lists'}", f"-oDir::Cache={state}", "-oDebug::NoLocking=1"]
    if os.geteuid() == 0:
        own.append("-oAPT::Sandbox::User=root")
    _update(tuple(own), state)
    packages = [package]
    if not alone:
        plan = _run(["apt-get", *own, "-s", "--no-install-recommends", "install", package], state)
        packages = _INSTALLED.findall(plan) or [package]
    downloads = state / package
    downloads.mkdir(exist_ok=True)
    _run(["apt-get", *own, "-qq", "download", *packages], downloads)
    folder.mkdir(parents=True, exist_ok=True)
    for archive in sorted(downloads.glob("*.deb")):
        _run(["dpkg", "-x", str(archive), str(folder)], downloads)
    shutil.rmtree(downloads)


@functools.cache  # once, however many packages are unpacked
def _update(own: tuple[str, ...], state: Path) -> None:
    _run(["apt-get", *own, "-qq", "update"], state)


def _run(arguments: list[str], folder: Path) -> str:
    try:
        result = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return ""
    return result.stdout
