"""The YAML between the two `---` lines: names, values and line numbers, and nothing that YAML can do beyond that."""

from __future__ import annotations

import re

import yaml

from macros.model import FrontMatterField
from macros.model.problem import Problem

_FENCE = "---"
_MARKS = re.compile(r"[&*!]")  # without one of these there is no anchor, alias or tag


def split(text: str) -> tuple[str | None, str, int]:
    """Return the YAML (None where there is none), the body, and the number of lines before the body."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, text, 0
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in {_FENCE, "..."}:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 1
    return "\n".join(lines[1:]), "", len(lines)


def parse(source: str, path: str) -> tuple[tuple[FrontMatterField, ...], list[Problem]]:
    """Read YAML that starts on line 2 of `path`: plain values and lists of plain values under distinct names."""
    try:
        for token in yaml.scan(source, Loader=yaml.SafeLoader) if _MARKS.search(source) else ():
            if isinstance(token, (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken)):
                what = {yaml.AnchorToken: "anchor (&)", yaml.AliasToken: "alias (*)", yaml.TagToken: "tag (!)"}[type(token)]
                return (), [_problem(path, token.start_mark, f"Front matter has a YAML {what}.", "write the value itself.")]
        loader = yaml.SafeLoader(source)
        node = loader.get_single_node()
        if node is None:
            return (), []
        if not isinstance(node, yaml.MappingNode):
            return (), [_problem(path, node.start_mark, "Front matter is not a list of fields.", "write `name: value` lines.")]
        return _fields(loader, node, path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return (), [_problem(path, mark, f"Front matter is not valid YAML: {error.problem or error.context}.", _yaml_fix(error))]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return (), [Problem(path, 2, f"Front matter is not valid YAML: {error}.", "write one `name: value` a line.")]


def _fields(loader: yaml.SafeLoader, node: yaml.MappingNode, path: str) -> tuple[tuple[FrontMatterField, ...], list[Problem]]:
    fields: list[FrontMatterField] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
        if name in seen:
            problems.append(_problem(path, key.start_mark, f"`{name}` appears twice.", "keep one of the two lines."))
            continue
        seen.add(name)
        plain = isinstance(value, yaml.ScalarNode) or (
            isinstance(value, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in value.value)
        )
        if not plain:
            problems.append(
                _problem(path, key.start_mark, f"`{name}` is nested.", "give a plain value, or a list of plain values.")
            )
            continue
        line = key.start_mark.line + 2
        try:
            fields.append(FrontMatterField(name=name, value=loader.construct_object(value, deep=True), line=line))
        except ValueError as error:  # 2026-13-45 looks like a date and is none
            problems.append(Problem(path, line, f"`{name}: {value.value}` is not a value: {error}.", "correct it."))
    return tuple(fields), problems


def _yaml_fix(error: yaml.MarkedYAMLError) -> str:
    if error.problem and "\\t" in error.problem:
        return "use spaces; YAML allows no tabs here."
    return "write one `name: value` per line; put quotation marks around a value that contains a colon."


def _problem(path: str, mark: yaml.Mark | None, message: str, fix: str) -> Problem:
    return Problem(path, mark.line + 2 if mark else 2, message, fix)
