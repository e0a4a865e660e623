"""The table of languages, and which tool knows a block of YAML."""

from __future__ import annotations

import pytest

from macros.model.languages import KINDS, LANGUAGES, How, artifact_kind


def _kind(language: str, text: str) -> tuple[str, str, str]:
    kind = artifact_kind(language, text)
    assert kind
    return kind.label, kind.how, kind.checked_by


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("groups:\n  - name: a\n", ("Prometheus rules", "checked", "promtool")),
        ("apiVersion: v1\nkind: Pod\n", ("Kubernetes", "checked", "kubernetes-validate")),
        ("# a\n---\nkind: Pod\napiVersion: v1\n---\n", ("Kubernetes", "checked", "kubernetes-validate")),
        ("name: a\non: [push]\njobs:\n  a: {}\n", ("GitHub Actions", "checked", "check-jsonschema")),
        ('"on":\n  push:\njobs:\n', ("GitHub Actions", "checked", "check-jsonschema")),
        ("on: true\n", ("YAML", "parsed", "PyYAML")),
        ("kind: Pod\nspec:\n  apiVersion: v1\n", ("YAML", "parsed", "PyYAML")),
        ("text: |\n  groups: no\n", ("YAML", "parsed", "PyYAML")),
        ("a: [\n", ("YAML", "parsed", "PyYAML")),
        ("", ("YAML", "parsed", "PyYAML")),
    ],
)
def test_yaml_is_known_by_its_top_level_keys(text: str, kind: tuple[str, str, str]) -> None:
    assert _kind("yaml", text) == kind


def test_the_fence_decides_for_other_languages() -> None:
    assert _kind("sql", "groups:\n") == ("PostgreSQL", "executed", "PostgreSQL")
    assert _kind("text", "groups:\n") == ("Text", "shown", "")
    assert artifact_kind("ruby", "puts 1") is None
    assert artifact_kind("", "") is None


def test_data_counts_as_checked_only_with_a_schema() -> None:
    for language in ("yaml", "json", "toml"):
        parsed, held = (artifact_kind(language, "", has_schema=schema) for schema in (False, True))
        assert parsed and parsed.how is How.PARSED
        assert held and (held.how, held.checked_by, held.label) == (How.CHECKED, "jsonschema", parsed.label)
    rules = artifact_kind("yaml", "groups:\n", has_schema=True)
    assert rules and rules.checked_by == "promtool"


def test_the_table_is_sound() -> None:
    assert set(LANGUAGES) <= set(KINDS)
    for name, kind in KINDS.items():
        assert kind.name == name
        assert kind.label
        assert bool(kind.checked_by) is (kind.how is not How.SHOWN)


def test_a_reader_is_told_no_more_than_a_tool_has_done() -> None:
    assert KINDS["pycon"].promise == KINDS["sql"].promise == "run by the tests"
    assert KINDS["rules"].promise == KINDS["promql"].promise == "checked with promtool"
    assert KINDS["yaml"].promise == "parsed with PyYAML"
    assert KINDS["text"].promise == ""
