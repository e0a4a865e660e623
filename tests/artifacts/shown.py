"""What a page shows of its rules stands in its rules file identically, as parsed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.artifacts import nodes
from tests.artifacts.artifact import Artifact, Fault, relative

TOOL = "promtool"
_Group = dict[str, Any]
_Rule = dict[str, Any]


def differences(artifact: Artifact, file: Path) -> list[Fault]:
    """A fault for each group and rule of the block that the file does not have, or has otherwise."""
    known = {group["name"]: group for group in yaml.safe_load(file.read_text(encoding="utf-8"))["groups"] or ()}
    tree = nodes.parse(artifact.text + "\n")[0]
    faults = []
    for number, group in enumerate(tree.data["groups"] or ()):
        if group["name"] not in known:
            line = tree.line(["groups", number])
            faults.append(artifact.fault(line, TOOL, f"{relative(file)} has no group `{group['name']}`."))
            continue
        for line, what in _in_group(tree, number, known[group["name"]]):
            faults.append(artifact.fault(line, TOOL, f"{what} differs from {relative(file)}."))
    return faults


def names(artifact: Artifact) -> Iterator[tuple[str, int]]:
    """Name and line of every rule that the block shows."""
    tree = nodes.parse(artifact.text + "\n")[0]
    for number, group in enumerate(tree.data["groups"] or ()):
        for index, rule in enumerate(group.get("rules") or ()):
            yield _name(rule), tree.line(["groups", number, "rules", index])


def _name(rule: _Rule) -> str:
    return str(rule.get("alert") or rule.get("record"))


def _in_group(tree: nodes.Tree, number: int, known: _Group) -> Iterator[tuple[int, str]]:
    group = tree.data["groups"][number]
    for field, value in group.items():
        if field != "rules" and known.get(field) != value:
            yield tree.line(["groups", number, field]), f"`{field}` of group `{group['name']}`"
    rules: list[_Rule] = known.get("rules") or []
    for index, rule in enumerate(group.get("rules") or ()):
        if rule not in rules:
            same: _Rule = next((other for other in rules if _name(other) == _name(rule)), {})
            yield _where(tree, ["groups", number, "rules", index], rule, same), f"`{_name(rule)}`"


def _where(tree: nodes.Tree, path: list[str | int], rule: _Rule, other: _Rule) -> int:
    """Line of the first field that differs, and inside of a block of text, of the first line that does."""
    field = next((name for name in rule if name in other and rule[name] != other[name]), None)
    if field is None:
        return tree.line(path)
    line, node = tree.line([*path, field]), tree.at([*path, field])
    if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
        ours, theirs = str(rule[field]).split("\n"), str(other[field]).split("\n")
        changed = next((index for index, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), 0)
        return node.start_mark.line + 2 + changed
    return line
