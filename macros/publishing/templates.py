"""Templates: an environment of ours for what macros write, and MkDocs hooks that make MkDocs' own escape what ours print."""

from __future__ import annotations

import html
import posixpath
from dataclasses import fields
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.catalogue.addresses import address
from macros.pages.parts import Entry, Part


class Templates:
    """The files in `folder`, one for each part of a page of ours: Markdown with HTML inside."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.filters |= {"inert": inert, "link": link, "seen_from": seen_from}

    def render(self, part: Part, page: str) -> str:
        """Fill the part's template with its fields; `page` is the path of the page that it goes to."""
        values = {field.name: getattr(part, field.name) for field in fields(part)}
        return self._environment.get_template(part.template).render(values, page=page).strip()


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
