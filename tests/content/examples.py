"""Runs the `pycon` blocks of one page, in a process of its own: `python -m tests.content.examples PAGE [EXPRESSION…]`.

The expressions are evaluated behind the blocks; their values are printed as a JSON list.

The limits hold for this process alone; `make serve` and `make check` never execute a block.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from sybil import Document, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from tests.content.confined import confine

CPU_SECONDS = 10
MEMORY_BYTES = 1 << 30


def run(page: Path, expressions: list[str]) -> tuple[int, list[str], list[object]]:
    """Return the number of examples, what went wrong with them, and the values of the expressions."""
    parser = PythonCodeBlockParser()
    parser.codeblock_parser = CodeBlockParser("pycon", PythonEvaluator())
    document: Document = Sybil(parsers=[parser]).parse(page)
    confine()
    count, failures = 0, []
    for example in document.examples():
        count += 1
        try:
            example.evaluate()
        except Exception as error:
            failures.append(f"{page}:{example.line}: {error}")
    return count, failures, [eval(expression, document.namespace) for expression in expressions]  # ours, from macros/figures


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    number, wrong, values = run(Path(sys.argv[1]), sys.argv[2:])
    print(f"{number} examples")
    print(json.dumps(values))
    sys.exit("\n".join(wrong) or 0)
