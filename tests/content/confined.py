"""What an example may do besides computing: nothing. No files, no network, no other programs, whatever it got hold of.

The rule in macros/checks/examples.py keeps names out; this keeps deeds out, by the interpreter's own audit events, where a
hook can be added and never removed. Source: https://docs.python.org/3/library/audit_events.html
"""

from __future__ import annotations

import builtins
import os
import sys
from typing import Any

from macros.checks.examples import MODULES

# Running code in memory is what an example is; the other two are what doctest does around it. Hooks are never traced.
_COMPUTING = frozenset(
    {"compile", "exec", "builtins.id", "code.__new__", "function.__new__", "object.__getattr__", "pdb.Pdb", "sys.settrace"}
)


def confine() -> None:
    """From now on this process computes, and writes to what it has open; there is no way back."""
    for name in sorted(MODULES):
        builtins.__import__(name)  # what these load later, they have now
    os.environ.clear()  # tokens of a runner are nobody's business
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...], *, allowed: frozenset[str] = _COMPUTING) -> None:
    if event == "import":
        if arguments[0] not in sys.modules:
            raise ImportError(f"an example may not import {arguments[0]}")
    elif event not in allowed:
        raise PermissionError(f"an example may only compute; this would be: {event}")
