"""The files beside the tests that belong to pages: each has a block that it is for.

<slug>.rules.yml           all rules of a page, of which the page may show some
<slug>.test.yml            unit tests of these rules, or of the page's queries, at most 3 s; more in <slug>.<name>.test.yml
<slug>.setup.sql           what is there before the page's `sql` blocks run; <slug>.setup.sqlite likewise
<slug>.<n>.schema.json     JSON Schema of the n-th block of data (yaml of no known kind, json, toml) on the page
test_<slug_with_underscores>.py    a test that repeats the page's terminal session
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.artifacts.artifact import Artifact
from tests.artifacts.checkers import checker_of

# What follows the slug in a file's name -> the checkers of the blocks that it is for.
_FOR = (
    (re.compile(r"\.rules\.yml"), ("rules",)),
    (re.compile(r"(?:\.[a-z0-9-]+)?\.test\.yml"), ("rules", "promql")),
    (re.compile(r"\.setup\.sql"), ("sql",)),
    (re.compile(r"\.setup\.sqlite"), ("sqlite",)),
    (re.compile(r"\.(?P<number>[1-9]\d*)\.schema\.json"), ("data",)),
)


def astray(files: Iterable[Path], pages: Mapping[str, tuple[Artifact, ...]]) -> list[str]:
    """A sentence for each file that no block of a page uses; `pages` are the artifacts by slug."""
    return [f"{file.name}: {why}" for file in files if (why := _why(file.name, pages))]


def _why(name: str, pages: Mapping[str, tuple[Artifact, ...]]) -> str:
    slug, dot, rest = name.partition(".")
    kinds, match = next(((kinds, match) for form, kinds in _FOR if (match := form.fullmatch(dot + rest))), ((), None))
    if match is None:
        return "no checker reads a file of this name."
    blocks = sum(checker_of(artifact) in kinds for artifact in pages.get(slug, ()))
    if not blocks:
        return f"no page `{slug}.md` has a block that it is for ({' or '.join(kinds)})."
    if (number := match.groupdict().get("number")) and int(number) > blocks:
        return f"`{slug}.md` has {blocks} blocks of data."
    return ""
