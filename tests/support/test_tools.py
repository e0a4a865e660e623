"""Tools are found where they are, unpacked where they are not, and missed by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import debian, limited, tools


def _program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_every_tool_has_one_origin_and_is_there() -> None:
    for tool in tools.TOOLS:
        assert bool(tool.wheel) is not bool(tool.package), tool
        assert tools.command(tool)


def test_the_newest_of_several_versions_is_taken(tmp_path: Path) -> None:
    for version in ("9.6", "15", "16"):
        _program(tmp_path / f"usr/lib/postgresql/{version}/bin/postgres")
    assert tools.find(tools.POSTGRES, tmp_path) == [str(tmp_path / "usr/lib/postgresql/16/bin/postgres")]


def test_an_unpacked_program_runs_with_the_libraries_beside_it(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert tools.find(tools.HAPROXY, nowhere, tmp_path) is None
    program = _program(tmp_path / "haproxy/usr/sbin/haproxy")
    assert tools.find(tools.HAPROXY, nowhere, tmp_path) == [str(program)]
    library = _program(tmp_path / "haproxy/usr/lib/x86_64-linux-gnu/liblua5.3.so.0")
    assert tools.find(tools.HAPROXY, nowhere, tmp_path) == ["env", f"LD_LIBRARY_PATH={library.parent}", str(program)]


def test_what_cannot_be_had_is_named_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(tools, "find", lambda tool: None)
    monkeypatch.setattr(debian, "unpack", lambda package, folder, alone: asked.append(package))
    missing = tools.set_up((tools.PROMTOOL, tools.INITDB, tools.POSTGRES, tools.SHELLCHECK))
    assert asked == ["prometheus", "postgresql"]
    assert [sentence.split()[0] for sentence in missing] == ["promtool", "initdb", "postgres", "shellcheck"]
    assert missing[0] == (
        "promtool was not found, and could not be set up. Install it, e.g. on Debian: sudo apt-get install prometheus"
    )


def test_nothing_is_unpacked_where_everything_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "unpack", lambda *_, **__: pytest.fail("asked for a package"))
    assert tools.set_up() == []


def test_a_program_that_works_too_long_is_stopped() -> None:
    said = limited.run(["sh", "-c", "while :; do :; done"], seconds=1)
    assert said.timed_out


def test_a_program_that_waits_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "WAITED", 1)
    said = limited.run(["sh", "-c", "echo begun; sleep 60"], seconds=1)
    assert said.timed_out
    assert said.output == "begun\n"


def test_a_program_that_takes_too_much_memory_is_stopped() -> None:
    said = limited.run(["head", "-c", "1G", "/dev/zero"], memory=1 << 20)
    assert said.status != 0
