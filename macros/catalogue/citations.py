"""What a footnote says about its source: kind, year, and what it supports."""

from __future__ import annotations

import re

from macros.model import Footnote, SourceKind

# Written by those who did, measured, specified or run the thing; the other kinds tell about it.
PRIMARY = frozenset({SourceKind.PAPER, SourceKind.STANDARD, SourceKind.DOCUMENTATION, SourceKind.POST_MORTEM})
# ", year" is left out where a source has none, such as documentation that is rewritten all the time.
KIND_AND_YEAR = re.compile(rf"\(({'|'.join(SourceKind)})(?:, ((?:19|20)\d\d))?\):?\s*(.*)", re.DOTALL)


def source_kind(footnote: Footnote) -> SourceKind | None:
    """The kind that a footnote names; None where it names none."""
    match = KIND_AND_YEAR.search(footnote.text)
    return SourceKind(match[1]) if match else None
