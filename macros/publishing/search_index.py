"""The search index: Pagefind reads the finished pages, so that it can only find what a reader can see."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# The permalink signs, and what stands on every page alike.
_LEFT_OUT = (".headerlink", ".code-head", ".fold-hint", ".fold-link", ".notice", ".footnote-backref", ".footnote-ref")

# Pagefind's own dialog, which ours replaces, and its support for pages without a language.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.*")


def build_search_index(site: Path) -> None:
    """Write `site/pagefind/`. Raises RuntimeError, with what Pagefind says, where it refuses."""
    left_out = [argument for selector in _LEFT_OUT for argument in ("--exclude-selectors", selector)]
    command = [sys.executable, "-m", "pagefind", "--quiet", "--site", str(site), "--force-language", "en", *left_out]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Pagefind made no search index: {done.stdout}{done.stderr}")
    for pattern in _UNUSED:
        for file in (site / "pagefind").glob(pattern):
            file.unlink()
