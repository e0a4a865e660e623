"""Figures of the topic "capacity"."""

from __future__ import annotations

from macros.figures.shapes import Axis, Chart, Line, Note


def peak_forecast() -> Chart:
    """Three forecasts of a peak of 3,500 requests a second, what the database serves, and one campaign."""

    def line(growth: float, series: int, text: str, at: tuple[float, float]) -> Line:
        return Line(tuple((month, 3500 * growth**month) for month in range(13)), series, Note(text, at, "end", series))

    campaign = 3500 * 1.08**4 * 1.3
    return Chart(
        x=Axis("months from now", 0, 12, (0, 2, 4, 6, 8, 10, 12)),
        y=Axis("peak requests a second", 0, 11_000, (0, 3_500, 5_000, 7_500, 10_000)),
        lines=(
            line(1.096, 1, "high, 9.6% a month", (9.3, 9_300)),
            line(1.08, 2, "expected, 8%", (11.95, 7_250)),
            line(1.06, 3, "low, 6%", (11.95, 5_650)),
            Line(((0, 5_000), (12, 5_000)), 4, Note("the database today", (11.95, 4_250), "end", 4)),
            Line(((4, 3500 * 1.08**4), (4, campaign)), 2, Note("campaign: 6,190", (3.8, 6_500), "end", 2)),
        ),
        notes=(
            Note("", (4, campaign), "end", 2, dot=(4, campaign)),
            Note("11 weeks", (1.6, 600)),
        ),
        shaded=((3.9 - 11 / (365.25 / 84), 3.9),),
        computed={
            "3500 * 1.06**12": 3500 * 1.06**12,
            "3500 * 1.08**12": 3500 * 1.08**12,
            "3500 * 1.096**12": 3500 * 1.096**12,
            "3500 * 1.08**4 * 1.3": campaign,
        },
    )
