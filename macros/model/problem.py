"""What is wrong with a page, where, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LINE_BREAK = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake in one place.

    `path` is relative to the folder that holds `docs/`; `line` counts from 1 and includes the front matter.
    `message` and `fix` stay on one line each, also where they quote a page that breaks the line there.
    """

    path: str
    line: int
    message: str
    fix: str

    def __post_init__(self) -> None:
        for name in ("message", "fix"):
            object.__setattr__(self, name, _LINE_BREAK.sub(" ", getattr(self, name)))

    def as_text(self) -> str:
        """Return the two lines that a person reads in a terminal."""
        return f"{self.path}:{self.line}: {self.message}\n    fix: {self.fix}"

    def as_annotation(self, severity: str = "error") -> str:
        """Return a GitHub Actions workflow command.

        Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
        """
        place = f"file={_escape_property(self.path)},line={self.line}"
        return f"::{severity} {place}::{_escape(self.message)}%0Afix: {_escape(self.fix)}"


class ActiveContentError(Exception):
    """A page or an export would carry what is not on the list; `problems` say where."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(problem.as_text() for problem in self.problems))


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
