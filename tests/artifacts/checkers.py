"""The checker of every kind of block: what `make test` does with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from macros.model.languages import DATA
from tests.artifacts import code, data, haproxy, kubernetes, mysql, nginx, postgresql, prometheus, shell, sqlite
from tests.artifacts.artifact import Artifact, Checker, Fault, known_languages
from tests.support.tools import ToolMissingError

CHECKERS: Mapping[str, Checker] = MappingProxyType(
    {
        "python": code.check_python,
        "js": code.check_javascript,
        "promql": prometheus.check_queries,
        "rules": prometheus.check_rules,
        "kubernetes": kubernetes.check,
        "workflow": data.check_workflows,
        "data": data.check,
        "sh": shell.check_scripts,
        "console": shell.check_sessions,
        "sql": postgresql.check,
        "sqlite": sqlite.check,
        "mysql": mysql.check,
        "nginx": nginx.check,
        "haproxy": haproxy.check,
    }
)
ELSEWHERE = frozenset({"pycon", "text"})  # examples are executed by a test of their own; of plain text nothing is known


def checker_of(artifact: Artifact) -> str:
    """Key of the checker; data of every language has one, since its blocks are numbered together."""
    return "data" if artifact.name in DATA else artifact.name


def check(artifacts: Sequence[Artifact]) -> list[Fault]:
    """Everything wrong with the artifacts of one page, sorted."""
    faults = [artifact.fault(1, "languages", "the block is empty.") for artifact in artifacts if not artifact.text.strip()]
    groups: dict[str, list[Artifact]] = {}
    for artifact in artifacts:
        if artifact.text.strip():
            groups.setdefault(checker_of(artifact), []).append(artifact)
    return sorted([*faults, *(fault for key, group in groups.items() for fault in _check(key, group))])


def _check(key: str, group: Sequence[Artifact]) -> list[Fault]:
    checker = CHECKERS.get(key)
    if not checker:
        message = f"`{key}` has no checker. Use one of {known_languages()}."
        return [artifact.fault(0, "languages", message) for artifact in group]
    try:
        return checker(group)
    except ToolMissingError as error:
        return [artifact.fault(1, artifact.kind.checked_by if artifact.kind else "", str(error)) for artifact in group]
