"""`make check FILE=… RUN=1` runs what `make test` runs of that page, and nothing else."""

from __future__ import annotations

import pytest

from tests.support import run_page


def _run(page: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = run_page.run(page, "--collect-only")
    return status, capsys.readouterr().out


def test_a_page_runs_its_examples_its_artifacts_and_their_unit_tests(capsys: pytest.CaptureFixture[str]) -> None:
    status, output = _run("docs/questions/burn-rate-alert-design.md", capsys)
    assert status == 0
    lines = [line.rpartition("::")[2] for line in output.splitlines() if "::" in line]
    assert lines[:2] == [
        "test_examples_compute_what_the_page_says[docs/questions/burn-rate-alert-design.md]",
        "test_artifacts_pass_their_tools[docs/questions/burn-rate-alert-design.md]",
    ]
    assert "test_artifacts_pass_their_unit_tests[artifacts/burn-rate-alert-design.slow.test.yml]" in lines
    assert all("/burn-rate-alert-design." in line for line in lines)


def test_a_page_with_nothing_to_run_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    status, output = _run("docs/glossary/canary-release.md", capsys)
    assert status == 0
    assert output.endswith("docs/glossary/canary-release.md has no example and no artifact to run.\n")
