"""The shape of the package: imports point one way, modules stay small, lists that stand twice agree."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from macros.checks import RULES, safety
from tests.conftest import ROOT

PACKAGE = ROOT / "macros"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES = 160


def test_rooms_import_in_one_direction() -> None:
    """The contracts stand in pyproject.toml."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_has_its_contract() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    assert {f"macros.{room}" for room in rooms} <= {module for contract in contracts for module in contract["source_modules"]}
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}


def test_books_are_made_of_public_documents_and_nothing_else_goes_sideways() -> None:
    for module in (PACKAGE / "exports" / "books").glob("*.py"):
        taken = re.findall(r"macros\.exports\.([\w.]+)", module.read_text(encoding="utf-8"))
        assert all(name.startswith("books.") or name == "api.documents" for name in taken), module


def test_a_kind_of_page_knows_no_other_kind() -> None:
    for module in (PACKAGE / "pages").glob("*.py"):
        taken = set(re.findall(r"macros\.pages\.(\w+)", module.read_text(encoding="utf-8")))
        assert taken <= {"parts"} or module.name == "page.py", module


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_modules_stay_small(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MAX_LINES, "make it two"


def test_every_rule_is_a_promise() -> None:
    for rule in RULES:
        assert (rule.__doc__ or "").startswith("Every "), rule.__name__
        assert " must " in (rule.__doc__ or ""), rule.__name__
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


class _Loader(yaml.SafeLoader):
    """mkdocs.yml with its `!ENV` tags as plain values."""


_Loader.add_constructor("!ENV", lambda loader, node: None)


def test_macro_pages_are_the_same_in_both_lists() -> None:
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)
    macros = next(plugin["macros"] for plugin in config["plugins"] if "macros" in plugin)
    listed = {f"docs{line.strip()}" for line in macros["force_render_paths"].split("\n") if line.strip()}
    assert listed == safety.MACRO_PAGES
    assert macros["render_by_default"] is False
    assert macros["on_undefined"] == "strict"
