"""What CI looks at after publishing, tried on the site as it was built, and on a damaged copy."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.catalogue.site import Site
from tests.conftest import PagesHandler
from tests.repository.live import faults, main


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = type("Handler", (PagesHandler,), {"bases": ("/p/",)})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/p/"
        running.shutdown()


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """The parts of the site that are looked at, for one test to change."""
    made = tmp_path / "site"
    shutil.copytree(built, made, ignore=shutil.ignore_patterns("social", "*.pf_*", "*.pdf", "*.epub", "*.apkg"))
    return made


def repaired(home: str, folder: Path, address: str) -> None:
    """The home page says its real address, as it would when published there."""
    page = folder / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(address, home), encoding="utf-8")


def test_a_sound_site_passes(copy: Path, site_address: Site, capsys: pytest.CaptureFixture[str]) -> None:
    with served(copy) as home:
        repaired(home, copy, site_address.address)
        (copy / "api/v1/questions.json").write_text(
            (copy / "api/v1/questions.json").read_text("utf-8").replace(site_address.address, home),
            encoding="utf-8",
        )
        assert faults(home) == []
        assert main(home.removesuffix("/"), attempts=1) == 0
        assert "Ten addresses" in capsys.readouterr().out


def test_each_damage_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with served(copy) as home:
        (copy / "feed.xml").write_text("<feed/>", encoding="utf-8")
        (copy / "sitemap.xml").write_text("<urlset", encoding="utf-8")
        (copy / "api/v1/index.json").write_text("{", encoding="utf-8")
        (copy / "glossary/index.html").unlink()
        (copy / "sw.js").unlink()
        (copy / "404.html").write_text("no", encoding="utf-8")
        told = {fault.removeprefix(home).partition(": ")[0] for fault in faults(home)}
        assert told >= {"feed.xml", "sitemap.xml", "api/v1/index.json", "glossary/", "sw.js", "no-such-page/"}
        assert main(home, attempts=2, pause=0) == 1
        assert capsys.readouterr().out.count("::error::") == len(told)


def test_a_site_that_is_not_there_is_told() -> None:
    assert len(faults("http://127.0.0.1:9/")) == 10
