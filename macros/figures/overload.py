"""Figures of the topic "overload"."""

from __future__ import annotations

from macros.figures.shapes import Axis, Chart, Line, Note


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
