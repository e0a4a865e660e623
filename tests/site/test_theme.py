"""What the templates rely on in Material's own: says when an update of the theme needs a look."""

from __future__ import annotations

import hashlib
from pathlib import Path

import material
import pytest

from tests.conftest import ROOT
from tests.site.html_pages import pages_of

TEMPLATES = Path(material.__file__).parent / "templates"
# Replaced by ours: partials that hold inline scripts.
REPLACED = {
    "partials/javascripts/base.html": "d6113712bc4deb30",
    "partials/javascripts/content.html": "3722e156f0f6339d",
}


def test_the_parts_that_are_cut_out_are_still_in_the_theme() -> None:
    base = (TEMPLATES / "base.html").read_text(encoding="utf-8")
    ours = (ROOT / "theme/main.html").read_text(encoding="utf-8")
    for line in ours.splitlines():
        if "replace('" in line:
            part = line.split("replace('", 1)[1].rsplit("', '')", 1)[0]
            assert part in base, part


def test_no_asset_of_ours_stands_in_for_one_of_the_theme() -> None:
    ours = [file.relative_to(ROOT / "theme").as_posix() for file in (ROOT / "theme/assets").rglob("*") if file.is_file()]
    assert ours
    assert [name for name in ours if (TEMPLATES / name).exists()] == []


def test_nothing_of_the_drawer_is_left(built: Path) -> None:
    for page in pages_of(built).values():
        fields = len(page.all("input")) - len(page.all(".scorecard input"))
        assert fields == 0 or page.path in {
            "questions/index.html",
            "build/index.html",
            "practice/index.html",
            "mock/index.html",
        }
        assert "__drawer" not in page.text
        assert "__search" not in page.text


@pytest.mark.parametrize("name", REPLACED)
def test_replaced_partials_are_as_they_were_when_replaced(name: str) -> None:
    """A new checksum means: read what changed in the theme's partial, carry over what matters, then bless it here."""
    original = hashlib.sha256((TEMPLATES / name).read_bytes()).hexdigest()
    assert original[:16] == REPLACED[name]
