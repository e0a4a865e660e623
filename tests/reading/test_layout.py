"""Whatever else lies below docs/ is told, and not published."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.folder import load

PNG = b"\x89PNG\r\n\x1a\n and so on"
PAGE = b"# A page\n"


def told(docs: Path) -> list[str]:
    loaded = load(docs)
    assert not loaded.bank.documents
    return [f"{problem.path}: {problem.message}" for problem in loaded.problems]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("assets/page.html", b"<script>", "Only pictures are published from docs/assets."),
        ("assets/images/drawing.svg", b"<svg/>", "Only pictures are published from docs/assets."),
        ("assets/javascripts/early/before-paint.js", b"alert(1)", "Only pictures are published from docs/assets."),
        ("assets/images/deep/a.png", PNG, "Only pictures are published from docs/assets."),
        ("assets/a.png", PNG, "Only pictures are published from docs/assets."),
        ("assets/images/a.PNG", PNG, "Only pictures are published from docs/assets."),
        ("assets/images/a b.png", PNG, "`a b.png` is no name for a picture."),
        ("assets/images/a.png", b"<script>", "The file is no PNG picture."),
        ("assets/evil.md", PAGE, "Only pictures are published from docs/assets."),
        ("questions/a.html", b"<script>", "This is not a Markdown page."),
        ("questions/retry-amplification/index.md", PAGE, "There are no pages in docs/questions/retry-amplification/."),
        ("data.md/evil.md", PAGE, "There are no pages in docs/data.md/."),
        ('a"><img src=x onerror=alert(1)>/x.md', PAGE, 'There are no pages in docs/a"><img src=x onerror=alert(1)>/.'),
        ("javascripts/x.md", PAGE, "There are no pages in docs/javascripts/."),
    ],
)
def test_a_file_out_of_place_is_told(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    assert told(tmp_path / "docs") == [f"docs/{name}: {message}"]


def test_a_link_is_told_wherever_it_leads(tmp_path: Path) -> None:
    folder = tmp_path / "docs/assets/images"
    folder.mkdir(parents=True)
    (folder / "a.png").symlink_to("/etc/passwd")
    assert told(tmp_path / "docs") == ["docs/assets/images/a.png: This is a symbolic link."]


@pytest.mark.parametrize(
    ("name", "data"), [("a.png", PNG), ("b-2.jpg", b"\xff\xd8\xff\xe0"), ("c.gif", b"GIF89a"), ("d.webp", b"RIFF1234WEBP")]
)
def test_a_picture_passes(tmp_path: Path, name: str, data: bytes) -> None:
    folder = tmp_path / "docs/assets/images"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    assert told(tmp_path / "docs") == []
