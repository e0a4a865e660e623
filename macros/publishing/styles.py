"""The style sheets as they are published: each with all its parts in one file, without comments and spaces."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import lightningcss

FOLDER = "assets/stylesheets"
PARTS = f"{FOLDER}/parts"
SHEETS = ("site.css", "print.css")

_MISTAKE = re.compile(r"(?:Bundling failed: )?(?P<what>.*) at (?P<file>.+):(?P<line>\d+):\d+", re.DOTALL)


class StyleError(ValueError):
    """A style sheet that cannot be read; its text names file and line."""


def styles(theme: Path) -> dict[str, str]:
    """Name of every sheet of `theme` -> its text. Raises StyleError."""
    return {name: bundled(theme, name) for name in SHEETS}


def write_styles(made: Mapping[str, str], site: Path) -> None:
    """Write the sheets below `site`, and take away the parts that were copied there."""
    for name, text in made.items():
        (site / FOLDER / name).write_text(text, encoding="utf-8")
    shutil.rmtree(site / PARTS)


def bundled(theme: Path, name: str) -> str:
    """The sheet with everything that it imports. Raises StyleError at the first mistake."""
    try:
        return lightningcss.bundle_css(str(theme / FOLDER / name))
    except (ValueError, OSError) as error:
        raise StyleError(_with_place(str(error), theme)) from None


def _with_place(message: str, theme: Path) -> str:
    found = _MISTAKE.fullmatch(message)
    if not found:
        return message
    file = Path(found["file"]).resolve().relative_to(theme.resolve().parent)
    return f"{file.as_posix()}:{int(found['line']) + 1}: {found['what']}."  # lightningcss counts lines from zero
