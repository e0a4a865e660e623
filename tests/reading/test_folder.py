"""Reading docs/: many pages are shared among the processors, and come back the same."""

from __future__ import annotations

import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from macros.reading import folder as loading
from macros.reading.folder import load

BANK = Path(__file__).parent.parent / "bank" / "docs"


def test_many_pages_are_read_by_several_processes_with_the_same_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(BANK, docs)
    (docs / "questions" / "no-text.md").write_bytes(b"\xff\xfe\x00binary")
    (docs / "questions" / "bad-yaml.md").write_text("---\nlevel: [\n---\n# Why?\n", encoding="utf-8")
    alone = load(docs)
    started: list[int] = []

    def pool() -> ProcessPoolExecutor:
        started.append(1)
        return ProcessPoolExecutor(max_workers=2)

    monkeypatch.setattr(loading, "ProcessPoolExecutor", pool)
    assert load(docs) == alone
    assert not started, "a few pages are read here"
    monkeypatch.setattr(loading, "MANY", 2)
    together = load(docs)
    assert started == [1]
    assert together == alone
    assert list(together.bank.documents) == list(alone.bank.documents)
    assert {problem.path for problem in together.problems} == {"docs/questions/no-text.md", "docs/questions/bad-yaml.md"}
