"""Figures of the topic "consistency"."""

from __future__ import annotations

from math import comb

from macros.figures.shapes import Axis, Chart, Line, Message, Note, Span, Timeline


def downtime_by_common_share() -> Chart:
    """A small share of downtime that all nodes have in common decides what a majority is worth."""

    def majority_up(n: int, up: float) -> float:
        return sum(comb(n, k) * up**k * (1 - up) ** (n - k) for k in range(n // 2 + 1, n + 1))

    def down(n: int, share: float) -> float:
        together, alone = 0.01 * share, 0.01 * (1 - share)
        return 365 * 24 * 60 * (1 - (1 - together) * majority_up(n, 1 - alone))

    def line(n: int, series: int, name: str, at: tuple[float, float]) -> Line:
        shares = [10 ** (step / 4) for step in range(-16, 1)]
        return Line(tuple((100 * share, down(n, share)) for share in shares), series, Note(name, at, "start", series))

    return Chart(
        x=Axis(
            "share of each node's downtime that hits all nodes",
            0.01,
            100,
            ((0.01, "0.01%"), (0.1, "0.1%"), (1, "1%"), (10, "10%"), (100, "100%")),
            logarithmic=True,
        ),
        y=Axis("minutes down a year", 0.1, 10_000, (0.1, 1, 10, 100, 1_000, 10_000), logarithmic=True),
        lines=(
            line(1, 3, "one node", (0.012, 2_600)),
            line(3, 2, "3 nodes", (0.012, 220)),
            line(5, 1, "5 nodes", (0.012, 9)),
            line(7, 4, "7 nodes", (0.03, 0.55)),
        ),
        notes=(Note("5 nodes: 58", (1.6, 38), "start", 1, dot=(1, down(5, 0.01))),),
        computed={
            "year * (1 - with_common_cause(3, 0.01))": down(3, 0.01),
            "year * (1 - with_common_cause(5, 0.01))": down(5, 0.01),
            "year * (1 - with_common_cause(7, 0.01))": down(7, 0.01),
            "year * (1 - with_common_cause(5, 0.0001))": down(5, 0.0001),
        },
    )


def two_primaries() -> Timeline:
    """A site is cut off: with a heartbeat alone two primaries accept writes, with a lease and a fence one does."""
    cut, takeover, read_only, promoted, healed, end = 10, 20, 28, 38, 45, 55
    return Timeline(
        x=Axis("seconds", 0, end, (0, (cut, "10: cut"), takeover, read_only, promoted, (healed, "45: back"))),
        lanes=("today: primary", "today: standby", "three rules: primary", "three rules: standby"),
        spans=(
            Span(0, 0, end, "accepts writes all the time", 1),
            Span(1, 0, cut, "follows", 0),
            Span(1, cut, takeover, "waits", 0),
            Span(1, takeover, end, "accepts writes", 3),
            Span(2, 0, cut, "writes", 1),
            Span(2, cut, read_only, "confirms none", 4),
            Span(2, read_only, end, "read-only", 0),
            Span(3, 0, cut, "follows", 0),
            Span(3, cut, promoted, "waits", 0),
            Span(3, promoted, end, "accepts writes", 1),
        ),
        computed={
            "cut": cut,
            "takeover": takeover,
            "lease(8)[0]": read_only,
            "lease(8)[1]": promoted,
            "healed": healed,
        },
    )


def paused_lock_holder() -> Timeline:
    """A worker sleeps through the end of its lease and writes over a newer result."""
    paused, woke, a_writes, b_starts, b_writes, end = 4, 50, 52, 34, 40, 64
    return Timeline(
        x=Axis("seconds", 0, end, (0, paused, 30, b_starts, b_writes, a_writes)),
        lanes=("worker A", "lock service", "worker B", "report file"),
        spans=(
            Span(0, 0, paused, "", 1),
            Span(0, paused, woke, "paused", 0),
            Span(0, woke, a_writes, "", 1),
            Span(1, 0, 30, "A holds it, token 101", 1),
            Span(1, b_starts, b_writes + 1, "108", 2),
            Span(2, b_starts, b_writes, "", 2),
            Span(3, b_writes, a_writes, "from B", 2),
            Span(3, a_writes, end, "from A", 3),
        ),
        messages=(
            Message((b_starts, 1), (b_starts, 2), "", 2),
            Message((b_writes, 2), (b_writes, 3), "", 2),
            Message((a_writes, 0), (a_writes, 3), "", 3),
        ),
        computed={
            "own_work + pause": a_writes,
            "b_starts": b_starts,
            "b_writes": b_writes,
            "lease_ends": 30,
        },
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
