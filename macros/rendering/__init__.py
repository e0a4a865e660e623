"""Markdown -> HTML: our Python-Markdown extensions, in one ordered list, and fragments for exports."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

# In the order in which they are set up, with their options; mkdocs.yml says the same, and a test holds it.
EXTENSIONS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "tables": {"use_align_attribute": True},  # no inline styles, for the content security policy
        "footnotes": {"BACKLINK_TITLE": "Back to the claim that note {} supports"},
        "md_in_html": {},
        "sane_lists": {},
        "toc": {"permalink": "#", "permalink_title": "Link to this section", "toc_depth": 3},
        "pymdownx.highlight": {
            "anchor_linenums": False,
            "pygments_lang_class": True,
            "extend_pygments_lang": [{"name": "haproxy", "lang": "text"}, {"name": "sqlite", "lang": "sql"}],
        },
        "pymdownx.superfences": {},
        "macros.rendering.term_definitions": {},
        "macros.rendering.inline_figures": {},
        "macros.rendering.folds": {},
        "macros.rendering.scrollable": {},
        "macros.rendering.code_blocks": {},
    }
)
# Ours move and dress what the others have read; these read the Markdown.
READERS: tuple[str, ...] = tuple(name for name in EXTENSIONS if not name.startswith("macros."))


def options(**changed: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The options of the readers; `changed` replaces those of an extension, by the last part of its name."""
    return {name: dict(changed.get(name.rpartition(".")[2], EXTENSIONS[name])) for name in READERS}
