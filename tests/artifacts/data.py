"""YAML, JSON and TOML: parsed, and held against a schema where one stands beside the tests; workflows always are.

`<slug>.1.schema.json` is for the first block of data on the page, `<slug>.2.schema.json` for the second, and so on.
"""

from __future__ import annotations

import functools
import json
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import Draft7Validator
from jsonschema.exceptions import SchemaError
from jsonschema.validators import validator_for

from tests.artifacts import nodes, schemas
from tests.artifacts.artifact import Artifact, Fault, relative

WORKFLOW_TOOL = "check-jsonschema"
SCHEMA_TOOL = "jsonschema"
_TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def check(artifacts: Sequence[Artifact]) -> list[Fault]:
    """Blocks of data of one page, whatever their language, in their order."""
    return [fault for number, artifact in enumerate(artifacts, 1) for fault in _check(artifact, number)]


def check_workflows(artifacts: Sequence[Artifact]) -> list[Fault]:
    return [fault for artifact in artifacts for fault in _check_workflow(artifact)]


def schema_of(artifact: Artifact, number: int) -> Path:
    return artifact.files / f"{artifact.slug}.{number}.schema.json"


def _check(artifact: Artifact, number: int) -> list[Fault]:
    tool = artifact.kind.checked_by if artifact.kind else ""
    try:
        trees = _parse(artifact)
    except nodes.DataError as error:
        return [artifact.fault(error.line, tool, str(error))]
    file = schema_of(artifact, number)
    if not file.is_file():
        return []
    try:
        schema = json.loads(file.read_text(encoding="utf-8"))
        kind = validator_for(schema)
        kind.check_schema(schema)
    except (json.JSONDecodeError, SchemaError) as error:
        return [Fault(relative(file), 1, SCHEMA_TOOL, str(error).split("\n", 1)[0])]
    found = [place for tree in trees for place in schemas.errors(kind(schema), tree)]
    return [artifact.fault(line, SCHEMA_TOOL, text) for line, text in found]


def _parse(artifact: Artifact) -> list[nodes.Tree]:
    if artifact.language == "yaml":
        return nodes.parse(artifact.text)
    if artifact.language == "json":
        try:
            json.loads(artifact.text)
        except json.JSONDecodeError as error:
            raise nodes.DataError(error.lineno, error.msg) from None
        except RecursionError:
            raise nodes.DataError(1, "This is nested too deeply.") from None
        return nodes.parse(artifact.text.replace("\t", " "))  # JSON is YAML but for tabs, and YAML knows the lines
    try:
        return [_without_lines(tomllib.loads(artifact.text))]
    except RecursionError:
        raise nodes.DataError(1, "This is nested too deeply.") from None
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        at_the_end = artifact.text.rstrip().count("\n") + 1
        raise nodes.DataError(int(line[1]) if line else at_the_end, str(error)) from None


def _without_lines(data: dict[str, Any]) -> nodes.Tree:
    """TOML's parser tells no lines: everything stands on the first."""
    mark = yaml.Mark("", 0, 0, 0, "", 0)
    return nodes.Tree(data, yaml.ScalarNode("tag:yaml.org,2002:str", "", mark, mark))


def _check_workflow(artifact: Artifact) -> list[Fault]:
    try:
        trees = nodes.parse(artifact.text, yaml12=True)
    except nodes.DataError as error:
        return [artifact.fault(error.line, WORKFLOW_TOOL, str(error))]
    return [artifact.fault(line, WORKFLOW_TOOL, text) for tree in trees for line, text in schemas.errors(_workflow(), tree)]


@functools.cache
def _workflow() -> Draft7Validator:
    return Draft7Validator(get_builtin_schema("vendor.github-workflows"))
