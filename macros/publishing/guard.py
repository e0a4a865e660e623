"""MkDocs hook: the last look at what was made of contributed pages, behind every extension and before the theme's template.

A build ends with all that was found; serving shows the message in place of the page and goes on.
"""

from __future__ import annotations

import html as text_of
import logging
import os
from typing import Any

from mkdocs.exceptions import BuildError

from macros.checks.safety import MACRO_PAGES
from macros.model.problem import Problem
from macros.rendering.allow_list import refused

log = logging.getLogger("mkdocs.hooks.guard")
_found: list[Problem] = []


def on_pre_build(config: Any) -> None:  # noqa: ARG001
    _found.clear()


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001
    """Hold the HTML of one page against the list; the pages that may call macros are our own."""
    path = f"docs/{page.file.src_uri}"
    problems = [] if path in MACRO_PAGES else refused(html, path, page.file.content_string)
    if not problems:
        return html
    _found.extend(problems)
    message = "\n".join(problem.as_text() for problem in problems)
    return f"<pre>{text_of.escape(message)}</pre>"


def on_env(env: Any, *, config: Any, files: Any) -> None:  # noqa: ARG001
    """All pages are read: stop here, before any is written."""
    if not _found:
        return
    message = "\n".join(problem.as_text() for problem in sorted(set(_found)))
    if os.environ.get("SERVING") != "1":
        raise BuildError(f"{message}\nNothing is built: these pages hold more than Markdown may make.")
    log.warning(message)
