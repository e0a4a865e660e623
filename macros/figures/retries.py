"""Figures on retries: what they multiply, and what spreads or stops them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from math import comb

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


def chance_that_the_breaker_opens() -> Chart:
    """How likely ten of the last twenty calls failed, by the share of calls that go to what is broken."""

    def opens(failing: float, window: int = 20, needed: int = 10) -> float:
        return sum(comb(window, k) * failing**k * (1 - failing) ** (window - k) for k in range(needed, window + 1))

    shares = [step / 50 for step in range(51)]
    return Chart(
        x=Axis("share of the client's calls that fail", 0, 1, ((0.05, "1/20"), 0.25, (0.5, "1/2"), 0.75, (1, "all"))),
        y=Axis("chance that the breaker is open", 0, 1, (0, 0.25, 0.5, 0.75, 1)),
        lines=(Line(tuple((p, opens(p)) for p in shares), 1, Note("", (1, 1), "end", 1)),),
        notes=(
            Note("half to the broken shard", (0.53, 0.56), "start", 1, dot=(0.5, opens(0.5))),
            Note("one call in twenty: practically never", (0.06, 0.07), "start", 1, dot=(0.05, opens(0.05))),
        ),
        computed={"opens(1 / 2)": opens(0.5), "opens(1 / 20)": opens(0.05)},
    )
