"""The shape of the package: imports point one way, modules stay small, lists that stand twice agree."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from macros.rules import RULES, safety
from tests.conftest import ROOT

PACKAGE = ROOT / "macros"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES = 160
# Layers from the bottom up; a module imports only from layers below its own.
LAYERS = [
    {"model", "problem", "prose", "site", "search", "definitions", "scrolling", "figures", "posting", "publishing"},
    {"citation", "kits", "offline", "embedding", "encoding", "front_matter", "inline", "folds", "relations", "published"},
    {"scan", "folding", "views", "standards", "rules", "advice"},
    {"page", "exports", "report", "new", "home", "glossary", "quality", "scorecard", "takeaway"},
    {"load", "context", "beside"},
    {"history", "invitation"},
    {"plugin", "__main__"},
]
READS_DOCS = {"load.py", "new.py"}


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "macros":
                found |= {alias.name for alias in node.names}
            elif node.module.startswith("macros."):
                found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            assert not any(alias.name.startswith("macros") for alias in node.names), "write `from macros import …`"
    return found


def _layer(name: str) -> int:
    return next(index for index, layer in enumerate(LAYERS) if name in layer)


@pytest.mark.parametrize("module", [m for m in MODULES if m.parent != PACKAGE or m.name != "__init__.py"], ids=str)
def test_imports_point_down(module: Path) -> None:
    name = _name(module)
    for imported in _imports(module) - {name}:
        assert _layer(imported) < _layer(name), imported


def test_model_and_problem_import_nothing_of_ours() -> None:
    assert _imports(PACKAGE / "problem.py") == set()
    for module in (PACKAGE / "model").glob("*.py"):
        assert _imports(module) <= {"model"}, module


@pytest.mark.parametrize("folder", ["rules", "exports"])
def test_rules_and_exports_never_see_the_disk(folder: str) -> None:
    for module in (PACKAGE / folder).rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        assert "pathlib" not in text, module
        assert "open(" not in text.replace("`open(", ""), module


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
