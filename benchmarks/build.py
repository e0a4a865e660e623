"""Times our build and plain Material's of the same pages, in pairs: `make bench`."""

from __future__ import annotations

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.pages import write_pages

ROOT = Path(__file__).parent.parent
LIMIT = 1.15  # times plain Material, at 1,000 questions
OURS = (
    "macros",
    "macros.rendering.term_definitions",
    "macros.rendering.inline_figures",
    "macros.rendering.folds",
    "macros.rendering.scrollable",
)


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_mebibytes: float


def plain_configuration(configuration: dict[str, object]) -> dict[str, object]:
    """Material as it comes, with its own search, and the same Markdown extensions but ours."""
    extensions = [each for each in _as_list(configuration["markdown_extensions"]) if each not in OURS]
    return {
        "site_name": configuration["site_name"],
        "site_url": configuration["site_url"],
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": extensions,
        "nav": configuration["nav"],
        "not_in_nav": configuration["not_in_nav"],
    }


def _as_list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def build(folder: Path) -> Run:
    """Build the site in `folder` in a process of its own. Raises RuntimeError where that fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "GITHUB_REPOSITORY": "owner/project", "PYTHONPATH": str(ROOT)}
    environment["WITHOUT_DOWNLOADS"] = "1"  # plain Material makes no deck and no books
    environment.pop("SERVING", None)
    shutil.rmtree(folder / "site", ignore_errors=True)  # a fresh machine, as in CI, has no older site to remove
    started = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env=environment, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(output.read().decode(errors="replace")[-2000:])
    return Run(seconds, usage.ru_maxrss / 1024)


def prepare(folder: Path, count: int) -> dict[str, Path]:
    """Two projects with the same `count` questions: ours, and plain Material's."""
    folders = {name: folder / f"{name}-{count}" for name in ("ours", "plain")}
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for name, project in folders.items():
        write_pages(ROOT / "docs", project / "docs", count)
        for linked in ("macros", "theme"):
            (project / linked).symlink_to(ROOT / linked)
        plain = yaml.safe_dump(plain_configuration(yaml.safe_load(text)), sort_keys=False)
        (project / "mkdocs.yml").write_text(text if name == "ours" else plain, encoding="utf-8")
    return folders


def measure(folder: Path, count: int, rounds: int) -> dict[str, list[Run]]:
    """Alternate the two builds, so that a busy machine slows both."""
    projects = prepare(folder, count)
    runs: dict[str, list[Run]] = {name: [] for name in projects}
    for _ in range(rounds):
        for name, project in projects.items():
            runs[name].append(build(project))
    return runs


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 1 where our build misses its limit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000, 3000], help="numbers of questions")
    parser.add_argument("--rounds", type=int, default=3, help="pairs of builds for each number")
    chosen = parser.parse_args(arguments)
    print(
        f"{'questions':>9} {'ours s':>8} {'plain s':>8} {'ratio':>6} {'pages/s':>8} {'ours MiB':>9} {'plain MiB':>9}", flush=True
    )
    seconds, ratios = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for count in chosen.counts:
            runs = measure(Path(folder), count, chosen.rounds)
            ours, plain = (statistics.median(run.seconds for run in runs[name]) for name in ("ours", "plain"))
            ratios[count] = statistics.median(o.seconds / p.seconds for o, p in zip(runs["ours"], runs["plain"], strict=True))
            memory = [max(run.peak_mebibytes for run in runs[name]) for name in ("ours", "plain")]
            seconds[count] = ours
            row = f"{count:9} {ours:8.1f} {plain:8.1f} {ratios[count]:6.2f} {count / ours:8.0f} {memory[0]:9.0f} {memory[1]:9.0f}"
            print(row, flush=True)
    first, last = min(seconds), max(seconds)
    if first < last:
        growth = math.log(seconds[last] / seconds[first]) / math.log(last / first)
        print(f"Time grows from {first} to {last} questions with the power {growth:.2f} of their number (1 is linear).")
    missed = [count for count, ratio in ratios.items() if ratio > LIMIT and count >= 1000]
    print(f"Limit: {LIMIT} times plain Material from 1,000 questions on: {'missed' if missed else 'held'}.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
