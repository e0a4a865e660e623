"""The mark of the site as pictures: three bars, for a weak, a good and a great answer."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

MARK_COLORS = ("#14191b", "#f2998d", "#e6b95f", "#82d2a4")  # ground, weak, good, great
_BARS = ((4, 14, 8, 20), (10, 9, 14, 20), (16, 4, 20, 20))  # left, top, right, bottom on a grid of 24
_GRID = 24


def draw_mark(picture: Image.Image, at: tuple[int, int], size: int, colors: Sequence[str | int]) -> None:
    """Draw the mark, `size` pixels wide and high, in four colors as `picture` names them."""
    draw = ImageDraw.Draw(picture)
    left, top = at
    draw.rectangle((left, top, left + size - 1, top + size - 1), fill=colors[0])
    for color, bar in zip(colors[1:], _BARS, strict=True):
        x0, y0, x1, y1 = (round(side * size / _GRID) for side in bar)
        draw.rectangle((left + x0, top + y0, left + x1 - 1, top + y1 - 1), fill=color)


def icons() -> dict[str, bytes]:
    """Path below the site -> file: for old browsers, for home screens."""
    icon = io.BytesIO()
    _mark(48).save(icon, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return {
        "favicon.ico": icon.getvalue(),
        "assets/images/apple-touch-icon.png": _png(_mark(180)),
        "assets/images/icon-192.png": _png(_mark(192)),
        "assets/images/icon-512.png": _png(_mark(512)),
    }


def _mark(size: int) -> Image.Image:
    picture = Image.new("RGB", (size, size))
    draw_mark(picture, (0, 0), size, MARK_COLORS)
    return picture


def _png(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.save(data, "PNG", optimize=True)
    return data.getvalue()
