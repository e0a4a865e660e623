"""Figures of the topic "consistency"."""

from __future__ import annotations

from math import comb

from macros.figures.shapes import Axis, Chart, Line, Message, Note, Span, Timeline


def order_latency_by_distance() -> Chart:
    """What four commits in a row add to an order, at the speed of light in fibre."""

    def added(km: float) -> float:
        return 4 * 2 * km / 200

    return Chart(
        x=Axis("km to the nearest other member of the majority", 0, 10_000, (0, 2_500, 5_000, 7_500)),
        y=Axis("ms added to an order, at the least", 0, 450, (0, 100, 200, 300, 400)),
        lines=(
            Line(
                tuple((km, added(km)) for km in (0, 600, 2_500, 10_000)),
                1,
                Note("four commits in a row", (9_900, 190), "end", 1),
            ),
            Line(tuple((km, added(km) / 4) for km in (0, 10_000)), 2, Note("one transaction", (6_800, 28), "start", 2)),
            Line(((0, 400), (10_000, 400)), 3, Note("budget of the page", (100, 412), "start", 3)),
        ),
        notes=(
            Note("600 km: 24", (150, 52), "start", 1, dot=(600, added(600))),
            Note("2,500 km: 100", (2_900, 92), "start", 1, dot=(2_500, added(2_500))),
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


def two_primaries() -> Timeline:
    """A heartbeat is lost, and a standby takes over from a primary that never stopped."""
    cut, takeover, healed = 10, 20, 45
    return Timeline(
        x=Axis("seconds", 0, 50, (0, cut, takeover, healed)),
        lanes=("primary", "standby"),
        spans=(
            Span(0, 0, healed, "accepts writes all the time", 1),
            Span(1, 0, cut, "follows", 0),
            Span(1, cut, takeover, "waits", 0),
            Span(1, takeover, healed, "accepts writes, too", 3),
        ),
        messages=(Message((3, 0), (3.6, 1)), Message((12, 0), (12.6, 0.6), lost=True), Message((17, 0), (17.6, 0.6), lost=True)),
        computed={"cut": cut, "takeover": takeover, "healed": healed},
    )


def paused_lock_holder() -> Timeline:
    """A worker sleeps through the end of its lease and writes over a newer result."""
    return Timeline(
        x=Axis("seconds", 0, 52, (0, 4, (30, "30: lease ends"), 46)),
        lanes=("worker A", "lock service", "worker B"),
        spans=(
            Span(0, 0, 4, "", 1),
            Span(0, 4, 46, "paused", 0),
            Span(0, 46, 52, "writes", 3),
            Span(1, 0, 30, "A holds it, token 33", 1),
            Span(1, 34, 52, "B, token 34", 2),
            Span(2, 34, 44, "writes", 2),
        ),
        messages=(Message((34, 1), (35, 2), "34", 2),),
        computed={"store['highest']": 34},
    )


def cut_off_leader() -> Timeline:
    """Raft: an old leader without a majority, and a new one with it."""
    cut, gap, healed = 1, 1.2, 7
    elected, down = cut + gap, 2.5
    return Timeline(
        x=Axis("seconds", 0, 10, (0, (cut, "1: cut"), (elected, "2.2"), (healed, "7: healed"), 10)),
        lanes=("A and B", "C, D, and E"),
        spans=(
            Span(0, 0, cut, "", 1),
            Span(0, cut, down, "stuck", 3),
            Span(0, down, healed, "no leader", 0),
            Span(0, healed, 10, "follow C", 2),
            Span(1, 0, cut, "", 1),
            Span(1, cut, elected, "wait", 4),
            Span(1, elected, 10, "term 5: C leads and commits", 2),
        ),
        messages=(Message((0.7, 0), (0.8, 1)), Message((1.6, 0), (1.75, 0.6), lost=True), Message((7.3, 1), (7.4, 0))),
        computed={"round(without_leader(1_000, 2_000, 10)[0], -2)": 1_000 * gap},
    )
