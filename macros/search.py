"""The search index: Pagefind reads the finished pages, so that it can only find what a reader can see."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

# The permalink signs, and what stands on every page alike.
_LEFT_OUT = [".headerlink", ".fold-hint", ".fold-link", ".notice", ".footnote-backref", ".footnote-ref"]

# Pagefind's own dialog, which ours replaces, and its support for pages without a language.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.*")


def build_search_index(site: Path) -> None:
    """Write `site/pagefind/`. Raises RuntimeError where Pagefind refuses."""
    asyncio.run(_build(site))
    for pattern in _UNUSED:
        for file in (site / "pagefind").glob(pattern):
            file.unlink()


async def _build(site: Path) -> None:
    config = IndexConfig(output_path=str(site / "pagefind"), exclude_selectors=_LEFT_OUT, force_language="en")
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(site))
