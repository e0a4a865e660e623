"""The pages as they were at a revision of the git repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from macros.model import Bank
from macros.reading.folder import load


class UnknownRevisionError(Exception):
    """Git cannot show the pages of a revision; the text says what to do."""


def bank_at(revision: str, docs: Path) -> Bank:
    """Return the Bank that `docs` held at a revision of its git repository. Raises UnknownRevisionError."""
    root = docs.resolve().parent
    command = ["git", "-C", str(root), "archive", "--format=tar", "--end-of-options", f"{revision}^{{tree}}", docs.name]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        reason = (done.stderr.decode(errors="replace").strip().splitlines() or ["no such revision"])[-1]
        raise UnknownRevisionError(f"Git cannot show {docs.name} at `{revision}` ({reason}). Name a commit or a branch.")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive:
            file = archive.extractfile(member)  # None for a folder or a link
            if file:
                path = Path(folder) / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.read())
        return load(Path(folder) / docs.name).bank
