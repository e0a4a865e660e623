"""When pages last changed, by the commits of a real repository."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pytest

from macros.model.changes import Changes
from macros.reading.changes import changes_of

REVIEWED = datetime.date(2026, 11, 1)


def at(day: int, hour: int = 12) -> datetime.datetime:
    return datetime.datetime(2026, 11, day, hour, tzinfo=datetime.UTC)


def commit(root: Path, day: int, **files: str) -> None:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.com"]
    date = at(day).isoformat()
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-qm", "x"], check=True, env={"GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    commit(tmp_path, 3, docs__a="1", docs__b="1", **{"docs__no name — ü": "1"}, macros__exports__x="1")
    commit(tmp_path, 5, docs__a="2")
    commit(tmp_path, 7, README="1")
    return tmp_path


def test_each_page_has_the_time_of_its_last_commit(root: Path) -> None:
    changes = changes_of(root / "docs")
    assert changes.pages == {"docs/a": at(5), "docs/b": at(3), "docs/no name — ü": at(3)}
    assert changes.code == at(3)


def test_a_shallow_copy_knows_later_times_only(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = tmp_path_factory.mktemp("copy") / "it"
    subprocess.run(["git", "clone", "-q", "--depth=1", root.as_uri(), str(copy)], check=True)
    assert set(changes_of(copy / "docs").pages.values()) == {at(7)}


def test_without_a_repository_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "docs").mkdir()
    assert changes_of(tmp_path / "docs") == Changes()
    monkeypatch.setenv("PATH", "")
    assert changes_of(tmp_path / "docs") == Changes()


def test_the_latest_of_review_commit_and_code_counts() -> None:
    changes = Changes({"docs/a": at(5)}, at(9))
    assert changes.of("docs/a", REVIEWED) == at(5)
    assert changes.of("docs/a", datetime.date(2026, 11, 6)) == at(6, hour=0)
    assert changes.of("docs/b", REVIEWED) == at(1, hour=0)
    assert changes.of_export("docs/a", REVIEWED) == at(9)
    assert Changes().of_export("docs/a", REVIEWED) == at(1, hour=0)
