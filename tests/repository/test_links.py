"""The weekly report on links to other sites, and on pages due for review."""

from __future__ import annotations

import datetime
import http.server
import threading
from pathlib import Path
from typing import Any

import pytest

from macros.reading.folder import Loaded
from tests.repository import links


class _Host(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status = {"/fine": 200, "/gone": 404, "/robots-keep-out": 403}[self.path]
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def findings(tmp_path: Path) -> Any:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Host) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{host.server_port}"
        page = tmp_path / "page.md"
        page.write_text(f"[a]({address}/fine)\n\n[b]({address}/gone)\n\n[c]({address}/robots-keep-out)\n")
        yield links.ask(tmp_path)
        host.shutdown()


def test_lychee_finds_what_is_gone_and_what_refuses_machines(findings: dict[str, Any]) -> None:
    text = links.report(findings, [])
    gone, refused = text.split("## Links that only a person can check")
    assert "/gone>: " in gone
    assert "page.md:3" in gone
    assert "/robots-keep-out>" in refused
    assert "/fine" not in text


def test_nothing_to_do_gives_nothing() -> None:
    assert links.report({"error_map": {}}, []) == ""


def test_a_host_that_refuses_machines_is_no_reason_for_an_issue() -> None:
    refusal = {"url": "https://host.example/x", "status": {"text": "403", "code": 403}, "span": {"line": 1}}
    assert links.report({"error_map": {"a.md": [refusal]}}, []) == ""


def test_a_long_report_still_fits_into_an_issue() -> None:
    broken = [
        {"url": f"https://host.example/{n:05}", "status": {"text": "404", "code": 404}, "span": {"line": n}} for n in range(9000)
    ]
    text = links.report({"error_map": {"a.md": broken}}, [])
    assert len(text) < 65_536
    assert text.endswith("… and more.")


def test_pages_are_due_a_year_after_their_review(bank_loaded: Loaded) -> None:
    newest = max(question.fields.reviewed for question in bank_loaded.bank.questions)
    assert links.overdue(bank_loaded.bank, newest) == []
    due = links.overdue(bank_loaded.bank, newest + datetime.timedelta(days=366))
    assert len(due) == len(bank_loaded.bank.questions)
    assert links.report({}, due).startswith("## Pages reviewed more than a year ago\n\n- docs/questions/")
