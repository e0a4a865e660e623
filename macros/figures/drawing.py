"""Figure -> SVG: a few classes, no colors of its own inside a page, so that it follows the reader's scheme."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable

from macros.figures.shapes import Axis, Chart, Figure, Note, Point, Timeline

WIDTH, HEIGHT = 400, 250  # small, so that text of 12 units can be read on a phone
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 382, 26, 208
_LANE_TOP, _LANE_HEIGHT = 8, 52
_DASHES = {2: "7 3", 3: "2 3", 4: "9 3 2 3"}


def draw(figure: Figure, text: str) -> etree.Element:
    """Draw a figure; `text` says to those who do not see it what it shows."""
    height = HEIGHT if isinstance(figure, Chart) else _LANE_TOP + _LANE_HEIGHT * len(figure.lanes) + 42
    svg = etree.Element(
        "svg",
        {"class": "chart", "viewBox": f"0 0 {WIDTH} {height}", "role": "img", "aria-label": text, "data-pagefind-ignore": ""},
    )
    if isinstance(figure, Chart):
        _draw_chart(svg, figure)
    else:
        _draw_timeline(svg, figure, height)
    return svg


def _draw_chart(svg: etree.Element, chart: Chart) -> None:
    def place(point: Point) -> Point:
        x, y = point
        return _LEFT + chart.x.share(x) * (_RIGHT - _LEFT), _BOTTOM - chart.y.share(y) * (_BOTTOM - _TOP)

    for start, end in chart.shaded:
        (left, _), (right, _) = place((start, chart.y.low)), place((end, chart.y.low))
        _add(svg, "rect", {"class": "shade"}, x=left, y=_TOP, width=right - left, height=_BOTTOM - _TOP)
    for value, name in _ticks(chart.y):
        _, y = place((chart.x.low, value))
        _add(svg, "line", {"class": "grid"}, x1=_LEFT, x2=_RIGHT, y1=y, y2=y)
        _text(svg, name, (_LEFT - 6, y + 4), "end", "tick")
    _text(svg, chart.y.label, (4, 13), "start", "name")
    _draw_time(svg, chart.x, lambda value: place((value, chart.y.low))[0], _BOTTOM)
    for line in chart.lines:
        points = " ".join(f"{_short(x)},{_short(y)}" for x, y in map(place, line.points))
        _add(svg, "polyline", {"class": f"line series-{line.series}", "points": points, **_dashes(line.series)})
    for note in (*(line.label for line in chart.lines), *chart.notes):
        _draw_note(svg, note, place)


def _draw_note(svg: etree.Element, note: Note, place: Callable[[Point], Point]) -> None:
    if note.dot:
        x, y = place(note.dot)
        _add(svg, "circle", {"class": f"dot series-{note.series}"}, cx=x, cy=y, r=3.5)
    _text(svg, note.text, place(note.at), note.anchor, f"label series-{note.series}")


def _draw_time(svg: etree.Element, axis: Axis, place: Callable[[float], float], bottom: float) -> None:
    """The x axis: ticks, their names, and what they count."""
    _add(svg, "line", {"class": "axis"}, x1=_LEFT, x2=_RIGHT, y1=bottom, y2=bottom)
    for value, name in _ticks(axis):
        _add(svg, "line", {"class": "axis"}, x1=place(value), x2=place(value), y1=bottom, y2=bottom + 4)
        _text(svg, name, (place(value), bottom + 17), "middle", "tick")
    _text(svg, axis.label, (_RIGHT, bottom + 35), "end", "name")


def _draw_timeline(svg: etree.Element, timeline: Timeline, height: int) -> None:
    def across(value: float) -> float:
        return _LEFT + timeline.x.share(value) * (_RIGHT - _LEFT)

    def down(lane: float) -> float:
        return _LANE_TOP + _LANE_HEIGHT * lane + 32

    for index, name in enumerate(timeline.lanes):
        _add(svg, "line", {"class": "grid"}, x1=_LEFT, x2=_RIGHT, y1=down(index), y2=down(index))
        _text(svg, name, (4, down(index) - 18), "start", "name")
    for span in timeline.spans:
        left, right, middle = across(span.start), across(span.end), down(span.lane)
        box = {"class": f"span series-{span.series}", "rx": "3", **_dashes(span.series)}
        _add(svg, "rect", box, x=left, y=middle - 11, width=right - left, height=22)
        _text(svg, span.text, ((left + right) / 2, middle + 4), "middle", f"label series-{span.series}")
    for message in timeline.messages:
        (sent, sender), (received, receiver) = message.sent, message.received
        way = 1 if receiver > sender else -1
        x, y = across(received), down(receiver) - 12 * way
        _add(svg, "line", {"class": f"arrow series-{message.series}"}, x1=across(sent), y1=down(sender) + 11 * way, x2=x, y2=y)
        head = "M-4-4 4 4M-4 4 4-4" if message.lost else f"M-4 {-6 * way} 0 0 4 {-6 * way}"
        _add(
            svg,
            "path",
            {"class": f"arrow series-{message.series}", "d": head, "transform": f"translate({_short(x)} {_short(y)})"},
        )
        if message.text:
            at = ((across(sent) + x) / 2 + 6, (down(sender) + down(receiver)) / 2 + 4)
            _text(svg, message.text, at, "start", f"label series-{message.series}")
    _draw_time(svg, timeline.x, across, height - 42)


def _ticks(axis: Axis) -> list[tuple[float, str]]:
    return [tick if isinstance(tick, tuple) else (tick, f"{tick:,g}") for tick in axis.ticks]


def _dashes(series: int) -> dict[str, str]:
    return {"stroke-dasharray": _DASHES[series]} if series in _DASHES else {}


def _text(svg: etree.Element, text: str, at: Point, anchor: str, name: str) -> None:
    _add(svg, "text", {"class": name, "text-anchor": anchor}, x=at[0], y=at[1]).text = text


def _add(svg: etree.Element, tag: str, attributes: dict[str, str], **numbers: float) -> etree.Element:
    return etree.SubElement(svg, tag, attributes | {name: _short(value) for name, value in numbers.items()})


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
