"""What may lie where below docs/: MkDocs publishes whatever it finds there, and obeys patterns in the names of folders."""

from __future__ import annotations

import re
from pathlib import Path

from macros.model.problem import Problem

FOLDERS = ("questions", "topics", "glossary", "kits")  # each with pages, and no folder inside
IMAGES = "docs/assets/images/"
# What a file of this kind begins with: a browser shows nothing but a picture for it. An SVG may hold a script, so none is here.
_SIGNATURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".gif": (b"GIF87a", b"GIF89a"),
}
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def misplaced(name: str, file: Path) -> Problem | None:
    """What is wrong with the place, the name or the kind of a file; `name` begins with `docs/`."""
    if file.is_symlink():
        return Problem(name, 1, "This is a symbolic link.", "put the file itself here.")
    if name.startswith("docs/assets/"):
        return _picture(name, file)
    if file.suffix != ".md":
        return Problem(name, 1, "This is not a Markdown page.", f"pages end in .md; images belong in {IMAGES.rstrip('/')}.")
    folders = name.split("/")[1:-1]
    if len(folders) > 1 or (folders and folders[0] not in FOLDERS):
        fix = f"move it to docs/{folders[0] if folders[0] in FOLDERS else 'questions'}/."
        return Problem(name, 1, f"There are no pages in docs/{'/'.join(folders)}/.", fix)
    return None


def _picture(name: str, file: Path) -> Problem | None:
    kinds = ", ".join(kind.removeprefix(".").upper() for kind in _SIGNATURES if kind != ".jpeg")
    signatures = _SIGNATURES.get(file.suffix)
    if not signatures or name != f"{IMAGES}{file.name}":
        return Problem(name, 1, "Only pictures are published from docs/assets.", f"put it in {IMAGES.rstrip('/')}, as {kinds}.")
    if not _NAME.fullmatch(file.stem):
        return Problem(name, 1, f"`{file.name}` is no name for a picture.", "use small letters, digits, and hyphens.")
    with file.open("rb") as opened:
        begins = opened.read(16)
    if not begins.startswith(signatures):
        return Problem(
            name, 1, f"The file is no {file.suffix.removeprefix('.').upper()} picture.", "save it again in that format."
        )
    return None
