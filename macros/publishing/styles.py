"""The style sheets as they are published: each with all its parts in one file, without comments and spaces."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import lightningcss

FOLDER = "assets/stylesheets"
PARTS = f"{FOLDER}/parts"
SHEETS = ("site.css", "print.css")

_MISTAKE = re.compile(r"(?:Bundling failed: )?(?P<what>.*) at (?P<file>.+):(?P<line>\d+):\d+", re.DOTALL)


class StyleError(ValueError):
    """A style sheet that cannot be read; its text names file and line."""


def write_styles(theme: Path, site: Path) -> None:
    """Write every sheet of `theme` below `site`, and take away the parts that were copied there. Raises StyleError."""
    for name in SHEETS:
        (site / FOLDER / name).write_text(bundled(theme, name), encoding="utf-8")
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
