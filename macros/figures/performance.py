"""Figures of the topic "performance"."""

from __future__ import annotations

import random

from macros.figures.shapes import Axis, Chart, Line, Note, Span, Timeline


def backend_load_by_hit_rate() -> Chart:
    """What a cache leaves to the database, at 50,000 requests a second."""

    def backend(hit_rate: float) -> int:
        return round(50_000 * (1 - hit_rate))

    rates = (0.88, 0.90, 0.95, 0.98, 0.99, 1.0)
    return Chart(
        x=Axis("hit rate, %", 88, 100, (88, 90, 92, 95, 98, 100)),
        y=Axis("queries per second", 0, 6_000, (0, 1_000, 2_500, 5_000)),
        lines=(
            Line(tuple((100 * hit, backend(hit)) for hit in rates), 1, Note("", (100, 0), "end", 1)),
            Line(((88, 2_500), (100, 2_500)), 3, Note("what the database can do", (88.1, 2_620), "start", 3)),
        ),
        notes=(
            Note("after the release: 5,000", (90.2, 5_150), "start", 1, dot=(90, backend(0.9))),
            Note("before: 1,000", (97.7, 700), "end", 1, dot=(98, backend(0.98))),
        ),
        computed={f"backend({hit})": backend(hit) for hit in (0.90, 0.95, 0.98)} | {"capacity": 2_500},
    )


def mttr_of_equal_quarters() -> Chart:
    """Mean time to restore of 10,000 quarters with nine incidents each, all drawn from one distribution."""
    generator = random.Random(2026)  # noqa: S311 a simulation
    means = sorted(sum(40 * generator.lognormvariate(0, 1.1) for _ in range(9)) / 9 for _ in range(10_000))
    low, high, goal, width = means[500], means[9_500], 50, 10
    steps = []
    for start in range(0, 250, width):
        share = sum(start <= value < start + width for value in means) / 100
        steps += [(start, share), (start + width, share)]
    marks = (low, goal, high)
    return Chart(
        x=Axis("mean time to restore in a quarter, minutes", 0, 250, (0, 50, 100, 150, 200, 250)),
        y=Axis("percent of the quarters", 0, 18, (0, 5, 10, 15)),
        lines=(
            Line(tuple(steps), 1, Note("equal quarters", (142, 11.5), "start", 1)),
            *(Line(((value, 0), (value, 16.2)), 2, Note(f"{value:.0f}", (value, 16.8), "middle", 2)) for value in marks),
        ),
        shaded=((low, high),),
        computed={"same[500]": low, "same[9_500]": high},
    )


def clocks_of_one_cart_load() -> Timeline:
    """One slow load of a cart: where each clock runs, and for how long."""
    server = 4_100
    return Timeline(
        x=Axis("ms since the click", 0, 5_000, (0, 1_000, 2_000, 3_000, 4_000, 5_000)),
        lanes=("browser", "load balancer", "server", "database"),
        spans=(
            Span(0, 0, 4_700, "4,700 ms, until the cart shows", 3),
            Span(1, 300, 4_500, "4,200 ms", 2),
            Span(2, 400, 400 + server, "4,100 ms", 1),
            Span(3, 450, 4_450, "40 queries, 100 ms each", 0),
        ),
        computed={"max(now)": server},
    )


def slow_requests_by_fan_out() -> Chart:
    """How many pages are slow when each of N servers is slow now and then."""

    def slow(p: float, n: float) -> float:
        return 1.0 - float((1 - p) ** n)

    def line(p: float, series: int, at: tuple[float, float]) -> Line:
        label = Note(f"1 in {1 / p:,.0f}", at, "start", series)
        return Line(tuple((n, 100 * slow(p, n)) for n in sorted({*(2 ** (k / 2) for k in range(22)), 100, 2_000})), series, label)

    return Chart(
        x=Axis("servers that one page needs, doubling scale", 1, 2_048, (1, 4, 16, 64, 256, 1_024), logarithmic=True),
        y=Axis("slow pages, percent", 0, 100, (0, 25, 50, 75, 100)),
        lines=(line(0.01, 1, (20, 50)), line(0.001, 2, (115, 44)), line(0.0001, 3, (420, 27))),
        notes=(
            Note("63%", (84, 69), "end", 1, dot=(100, 100 * slow(0.01, 100))),
            Note("", (2_000, 18), "end", 3, dot=(2_000, 100 * slow(0.0001, 2_000))),
        ),
        computed={"100 * slow(0.01, 100)": 100 * slow(0.01, 100), "100 * slow(0.0001, 2_000)": 100 * slow(0.0001, 2_000)},
    )


def search_latency_before_and_after() -> Chart:
    """Searches answered within each bucket's edge, before and after an index; only the edges are counted."""
    edges_ms = (100, 300, 1_000, 3_000, 10_000)
    before, after = (55, 72, 85, 99.2, 100), (58, 97.2, 99.6, 99.98, 100)
    return Chart(
        x=Axis("search time up to, ms", 100, 10_000, (100, 300, 1_000, 3_000, (10_000, "10k")), logarithmic=True),
        y=Axis("searches, percent", 50, 100, (50, 60, 70, 80, 90, 99)),
        lines=(
            Line(tuple(zip(edges_ms, before, strict=True)), 3, Note("before", (720, 76), "start", 3)),
            Line(tuple(zip(edges_ms, after, strict=True)), 1, Note("after", (160, 86), "end", 1)),
        ),
        notes=(
            Note("72%", (330, 66), "start", 3, dot=(300, before[1])),
            Note("97.2%", (330, 93.5), "start", 1, dot=(300, after[1])),
        ),
        computed={"100 * before[1] / before[-1]": before[1], "100 * after[1] / after[-1]": after[1]},
    )
