"""YAML with the line of everything in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

_LARGEST = 10_000  # a few aliases of aliases are more than a schema can look at


class DataError(Exception):
    """What does not parse, and the line at which it does not."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _Yaml12(yaml.SafeLoader):
    """`on`, `off`, `yes` and `no` are words, as for GitHub."""


_Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Tree:
    """One YAML document: its data, and its nodes."""

    data: Any
    node: yaml.Node

    def at(self, path: Sequence[str | int]) -> yaml.Node:
        """The node at a path, or the deepest that is there."""
        return self._walk(path)[1]

    def line(self, path: Sequence[str | int]) -> int:
        """Line of what stands at a path, counted from 1: for a field, that of its key."""
        return self._walk(path)[0]

    def _walk(self, path: Sequence[str | int]) -> tuple[int, yaml.Node]:
        node, line = self.node, self.node.start_mark.line
        for step in path:
            if isinstance(node, yaml.MappingNode):
                found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
                if not found:
                    break
                line, node = found[0].start_mark.line, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line
            else:
                break
        return line + 1, node


def parse(text: str, *, yaml12: bool = False) -> list[Tree]:
    """Every document of a YAML text. Raises DataError for what is no YAML, and for a key that stands twice."""
    loader = (_Yaml12 if yaml12 else yaml.SafeLoader)(text)
    trees = []
    try:
        while loader.check_node() and (node := loader.get_node()):
            if _size(node, {}) > _LARGEST:
                raise DataError(1, f"This has more than {_LARGEST:,} values.")
            trees.append(Tree(loader.construct_document(node), node))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "This is no YAML."
        raise DataError(mark.line + 1 if mark else 1, said) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise DataError(1, str(error) or "This is no YAML.") from None
    finally:
        loader.dispose()
    return trees


def _size(node: yaml.Node, sizes: dict[int, int | None]) -> int:
    """Number of nodes with every alias written out. Raises DataError for a key that stands twice, and for what never ends."""
    if id(node) in sizes:
        if (known := sizes[id(node)]) is None:
            raise DataError(node.start_mark.line + 1, "This refers to itself.")
        return known
    sizes[id(node)] = None
    size = 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value != "<<":
                if key.value in seen:
                    raise DataError(key.start_mark.line + 1, f"The key `{key.value}` stands twice.")
                seen.add(key.value)
            size += _size(key, sizes) + _size(value, sizes)
    elif isinstance(node, yaml.SequenceNode):
        size += sum(_size(item, sizes) for item in node.value)
    sizes[id(node)] = size
    return size
