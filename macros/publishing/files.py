"""Files made in memory -> the disk."""

from __future__ import annotations

from pathlib import Path


def write(files: dict[str, bytes], target: Path) -> None:
    """Write files by their path below `target`; folders are made."""
    for path, data in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
