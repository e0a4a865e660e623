"""When a page last changed: what a reader's program compares to know that there is something newer."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Changes:
    """Times of the last changes, with a zone; empty where no history is known, so that dates of reviews are all there is."""

    pages: Mapping[str, datetime.datetime] = field(default_factory=dict)  # path such as `docs/questions/x.md` -> time
    code: datetime.datetime | None = None  # of what turns pages into exports

    def of(self, path: str, reviewed: datetime.date) -> datetime.datetime:
        """Of a page: its last review or its last commit, whichever is later."""
        return max(_midnight(reviewed), self.pages.get(path, _midnight(reviewed)))

    def of_export(self, path: str, reviewed: datetime.date) -> datetime.datetime:
        """Of what is made from a page: a change of the code may have changed it, too."""
        return max(self.of(path, reviewed), self.code or _midnight(reviewed))


NO_HISTORY = Changes()


def _midnight(date: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(date, datetime.time(), datetime.UTC)
