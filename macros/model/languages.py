"""What a code block on a contributed page may be: one table. A fence's opening line is one name of it, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """`label` is what a reader sees; `checked_by` is the tool that the tests run over a block, or None where there is none."""

    label: str
    checked_by: str | None


LANGUAGES: Mapping[str, Language] = {
    "pycon": Language("Python", "Python"),
    "text": Language("Text", None),
}
