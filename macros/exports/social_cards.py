"""The picture that a link preview shows: the title of the page, drawn with the site's own face, without network."""

from __future__ import annotations

import io
import textwrap
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from macros.exports.icons import MARK_COLORS, draw_mark
from macros.model.repertoire import as_drawn

SIZE = (1200, 630)  # what Open Graph consumers crop least
_INK, _SOFT, _PAPER, _ACCENT = "#1b2326", "#525d61", "#faf8f3", "#0a5a67"
_LEFT, _TOP = 90, 150
# Font size in pixels, characters a line, lines: the largest that holds the title is used.
_FITS = ((70, 29, 4), (60, 34, 5), (50, 41, 6), (40, 52, 7))
# The palette: shades from paper to ink, to accent, to soft; then the colors of the mark.
_SHADES = 12
_INK_SHADES, _ACCENT_SHADES, _SOFT_SHADES = 0, _SHADES, 2 * _SHADES


@dataclass(frozen=True)
class Card:
    path: str  # below the site
    title: str
    label: str  # above the title
    site_name: str  # below it


@cache  # serving draws again only what changed
def social_card(card: Card, font: bytes) -> bytes:
    """Return the PNG of one card."""
    picture = _ground(card.site_name, font).copy()
    _write(picture, (_LEFT, 80), [card.label], _face(font, 34, 600), _ACCENT_SHADES)
    size, lines = _fit(as_drawn(card.title))
    _write(picture, (_LEFT, _TOP), lines, _face(font, size, 650), _INK_SHADES)
    data = io.BytesIO()
    picture.save(data, "PNG", compress_level=3)
    return data.getvalue()


def _write(picture: Image.Image, at: tuple[int, int], lines: list[str], face: ImageFont.FreeTypeFont, shades: int) -> None:
    """Draw smooth letters in the shades that begin at the palette's entry `shades`."""
    width, line_height = round(max(map(face.getlength, lines))) + 8, round(face.size * 1.2)
    letters = Image.new("L", (width, line_height * len(lines) + round(face.size * 0.3)), 0)
    draw = ImageDraw.Draw(letters)
    for number, line in enumerate(lines):
        draw.text((4, number * line_height), line, fill=255, font=face)
    picture.paste(letters.point([shades + value * (_SHADES - 1) // 255 for value in range(256)]), (at[0] - 4, at[1]))


def _fit(title: str) -> tuple[int, list[str]]:
    for size, width, most in _FITS:
        lines = textwrap.wrap(title, width)
        if len(lines) <= most:
            return size, lines
    size, width, most = _FITS[-1]
    return size, [*textwrap.wrap(title, width)[: most - 1], "…"]


@cache
def _ground(site_name: str, font: bytes) -> Image.Image:
    """What all cards share. A palette of few shades makes a card a tenth as large as one in full color."""
    picture = Image.new("P", SIZE, _INK_SHADES)
    shades = [_between(_PAPER, color, step / (_SHADES - 1)) for color in (_INK, _ACCENT, _SOFT) for step in range(_SHADES)]
    picture.putpalette([value for color in (*shades, *map(_rgb, MARK_COLORS)) for value in color])
    ImageDraw.Draw(picture).rectangle((0, 0, 16, SIZE[1]), fill=_ACCENT_SHADES + _SHADES - 1)
    draw_mark(picture, (_LEFT, 530), 56, [3 * _SHADES + index for index in range(len(MARK_COLORS))])
    _write(picture, (_LEFT + 78, 532), [site_name], _face(font, 38, 600), _SOFT_SHADES)
    return picture


def _rgb(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color.removeprefix("#")))


def _between(one: str, other: str, share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(_rgb(one), _rgb(other), strict=True))


@cache
def _face(font: bytes, size: int, weight: int) -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(io.BytesIO(font), size)
    face.set_variation_by_axes([weight])
    return face
