"""What a figure is made of, in the units of its own axes; nothing here knows how it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log
from typing import Literal, TypeAlias

Point: TypeAlias = tuple[float, float]
Anchor: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`; a tick is a value, or a value with the text that stands for it."""

    label: str
    low: float
    high: float
    ticks: tuple[float | tuple[float, str], ...]
    logarithmic: bool = False

    def share(self, value: float) -> float:
        """Where a value lies on the axis: 0 at its low end, 1 at its high end."""
        if self.logarithmic:
            return log(value / self.low) / log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Note:
    """Text at a point of the chart; `dot` draws the point, too."""

    text: str
    at: Point
    anchor: Anchor = "start"
    series: int = 0  # the color of that line; 0 is the color of the text
    dot: Point | None = None


@dataclass(frozen=True)
class Line:
    """`series` from 1 to 4 gives color and dashes, so that no line is told by its color alone."""

    points: tuple[Point, ...]
    series: int
    label: Note


@dataclass(frozen=True)
class Chart:
    """Lines over two axes. `computed`: expression of the page's examples -> the value that is drawn; the tests compare them."""

    x: Axis
    y: Axis
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    shaded: tuple[tuple[float, float], ...] = ()  # stretches of the x axis
    computed: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Span:
    """Something that lasts, in one lane of a timeline."""

    lane: int
    start: float
    end: float
    text: str
    series: int = 0


@dataclass(frozen=True)
class Message:
    """An arrow from one lane to another; `lost` ends it in a cross."""

    sent: Point  # time, lane
    received: Point
    text: str = ""
    series: int = 0
    lost: bool = False


@dataclass(frozen=True)
class Timeline:
    """Lanes from top to bottom, time from left to right."""

    x: Axis
    lanes: tuple[str, ...]
    spans: tuple[Span, ...]
    messages: tuple[Message, ...] = ()
    computed: Mapping[str, float] = field(default_factory=dict)


Figure: TypeAlias = Chart | Timeline
