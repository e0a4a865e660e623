"""Scripts: a folder for each feature, and what a folder may import."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from macros.publishing.service_worker import modules_of, needed
from tests.conftest import ROOT

SCRIPTS = ROOT / "theme/assets/javascripts"
ENTRY = "site.js"
EVERYWHERE = {"shared", "vendor"}
# Besides its own modules. What every page loads, and the list of questions, imports nothing: requests are counted.
ALLOWED: dict[str, set[str]] = {
    "early": set(),
    "frame": set(),
    "search": EVERYWHERE,
    "questions": set(),
    "kits": EVERYWHERE,
    "progress": EVERYWHERE,
    "practice": EVERYWHERE | {"progress"},
    "mock": EVERYWHERE | {"progress", "kits"},
    "offline": EVERYWHERE,
    "shared": set(),
}
# What is loaded only when somebody turns to it may stand elsewhere.
ON_DEMAND = {("frame/search-opener.js", "search/dialog.js")}
MODULES = sorted(file.relative_to(SCRIPTS).as_posix() for file in SCRIPTS.rglob("*.js"))
OURS = [name for name in MODULES if not name.startswith("vendor/")]
IMPORT = re.compile(r'^import\b[^;]*?"([^"]+)";|^export\b[^;{]*? from "([^"]+)";', re.MULTILINE)
MAX_LINES, MAX_WIDTH = 300, 120


def imported(name: str) -> set[str]:
    """Modules that are loaded together with this one."""
    text = (SCRIPTS / name).read_text(encoding="utf-8")
    found = (one or other for one, other in IMPORT.findall(text))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) for address in found}


def test_every_folder_has_its_place() -> None:
    folders = {name.split("/")[0] for name in OURS if "/" in name}
    assert folders == set(ALLOWED)
    assert [name for name in OURS if "/" not in name] == [ENTRY]
    assert sorted(name for name in OURS if name.startswith("shared/")) == ["shared/data.js", "shared/dom.js"]


@pytest.mark.parametrize("name", OURS)
def test_a_folder_imports_what_is_shared(name: str) -> None:
    folder = name.split("/")[0]
    allowed = {"frame"} if name == ENTRY else ALLOWED[folder] | {folder}
    assert {each.split("/")[0] for each in imported(name)} <= allowed
    assert imported(name) <= set(MODULES)


@pytest.mark.parametrize("name", [name for name in OURS if name != ENTRY])
def test_what_is_loaded_later_follows_the_same_rule(name: str) -> None:
    folder = name.split("/")[0]
    later = {
        posixpath.relpath(module, "assets/javascripts") for module in modules_of(ROOT / "theme", f"assets/javascripts/{name}")
    }
    allowed = ALLOWED[folder] | {folder}
    assert {module for module in later if module.split("/")[0] not in allowed and (name, module) not in ON_DEMAND} == set()


@pytest.mark.parametrize("name", OURS)
def test_scripts_stay_small_and_narrow(name: str) -> None:
    lines = (SCRIPTS / name).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MAX_LINES, "make it two"
    assert [number for number, line in enumerate(lines, start=1) if len(line) > MAX_WIDTH] == []


def test_imports_are_found_in_whatever_folder_they_lead_to(tmp_path: Path) -> None:
    folder = tmp_path / "a/b"
    folder.mkdir(parents=True)
    text = (
        'import { x } from "../c/d.js";\nexport { y } from "./e.js";\nimport "./f.js";\nconst z = () => import("../../g.js");\n'
    )
    (folder / "page.js").write_text(text + 'import(address.href);\n// from "nowhere.js"\n', encoding="utf-8")
    assert modules_of(tmp_path, "a/b/page.js") == {"a/c/d.js", "a/b/e.js", "a/b/f.js", "g.js"}


def test_practice_offline_has_the_modules_of_other_folders(built: Path) -> None:
    files = needed(built)
    scripts = "assets/javascripts"
    wanted = ("practice/session.js", "progress/schedule.js", "shared/dom.js", "vendor/ts-fsrs.js", "kits/scorecard.js")
    assert {f"{scripts}/{name}" for name in wanted} <= files
    assert not any(".." in path for path in files)
    assert not any("/search/" in path or "minisearch" in path for path in files)  # of no use without its index
