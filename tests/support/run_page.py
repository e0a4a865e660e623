"""Runs the examples and the artifacts of one page, as `make test` does: `python -m tests.support.run_page PAGE`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support import tools

ROOT = Path(__file__).parent.parent.parent


def selection(page: str) -> str:
    """What pytest's -k takes for the tests of a page: its own ids, and those of the unit tests beside it."""
    slug = Path(page).stem
    return f"(examples or artifacts) and /{slug}."


def run(page: str, *options: str) -> int:
    """Set up the tools, run the tests of the page; a page without any is fine, and said to be so."""
    if missing := tools.set_up():
        print("\n".join(missing), file=sys.stderr)
        return 1
    files = [next((ROOT / "tests").rglob(name)) for name in ("test_content.py", "test_artifacts.py")]
    status = pytest.main([*map(str, files), "-k", selection(page), "--rootdir", str(ROOT), *options])
    if status == pytest.ExitCode.NO_TESTS_COLLECTED:
        print(f"{page} has no example and no artifact to run.")
        return 0
    return int(status)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1]))
