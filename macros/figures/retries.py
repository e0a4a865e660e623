"""Figures on retries: what they multiply, and what spreads or stops them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

from macros.figures.shapes import Axis, Chart, Line, Note


def attempts_by_failure_rate() -> Chart:
    """What retries make of one click, by the share of queries that fail independently: three layers, one, one with a budget."""

    def queries(failing: float, attempts: int) -> float:
        return sum(failing**k for k in range(attempts))

    shares = [step / 100 for step in range(101)]
    return Chart(
        x=Axis("share of queries that fail", 0, 1, (0, 0.2, 0.4, 0.6, 0.8, (1, "all"))),
        y=Axis("queries for one click", 1, 64, (1, 2, 4, 8, 16, 32, 64), logarithmic=True),
        lines=(
            Line(tuple((p, queries(p, 64)) for p in shares), 1, Note("three layers, four attempts each", (0.88, 24), "end", 1)),
            Line(tuple((p, queries(p, 4)) for p in shares), 2, Note("one layer, four attempts", (1, 4.7), "end", 2)),
            Line(
                # each success pays for a tenth of a retry: attempts = 1 + (1 - p) * attempts / 10
                tuple((p, min(queries(p, 3), 1 / (1 - (1 - p) / 10))) for p in shares),
                3,
                Note("one layer, 10% budget", (1, 1.2), "end", 3),
            ),
        ),
        notes=(
            Note("2.5", (0.585, 2.9), "end", 1, dot=(0.6, queries(0.6, 64))),
            Note("64", (0.97, 52), "end", 1, dot=(1, queries(1, 64))),
        ),
        computed={"queries(0.6, 64)": queries(0.6, 64), "queries(1.0, 64)": queries(1, 64), "queries(1.0, 4)": queries(1, 4)},
    )


def arrivals_with_and_without_jitter() -> Chart:
    """Attempts of 10,000 clients that all failed at second 0, second by second; the server is back at second 10."""
    waits: dict[str, Callable[[random.Random, float], float]] = {
        "no jitter": lambda rng, limit: limit,  # noqa: ARG005 the page's own functions
        "20% jitter": lambda rng, limit: limit * rng.uniform(0.8, 1.2),
        "equal jitter": lambda rng, limit: rng.uniform(limit / 2, limit),
        "full jitter": lambda rng, limit: rng.uniform(0, limit),
    }

    def attempts(wait: Callable[[random.Random, float], float], clients: int = 10_000, back_at: int = 10) -> Counter[int]:
        rng, per_second = random.Random(7), Counter[int]()  # noqa: S311 a simulation
        for _ in range(clients):
            now, limit = 0.0, 1
            while now < back_at:
                now += wait(rng, limit)
                per_second[int(now)] += 1
                limit = min(2 * limit, 16)
        return per_second

    runs = {name: attempts(wait) for name, wait in waits.items()}
    spikes = [
        point
        for second in sorted(runs["no jitter"])
        for point in ((second, 0), (second + 0.5, runs["no jitter"][second]), (second + 1, 0))
    ]

    def curve(name: str) -> tuple[tuple[float, float], ...]:
        return tuple((second + 0.5, runs[name][second]) for second in range(26))

    return Chart(
        x=Axis("seconds after the failure", 0, 26, (0, 5, 10, 15, 20, 25)),
        y=Axis("attempts in that second", 0, 14_000, (0, 2_000, 5_000, 10_000)),
        lines=(
            Line((*spikes, (26, 0)), 1, Note("no jitter: all at once", (16.2, 9_200), "start", 1)),
            Line(curve("20% jitter"), 3, Note("20% jitter", (16.8, 3_100), "start", 3)),
            Line(curve("full jitter"), 2, Note("full jitter", (19.2, 950), "start", 2)),
        ),
        shaded=((0, 10),),
        notes=(Note("server down", (9.8, 13_000), "end"),),
        computed={
            f'runs[10, "{name}"][{second}]': runs[name][second]
            for name, second in (("no jitter", 15), ("20% jitter", 15), ("full jitter", 0), ("full jitter", 10))
        },
    )


def calls_lost_with_a_breaker() -> Chart:
    """What a breaker that opens at half of its window makes of a partial failure, on one instance with 200 calls a second."""

    def lost(failing: float, window: int, calls: int = 200 * 1800, pause: int = 200 * 30) -> float:
        rng, good, now, last, opened = random.Random(1), 0, 0, 0, False  # noqa: S311 a simulation
        while now < calls:
            failed = rng.random() < failing
            good += not failed
            last = (last << 1 | failed) % 2**window
            now += 1
            opened = (opened and failed) or last.bit_count() >= window / 2
            if opened:
                now, last = now + pause, 0
        return 1 - good / calls

    shares = [step / 20 for step in range(13)]
    curves = {window: tuple((p, lost(p, window)) for p in shares) for window in (20, 100)}
    return Chart(
        x=Axis(
            "share of the instance's calls that fail", 0, 0.6, ((0, "0"), (0.1, "10%"), (0.2, "20%"), (0.4, "40%"), (0.6, "60%"))
        ),
        y=Axis("share of its calls that are lost", 0, 1, ((0, "0"), (0.25, "25%"), (0.5, "50%"), (0.75, "75%"), (1, "all"))),
        lines=(
            Line(curves[20], 1, Note("window of 20", (0.155, 0.62), "end", 1)),
            Line(curves[100], 2, Note("window of 100", (0.37, 0.62), "start", 2)),
            Line(((0, 0), (0.6, 0.6)), 3, Note("no breaker", (0.6, 0.42), "end", 3)),
        ),
        notes=(Note("", (0.2, 0.9), "start", 1, dot=curves[20][4]), Note("", (0.4, 0.9), "start", 2, dot=curves[100][8])),
        computed={
            f"lost({failing}, {window})": curves[window][round(failing * 20)][1]
            for failing in (0.05, 0.2, 0.4)
            for window in (20, 100)
        },
    )
