"""The one table of the languages that a fenced block may name: what the site calls each, and the tool that has looked at it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class How(StrEnum):
    """What a tool has done with a block."""

    EXECUTED = "executed"
    CHECKED = "checked"
    PARSED = "parsed"  # its syntax is right; nothing more is known
    SHOWN = "shown"  # there is nothing to check


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One kind of block: `name` is its fence, or for YAML that a tool knows, a name of its own."""

    name: str
    label: str
    how: How
    checked_by: str = ""  # the tool; empty where nothing is checked

    @property
    def promise(self) -> str:
        """What a reader of a block of this kind may rely on; empty where that is nothing."""
        match self.how:
            case How.EXECUTED:
                return "run by the tests"
            case How.CHECKED | How.PARSED:
                return f"{self.how} with {self.checked_by}"
        return ""


def _named(*languages: Language) -> Mapping[str, Language]:
    return MappingProxyType({language.name: language for language in languages})


LANGUAGES: Mapping[str, Language] = _named(
    Language(name="pycon", label="Python", how=How.EXECUTED, checked_by="Python"),
    Language(name="python", label="Python", how=How.CHECKED, checked_by="ruff"),
    Language(name="js", label="JavaScript", how=How.CHECKED, checked_by="deno"),
    Language(name="promql", label="PromQL", how=How.CHECKED, checked_by="promtool"),
    Language(name="yaml", label="YAML", how=How.PARSED, checked_by="PyYAML"),
    Language(name="json", label="JSON", how=How.PARSED, checked_by="Python"),
    Language(name="toml", label="TOML", how=How.PARSED, checked_by="Python"),
    Language(name="sh", label="Shell", how=How.CHECKED, checked_by="shellcheck"),
    Language(name="console", label="Terminal", how=How.CHECKED, checked_by="shellcheck"),
    Language(name="sql", label="PostgreSQL", how=How.EXECUTED, checked_by="PostgreSQL"),
    Language(name="sqlite", label="SQLite", how=How.EXECUTED, checked_by="SQLite"),
    Language(name="mysql", label="MySQL", how=How.PARSED, checked_by="sqlglot"),
    Language(name="nginx", label="nginx", how=How.CHECKED, checked_by="nginx"),
    Language(name="haproxy", label="HAProxy", how=How.CHECKED, checked_by="haproxy"),
    Language(name="text", label="Text", how=How.SHOWN),
)

# YAML that a tool knows by its top-level keys; the first kind whose keys are all there.
_YAML: tuple[tuple[frozenset[str], Language], ...] = (
    (
        frozenset({"apiVersion", "kind"}),
        Language(name="kubernetes", label="Kubernetes", how=How.CHECKED, checked_by="kubernetes-validate"),
    ),
    (
        frozenset({"on", "jobs"}),
        Language(name="workflow", label="GitHub Actions", how=How.CHECKED, checked_by="check-jsonschema"),
    ),
    (frozenset({"groups"}), Language(name="rules", label="Prometheus rules", how=How.CHECKED, checked_by="promtool")),
)
_SCHEMA_TOOL = "jsonschema"
DATA = frozenset({"yaml", "json", "toml"})  # parsed only, unless a schema is beside the tests

KINDS: Mapping[str, Language] = MappingProxyType({**LANGUAGES, **_named(*(language for _, language in _YAML))})

_TOP_LEVEL_KEY = re.compile(r"""^(?P<quote>["']?)(?P<key>\w[\w.-]*)(?P=quote)[ ]*:(?:\s|$)""", re.MULTILINE)


def artifact_kind(language: str, text: str, *, has_schema: bool = False) -> Language | None:
    """The kind of a block with this fence and text, which names its label and its tool; None where no tool knows the fence.

    Data of no known kind counts as checked where it is held against a schema.
    """
    if language == "yaml":
        # What stands inside a value is indented, so the first column has top-level keys only.
        keys = {match["key"] for match in _TOP_LEVEL_KEY.finditer(text)}
        if known := next((kind for needed, kind in _YAML if needed <= keys), None):
            return known
    found = LANGUAGES.get(language)
    if found and has_schema and found.name in DATA:
        return Language(name=found.name, label=found.label, how=How.CHECKED, checked_by=_SCHEMA_TOOL)
    return found
