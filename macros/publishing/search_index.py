"""The search index: Pagefind reads the finished pages, so that it can only find what a reader can see."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# The permalink signs, and what stands on every page alike.
_LEFT_OUT = (".headerlink", ".code-head", ".fold-hint", ".fold-link", ".notice", ".footnote-backref", ".footnote-ref")

# Pagefind's own dialog, which ours replaces, its support for pages without a language, and its worker: an index of this
# size is searched in a few milliseconds, and what a worker fails to load nobody hears of.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.*", "pagefind-worker.js")

# Where a piece of the index does not come, Pagefind writes to the console and finds nothing. Ours has to say so.
_SILENT = ("console.error(`Failed to load the meta index", "console.error(`Failed to load the index chunk")


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
    _speak_up(site / "pagefind/pagefind.js")


def _speak_up(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    for silent in _SILENT:
        if text.count(silent) != 1:
            raise RuntimeError(f"Pagefind's script has changed: `{silent}` does not stand there once. See search_index.py.")
        text = text.replace(silent, silent.replace("console.error(", "throw new Error("))
    script.write_text(text, encoding="utf-8")
