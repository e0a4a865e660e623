"""Asks every link to another site, and finds pages due for review: `make links`. Prints Markdown, or nothing when all is well."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from macros.model import Bank
from macros.reading.folder import load

REVIEW_AFTER = datetime.timedelta(days=365)
LONGEST = 60_000  # characters; an issue on GitHub holds 65,536
# Statuses by which a host refuses machines; they say nothing about the page.
REFUSALS = {401, 403, 418, 429, 503, 999}


def ask(docs: Path) -> dict[str, Any]:
    """Return lychee's findings for the links of all pages. Raises RuntimeError where it could not work at all."""
    lychee = Path(sys.executable).parent / "lychee"
    options = [
        "--format",
        "json",
        "--no-progress",
        "--max-retries",
        "3",
        "--timeout",
        "30",
        "--scheme",
        "https",
        "--scheme",
        "http",
    ]
    done = subprocess.run([str(lychee), *options, str(docs)], capture_output=True, text=True, check=False)
    if done.returncode not in {0, 2}:  # 2: some link failed
        raise RuntimeError(f"lychee stopped with status {done.returncode}: {done.stderr.strip()}")
    findings: dict[str, Any] = json.loads(done.stdout)
    return findings


def report(findings: dict[str, Any], overdue: list[str]) -> str:
    """Markdown for the one issue; empty where nothing is to do."""
    broken: dict[str, list[str]] = defaultdict(list)
    refused: dict[str, list[str]] = defaultdict(list)
    for name in ("error_map", "timeout_map"):
        for path, links in findings.get(name, {}).items():
            for link in links:
                status = link["status"]
                kind = refused if status.get("code") in REFUSALS or name == "timeout_map" else broken
                kind[link["url"]].append(f"{path}:{link['span']['line']} ({status['text']})")
    parts = [
        _part("Links that do not answer", broken),
        _part("Links that only a person can check: the host refuses machines, or is slow", refused) if broken else "",
        "\n".join(["## Pages reviewed more than a year ago", "", *(f"- {page}" for page in overdue)]) if overdue else "",
    ]
    text = "\n\n".join(part for part in parts if part)
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(chr(10))[0]}\n\n… and more."


def _part(title: str, places: dict[str, list[str]]) -> str:
    rows = [f"- <{url}>: {'; '.join(sorted(found))}" for url, found in sorted(places.items())]
    return "\n".join([f"## {title}", "", *rows]) if rows else ""


def overdue(bank: Bank, today: datetime.date) -> list[str]:
    """Questions whose last review is more than a year ago, longest first."""
    questions = sorted(bank.questions, key=lambda question: (question.fields.reviewed, question.document.path))
    return [
        f"{question.document.path} (reviewed {question.fields.reviewed})"
        for question in questions
        if today - question.fields.reviewed > REVIEW_AFTER
    ]


def main() -> None:
    docs = Path("docs")
    if text := report(ask(docs), overdue(load(docs).bank, datetime.date.today())):
        print(text)


if __name__ == "__main__":
    main()
