"""Figures of the topic "consistency"."""

from __future__ import annotations

from math import comb

from macros.figures.shapes import Axis, Chart, Line, Note


def order_latency_by_distance() -> Chart:
    """What four commits in a row add to an order, at the speed of light in fibre."""

    def added(km: float) -> float:
        return 4 * 2 * km / 200

    return Chart(
        x=Axis("km to the nearest other member of the majority", 0, 10_000, (0, 2_500, 5_000, 7_500, (10_000, "10,000"))),
        y=Axis("ms added to an order, at the least", 0, 450, (0, 100, 200, 300, 400)),
        lines=(
            Line(
                tuple((km, added(km)) for km in (0, 600, 2_500, 10_000)),
                1,
                Note("four commits in a row", (6_300, 190), "start", 1),
            ),
            Line(tuple((km, added(km) / 4) for km in (0, 10_000)), 2, Note("one transaction", (6_800, 28), "start", 2)),
            Line(((0, 400), (10_000, 400)), 3, Note("budget of the page", (100, 412), "start", 3)),
        ),
        notes=(
            Note("600 km: 24", (900, 8), "start", 1, dot=(600, added(600))),
            Note("2,500 km: 100", (2_350, 116), "end", 1, dot=(2_500, added(2_500))),
        ),
        computed={"4 * commit('A')": added(600), "4 * round_trip(2_500)": added(2_500)},
    )


def majority_by_node_availability() -> Chart:
    """How often a majority of one, three or five independent nodes is up."""

    def up(n: int, a: float) -> float:
        return sum(comb(n, k) * a**k * (1 - a) ** (n - k) for k in range(n // 2 + 1, n + 1))

    def line(n: int, series: int, at: tuple[float, float]) -> Line:
        name = "one node" if n == 1 else f"{n} nodes"
        return Line(
            tuple((100 * a, 100 * up(n, a)) for a in (0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1)),
            series,
            Note(name, at, "start", series),
        )

    return Chart(
        x=Axis("per cent of the time that each node is up", 90, 100, (90, 92, 94, 96, 98, (99, "99"), 100)),
        y=Axis("per cent of the time that a majority is up", 90, 100, (90, 92, 94, 96, 98, 100)),
        lines=(line(1, 3, (95.3, 94.6)), line(3, 2, (90.6, 96.6)), line(5, 1, (90.4, 99.5))),
        computed={"100 * majority_up(3, 0.99)": 100 * up(3, 0.99), "100 * majority_up(5, 0.99)": 100 * up(5, 0.99)},
    )
