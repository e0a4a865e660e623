"""Figures of the topic "overload"."""

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


def backlog_over_time() -> Chart:
    """A queue that nobody served for half an hour, and how fast three capacities empty it."""
    arriving, down = 2_000, 30 * 60
    backlog = arriving * down
    ends = {capacity: (down + backlog / (capacity - arriving)) / 60 for capacity in (2_500, 3_000, 4_000)}

    def line(capacity: int, series: int, at: tuple[float, float]) -> Line:
        label = Note(f"{capacity:,} a second", at, "start", series)
        return Line(((0, 0), (down / 60, backlog / 1e6), (ends[capacity], 0)), series, label)

    return Chart(
        x=Axis("minutes after the consumer stopped", 0, 160, (0, 30, 60, 90, 120, 150)),
        y=Axis("messages waiting, millions", 0, 4, (0, 1, 2, 3, 4)),
        lines=(line(2_500, 1, (96, 2.05)), line(3_000, 2, (66, 1.5)), line(4_000, 3, (31, 3.75))),
        shaded=((0, 30),),
        notes=(Note("down", (15, 0.25), "middle"),),
        computed={
            "backlog": backlog,
            "(down + drain) / 60": ends[2_500],
            "(down + backlog / (3_000 - arriving)) / 60": ends[3_000],
            "(down + backlog / (4_000 - arriving)) / 60": ends[4_000],
        },
    )


def two_states_at_one_load() -> Chart:
    """A cache is emptied for an instant; the database stays overloaded until most users are turned away for a while."""
    users, capacity, full, limited = 1_000, 2_000, 0.9, 333
    hit_rate, attempts, load = full, 1, []
    for minute in range(61):
        if minute == 10:
            hit_rate = 0.0
            attempts = 3  # everybody who waits too long asks again, three attempts in all
        admitted = limited if 30 <= minute < 45 else users
        queries = admitted * attempts * (1 - hit_rate)
        load.append((float(minute), 100 * queries / capacity))
        if queries < capacity:  # only answers in time fill the cache and end the retries
            attempts = 1
            hit_rate += (full - hit_rate) * 0.3
    return Chart(
        x=Axis("minutes", 0, 60, (0, 10, 20, 30, 45, 60)),
        y=Axis("queries, percent of what the database can do", 0, 175, (0, 50, (100, "100"), 150)),
        lines=(
            Line(((0, 100), (60, 100)), 3, Note("capacity", (59.5, 107), "end", 3)),
            Line(tuple(load), 1, Note("the cache is lost for an instant", (11, 159), "start", 1)),
        ),
        shaded=((30, 45),),
        notes=(Note("a third", (37.5, 84), "middle"), Note("admitted", (37.5, 71), "middle")),
        computed={
            "100 * good / capacity": load[0][1],
            "100 * bad / capacity": load[20][1],
            "100 * 333 * cost_in_bad_state / capacity": load[30][1],
        },
    )


def goodput_by_offered_load() -> Chart:
    """What ten cores still serve when refusing a request also costs something."""

    def served(offered: float, refusal_ms: float, cost_ms: float = 10, cpu_ms: float = 10_000) -> float:
        return min(offered, max(0.0, (cpu_ms - offered * refusal_ms) / (cost_ms - refusal_ms)))

    def line(refusal_ms: float, series: int, at: tuple[float, float]) -> Line:
        offered = range(0, 5_001, 50)
        label = Note(f"a refusal costs {refusal_ms:g} ms", at, "end", series)
        return Line(tuple((x, served(x, refusal_ms)) for x in offered), series, label)

    return Chart(
        x=Axis("requests offered per second", 0, 5_000, (0, 1_000, 2_000, 3_000, 4_000, 5_000)),
        y=Axis("requests served per second", 0, 1_200, (0, 250, 500, 750, 1_000)),
        lines=(line(0.1, 1, (4_950, 1_020)), line(1, 2, (4_950, 810)), line(3, 3, (2_350, 180))),
        computed={
            f"served({offered}, {refusal})": served(offered, refusal) for offered in (3000, 5000) for refusal in (0.1, 1, 3)
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
