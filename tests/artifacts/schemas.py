"""What a schema says of a document, each fault at its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from jsonschema.exceptions import ValidationError

from tests.artifacts import nodes


class Validator(Protocol):
    def iter_errors(self, instance: Any) -> Iterator[ValidationError]: ...


def errors(validator: Validator, tree: nodes.Tree) -> list[tuple[int, str]]:
    """Line and text of everything that the schema does not allow: a field that it does not know, at the field itself."""
    return sorted(
        {place for error in validator.iter_errors(tree.data) for single in _singled_out(error) for place in _places(tree, single)}
    )


def _singled_out(error: ValidationError) -> Iterator[ValidationError]:
    """Of a choice that nothing fits, all that is wrong with the alternative that comes nearest."""
    alternatives: dict[object, list[ValidationError]] = {}
    for inner in error.context or ():
        alternatives.setdefault(inner.schema_path[0], []).append(inner)
    nearest = min(alternatives.values(), key=_distance, default=[])
    if not nearest or _distance(nearest)[0]:
        yield error
        return
    for inner in nearest:
        yield from _singled_out(inner)


def _distance(inner: list[ValidationError]) -> tuple[bool, int, int]:
    """An alternative for another type of value is furthest away; then one whose fields are others."""
    at_top = [error for error in inner if not error.path]
    other_type = any(error.validator in {"type", "const", "enum"} for error in at_top)
    return other_type, sum(len(_unknown(error)) or 1 for error in at_top), len(inner)


def _unknown(error: ValidationError) -> list[str]:
    """The fields that the schema does not know, where that is the error."""
    if error.validator != "additionalProperties" or not isinstance(error.instance, dict):
        return []
    schema: dict[str, Any] = error.schema  # type: ignore[assignment]
    if schema.get("patternProperties"):
        return []
    return [name for name in error.instance if name not in schema.get("properties", {})]


def _places(tree: nodes.Tree, error: ValidationError) -> Iterator[tuple[int, str]]:
    path: list[str | int] = list(error.absolute_path)
    where = ".".join(str(step) for step in path)
    unknown = _unknown(error)
    for name in unknown:
        yield tree.line([*path, name]), f"{where or 'the document'}: the field `{name}` is not known."
    if not unknown:
        yield tree.line(path), f"{where}: {error.message}" if where else error.message
