"""Templates: an environment of ours for what macros write, and MkDocs hooks that make MkDocs' own escape what ours print."""

from __future__ import annotations

import html
import posixpath
from dataclasses import fields
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from macros.catalogue.addresses import address
from macros.pages.parts import Entry, Part, Posting

_POSTING = "partials/site/posting.md"


class Templates:
    """The files in `folder`, one for each part of a page of ours: Markdown with HTML inside. Beside it are the theme's partials."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([folder, folder.parent]),
            autoescape=select_autoescape(disabled_extensions=("md",), default=True),  # text to copy is escaped where it is shown
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {"inert": inert, "link": link, "seen_from": seen_from, "posting_text": self._posting_text}

    def render(self, part: Part, page: str) -> str:
        """Fill the part's template with its fields; `page` is the path of the page that it goes to."""
        values = {field.name: getattr(part, field.name) for field in fields(part)}
        return self._environment.get_template(part.template).render(values, page=page).strip()

    def _posting_text(self, posting: Posting) -> Markup:
        """The Markdown to paste into a job posting, as text that is inert in one line of Markdown."""
        text = self._environment.get_template(_POSTING).render(scorecard={"posting": posting})
        return Markup(inert(text.strip()).replace("\n", Markup("&#10;")))  # noqa: S704, it was made inert


def inert(text: str) -> Markup:
    """Plain text inside Markdown: nothing in it is markup, whatever a contributor put into a title."""
    escaped = html.escape(text, quote=False)
    return Markup("".join(f"&#{ord(char)};" if char in "\\`*_{}[]()#+!|~^$:" else char for char in escaped))  # noqa: S704, no character of it is markup


def link(entry: Entry, page: str) -> Markup:
    """A Markdown link from the page at `page`, which MkDocs checks."""
    return Markup("[{}]({})").format(inert(entry.title), posixpath.relpath(entry.path, posixpath.dirname(page)))


def seen_from(target: str, page: str) -> str:
    """An address below the site, relative to the page at `page`: for what is no page in docs/."""
    return f"{posixpath.relpath('/', f'/{address(page)}')}/{target}"


def on_env(env: Any, *, config: Any, files: Any) -> None:  # noqa: ARG001
    """MkDocs escapes nothing by itself. Templates of ours do; Material's stay as they were written."""
    folder = Path(config.theme.custom_dir)

    def escaped(name: str | None) -> bool:
        return name is not None and name.endswith(".html") and (folder / name).is_file()

    env.autoescape = escaped
