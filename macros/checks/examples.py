"""Rules about `pycon` blocks, which the tests execute."""

from __future__ import annotations

import ast
import bisect
import collections
import datetime
import decimal
import fractions
import functools
import heapq
import itertools
import math
import random
import statistics
import textwrap
from collections.abc import Iterator
from types import ModuleType

from macros.model import Bank, CodeBlock
from macros.model.problem import Problem

_MODULES = (bisect, collections, datetime, decimal, fractions, functools, heapq, itertools, math, random, statistics, textwrap)
MODULES = frozenset(module.__name__ for module in _MODULES)
_TYPES = (
    *(str, bytes, int, float, complex, list, tuple, dict, set, frozenset, range),
    *(collections.Counter, collections.OrderedDict, collections.defaultdict, collections.deque),
    *(datetime.date, datetime.datetime, datetime.timedelta, datetime.timezone),
    *(decimal.Decimal, fractions.Fraction, random.Random, statistics.NormalDist),
)
_FORBIDDEN = frozenset(
    {
        *("breakpoint", "compile", "delattr", "eval", "exec", "exit", "getattr", "globals", "hasattr", "help", "input"),
        *("locals", "memoryview", "open", "quit", "setattr", "type", "vars"),
    }
)


def _public(thing: object) -> frozenset[str]:
    names = getattr(thing, "__all__", None) or [name for name in dir(thing) if not isinstance(getattr(thing, name), ModuleType)]
    return frozenset(name for name in names if not name.startswith("_"))


_OF_MODULE = {module.__name__: _public(module) for module in _MODULES}
# The rest of functools sets attributes that are named by strings.
_OF_MODULE["functools"] = frozenset({"cache", "cmp_to_key", "lru_cache", "partial", "reduce"})
# str.format and its like reach any attribute by a string; all others do arithmetic or text.
ATTRIBUTES = frozenset().union(*_OF_MODULE.values(), *(_public(each) for each in _TYPES)) - {"format", "format_map"}


def harmless_imports(bank: Bank) -> Iterator[Problem]:
    """Every pycon block must be Python that imports and reaches only harmless modules of the standard library."""
    for document in bank.documents.values():
        for block in document.code_blocks:
            if block.language == "pycon":
                yield from _block(document.path, block)


def _block(path: str, block: CodeBlock) -> Iterator[Problem]:
    source, lines = _source(block)
    if not source.strip():
        yield Problem(path, block.line, "The pycon block has no `>>> ` line.", "start each statement with `>>> `.")
        return
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        number = getattr(error, "lineno", None) or 1
        line = lines[min(number, len(lines)) - 1]
        message = getattr(error, "msg", None) or str(error)
        yield Problem(path, line, f"The pycon block is not Python: {message}.", "paste it into a Python prompt and correct it.")
        return
    seen = set()
    for node in ast.walk(tree):
        if reason := _harm(node):
            line = lines[min(node.lineno, len(lines)) - 1]  # type: ignore[attr-defined]
            if line not in seen:
                yield Problem(path, line, reason, f"use plain arithmetic and these modules: {', '.join(sorted(MODULES))}.")
            seen.add(line)


def _source(block: CodeBlock) -> tuple[str, list[int]]:
    """The statements without prompts and results, and the line of the page that each came from."""
    source, lines = [], []
    for number, line in enumerate(block.text.split("\n"), start=block.line + 1):
        if line.startswith((">>> ", "... ")) or line in {">>>", "..."}:
            source.append(line[4:])
            lines.append(number)
    return "\n".join(source), lines


def _harm(node: ast.AST) -> str | None:
    if isinstance(node, ast.Import):
        bad = [name.name for name in node.names if name.name not in MODULES]
        return f"A pycon block may not import `{bad[0]}`." if bad else None
    if isinstance(node, ast.ImportFrom):
        if node.level or node.module not in MODULES:
            return f"A pycon block may not import from `{node.module or '.'}`."
        known = _OF_MODULE[node.module]
        return next((f"A pycon block may not import `{name.name}`." for name in node.names if name.name not in known), None)
    if isinstance(node, ast.Attribute) and node.attr not in ATTRIBUTES:
        return f"A pycon block may not use `.{node.attr}`."
    if isinstance(node, ast.ClassDef):
        return "A pycon block may not define a class."  # its special methods are called with what nobody named
    if isinstance(node, ast.Match):
        return "A pycon block may not use `match`."  # a class pattern reaches attributes
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and "__" in node.value:
        return "A pycon block may not have `__` in a string."  # str.format reaches attributes
    if isinstance(node, ast.Name) and (node.id in _FORBIDDEN or (node.id.startswith("__"))):
        return f"A pycon block may not use `{node.id}`."
    return None
