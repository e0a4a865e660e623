"""ProperDocs, which carries MkDocs 1.x on, builds the same site: the successor works on the day that it is needed.

Zensical reads the same mkdocs.yml, but not `hooks:` (so `macros/publishing/guard.py` would not run), and calls `define_env` once
for each page; the last look, the search index and the service worker would have to become commands of their own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, build_environment

# Pagefind names its files by their content, and writes its filters in another order each time.
OF_THE_SEARCH = "pagefind"


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.relative_to(site).parts[0] != OF_THE_SEARCH
    }


def test_properdocs_builds_the_same_site_byte_by_byte(built: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "--quiet", "-f", "mkdocs.yml", "-d", str(tmp_path / "site")],
        cwd=ROOT,
        env=build_environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = files(built), files(tmp_path / "site")
    assert sorted(theirs) == sorted(ours)
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert (tmp_path / "site" / OF_THE_SEARCH / "pagefind-entry.json").is_file()
