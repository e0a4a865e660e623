"""The real site, built once and strictly; a server that serves it as GitHub Pages does; a real browser."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, sync_playwright

from macros.catalogue.site import Site, site_from
from macros.reading.folder import Loaded, load
from tests.support import chromium

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
THEME = ROOT / yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["theme"]["custom_dir"]
VIEWS = THEME / "views"
BANK = Path(__file__).parent / "bank" / "docs"


def build_environment() -> dict[str, str]:
    """GitHub's variables where there are any; else a project below a path, which is the harder case."""
    environment = dict(os.environ) | {"NO_MKDOCS_2_WARNING": "1"}
    environment.pop("SERVING", None)
    if not environment.get("GITHUB_REPOSITORY") and not environment.get("SITE_URL"):
        environment["GITHUB_REPOSITORY"] = "owner/sre-interview"
    return environment


def run_mkdocs(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=cwd,
        env=build_environment() | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load(DOCS)


@pytest.fixture(scope="session")
def bank_loaded() -> Loaded:
    """The miniature docs/ of the tests."""
    return load(BANK)


@pytest.fixture(scope="session")
def site_address() -> Site:
    return site_from(build_environment())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site in site/: what the tests saw is what gets published. One worker builds it, the others wait."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    said = shared / "build.txt"
    with (shared / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            result = run_mkdocs("build", "--strict")
            said.write_text(f"{result.returncode}\n{result.stdout}{result.stderr}", encoding="utf-8")
    status, _, text = said.read_text(encoding="utf-8").partition("\n")
    assert status == "0", text
    return ROOT / "site"


class PagesHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path or several, compressed, with 404.html for what is not there: as GitHub Pages does."""

    protocol_version = "HTTP/1.1"
    bases: tuple[str, ...] = ("/",)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        base = next((each for each in self.bases if path.startswith(each)), None)
        file = Path(self.directory) / (path.removeprefix(base) if base else "404.html")
        status = 200 if base else 404
        if file.is_dir():
            file = file / "index.html"
        if not file.is_file():
            file, status = Path(self.directory) / "404.html", 404
        body = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if "gzip" in self.headers.get("Accept-Encoding", "") and file.suffix not in {".png", ".woff2"}:
            import gzip

            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def server(built: Path, site_address: Site) -> Iterator[str]:
    """Address of the served home page."""
    handler = type("Handler", (PagesHandler,), {"bases": (site_address.base_path,)})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(built))) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}{site_address.base_path}"
        running.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    assert path, "No Chromium; `make test` installs one, or says why it cannot."
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        )
        yield running
        running.close()
