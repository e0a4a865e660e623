"""Kubernetes manifests: the schemas of one version, strictly, so that a field which the API server would drop is a fault."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any

from jsonschema import Draft202012Validator
from kubernetes_validate.utils import SchemaNotFoundError, all_versions, schema_contents, validate
from referencing import Registry, Resource

from tests.artifacts import nodes, schemas
from tests.artifacts.artifact import Artifact, Fault

TOOL = "kubernetes-validate"
VERSION = "1.36"


def check(artifacts: Sequence[Artifact]) -> list[Fault]:
    return [fault for artifact in artifacts for fault in _check(artifact)]


def _check(artifact: Artifact) -> list[Fault]:
    try:
        trees = nodes.parse(artifact.text)
    except nodes.DataError as error:
        return [artifact.fault(error.line, TOOL, str(error))]
    faults = []
    for tree in trees:
        if tree.data is not None:
            faults += [artifact.fault(line, TOOL, text) for line, text in _errors(tree)]
    return faults


def _errors(tree: nodes.Tree) -> list[tuple[int, str]]:
    data = tree.data
    if not isinstance(data, dict) or not all(isinstance(data.get(field), str) for field in ("apiVersion", "kind")):
        return [(tree.line([]), "a manifest has `apiVersion` and `kind`.")]
    try:
        return schemas.errors(_validator(data["apiVersion"], data["kind"]), tree)
    except SchemaNotFoundError:
        known = f"Kubernetes {VERSION} has no `kind: {data['kind']}` in `{data['apiVersion']}`, so nothing can check it."
        return [(tree.line(["kind"]), known)]


@functools.cache
def _validator(api_version: str, kind: str) -> Draft202012Validator:
    """The validator that `validate(…, strict=True)` makes; that one stops at the first fault."""
    try:
        validate({"apiVersion": api_version, "kind": kind}, VERSION, strict=True)
    except SchemaNotFoundError:
        raise
    except Exception:  # an empty manifest of a known kind, which may lack what is required
        pass
    version = next(version for version in all_versions() if version.startswith(f"{VERSION}."))
    folder = f"kubernetes-json-schema/v{version}-local-strict"
    group = re.sub(r"^([^./]*)(?:\.[^/]*)?/", r"\1-", api_version)
    schema: Any = schema_contents(f"{folder}/{kind.lower()}-{group}.json", VERSION)
    definitions: Any = schema_contents(f"{folder}/_definitions.json", VERSION)
    registry: Any = Resource.from_contents(definitions) @ (Resource.from_contents(schema) @ Registry())
    return Draft202012Validator(schema, registry=registry)
