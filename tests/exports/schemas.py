"""The schemas of version 1 as published, in tests/expected/api-v1/. `python -m tests.exports.schemas` accepts what was added to them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.exports.api import schema
from macros.exports.api.documents import DOCUMENTS

PUBLISHED = Path(__file__).parent.parent / "expected/api-v1"
_TEXTS = {"title", "description", "$id"}  # may be put better at any time


def current() -> dict[str, dict[str, Any]]:
    """Schema of each document by name, as the code has it now."""
    return {kind.name: schema(kind, f"{kind.name}.json") for kind in DOCUMENTS}


def published() -> dict[str, dict[str, Any]]:
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(PUBLISHED.glob("*.json"))}


def taken_away(before: Any, now: Any, where: str = "") -> Iterator[str]:
    """Say what a reader who relies on the schema `before` would miss in `now`."""
    if isinstance(before, dict) and isinstance(now, dict):
        named = where.endswith(("schemas", "/properties", "/$defs"))
        for key, value in before.items():
            if key in _TEXTS and not named:
                continue
            if key not in now:
                yield f"{where}/{key} is gone"
            else:
                yield from taken_away(value, now[key], f"{where}/{key}")
        if not named:
            yield from (f"{where}/{key} is a new limit" for key in sorted(now.keys() - before.keys() - _TEXTS - {"$defs"}))
    elif where.endswith(("/required", "/enum")) and isinstance(before, list) and isinstance(now, list):
        yield from (f"{where} has lost {value}" for value in before if value not in now)
    elif before != now:
        yield f"{where} was {before} and is {now}"


def main() -> int:
    before, now = published(), current()
    lost = list(taken_away(before, now, "schemas"))
    if lost:
        print("Version 1 may only grow. Put back what readers rely on, or make a version 2:", *lost, sep="\n  ", file=sys.stderr)
        return 1
    PUBLISHED.mkdir(parents=True, exist_ok=True)
    for name, value in now.items():
        (PUBLISHED / f"{name}.json").write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
