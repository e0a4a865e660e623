"""What check lets through is what the faces of the exports really have."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
import typst
from PIL import ImageFont

from macros.exports.books.pdf import _HEAD
from macros.model.repertoire import UNPRINTED, as_drawn, undrawn
from tests.conftest import THEME

SAMPLE = [
    chr(number)
    for number in range(0xA1, 0x3000)
    if not UNPRINTED.match(chr(number)) and unicodedata.category(chr(number)) not in {"Cn", "Cf", "Cc", "Mn", "Zs", "Zl", "Zp"}
]
_FACES = re.findall(r"^#(?:set text\(font|show raw: set text\(font).*", _HEAD, re.MULTILINE)
_GLYPH = re.compile(r'<use xlink:href="#(g[0-9A-F]+)"')


def glyphs(character: str, *, code: bool) -> list[str]:
    written = f'#raw("{character}")' if code else f'#"{character}"'
    page = "\n".join(["#set page(width: 99pt, height: auto)", *_FACES, written])
    return _GLYPH.findall(typst.compile(page.encode(), format="svg", ignore_system_fonts=True).decode())


@pytest.mark.parametrize("code", [False, True])
def test_the_book_shows_what_is_allowed(code: bool) -> None:
    assert len(_FACES) == 2
    (box,) = glyphs("\N{ROCKET}", code=code)
    assert glyphs("\N{CJK UNIFIED IDEOGRAPH-65E5}", code=code) == [box]
    # One document with all of them would be faster to set, but composed signs make it hard to tell which is which.
    assert [character for character in SAMPLE[::37] if box in glyphs(character, code=code)] == []


@pytest.mark.parametrize(
    "character", ["\N{ROCKET}", "\N{WHITE HEAVY CHECK MARK}", "\N{CROSS MARK}", "日", "א", "\ufe0f", "\u2028"]
)
def test_what_the_book_lacks_is_told(character: str) -> None:
    assert UNPRINTED.match(character)


def test_previews_draw_what_is_allowed() -> None:
    face = ImageFont.truetype(io.BytesIO((THEME / "assets/fonts/source-serif-4.woff2").read_bytes()), 40)

    def drawn(character: str) -> bytes:
        return bytes(face.getmask(character)) + repr(face.getbbox(character)).encode()

    box = drawn("\N{ROCKET}")
    allowed = [chr(number) for number in range(0x21, 0x2500) if not undrawn(chr(number)) and as_drawn(chr(number)) == chr(number)]
    assert len(allowed) > 100
    assert [character for character in allowed if character != "\xa0" and drawn(character) == box] == []


@pytest.mark.parametrize(
    ("title", "drawn", "missing"),
    [
        ("How do naïve retries change p99?", "How do naive retries change p99?", ""),
        ("Pokémon — “again”…", "Pokémon — “again”…", ""),
        ("Łódź", "Łodz", "Ł"),
        ("λ and μ", "λ and μ", "λ"),
    ],
)
def test_an_accent_is_left_out_and_a_letter_is_not(title: str, drawn: str, missing: str) -> None:
    assert as_drawn(title) == drawn
    assert undrawn(title) == missing
