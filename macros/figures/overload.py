"""Figures of the topic "overload"."""

from __future__ import annotations

from macros.figures.shapes import Axis, Chart, Line, Note


def backlog_over_time() -> Chart:
    """A queue that nobody served for half an hour, and how fast three capacities empty it."""
    arriving, down = 2_000, 30 * 60
    backlog = arriving * down
    ends = {capacity: (down + backlog / (capacity - arriving)) / 60 for capacity in (2_500, 3_000, 4_000)}

    def line(capacity: int, series: int, at: tuple[float, float]) -> Line:
        label = Note(f"{capacity:,} per second", at, "start", series)
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


def two_ways_out() -> Chart:
    """A cache is emptied at 9:10 and the database stays overloaded; two plans for letting users back in."""

    def run(plan: dict[int, tuple[int, int]]) -> list[float]:
        hit, queue, shares = 0.75, 0.0, []
        for second in range(81 * 60):
            minute = second / 60
            users, attempts = plan[max(start for start in plan if start <= minute)]
            if minute == 10:
                hit = 0.0
            late = queue > 2 * 500
            queries = users * (1 - hit) * (attempts if late else 1)
            queue = min(max(queue + queries - 500, 0), 2500)
            in_time = 0 if late else min(queries, 500)
            if second % 60 == 0:
                shares.append((users * hit + in_time) / 1000)
            hit += in_time / 100_000 - hit / 300
        return shares

    plans = {
        "250, 500, all": run({0: (1000, 3), 50: (250, 1), 55: (500, 1), 60: (1000, 1)}),
        "250, then all": run({0: (1000, 3), 50: (250, 1), 60: (1000, 1)}),
    }
    return Chart(
        x=Axis("time", 0, 80, ((0, "9:00"), (10, "9:10"), (30, "9:30"), (50, "9:50"), (60, "10:00"), (80, "10:20"))),
        y=Axis("requests answered in time", 0, 1, ((0, "none"), (0.25, "25%"), (0.5, "50%"), (1, "all"))),
        lines=(
            Line(tuple(enumerate(plans["250, 500, all"])), 1, Note("with a step at half", (58, 0.72), "end", 1)),
            Line(tuple(enumerate(plans["250, then all"])), 2, Note("", (60, 0.1), "start", 2)),
        ),
        notes=(Note("all at once", (64.5, 0.6), "start", 2), Note("trigger gone, still down", (30, 0.06), "middle")),
        shaded=((50, 60),),
        computed={
            f'run(plans["{name}"])[{minute}]': shares[minute] for name, shares in plans.items() for minute in (0, 30, 52, 80)
        },
    )


def phones_connected_by_limit() -> Chart:
    """Two million phones that each try every ten seconds, servers that can do 4,000 logins a second, three limits."""

    def connected(limit: int, capacity: int = 4_000) -> list[float]:
        outside, inside, head = 2_000_000.0, 0.0, 0
        line: list[float] = []
        minutes: list[float] = []
        for second in range(12 * 60 + 1):
            if second % 60 == 0:
                minutes.append(inside)
            line.append(min(limit, outside / 10))
            outside -= line[second]
            if second >= 10:
                outside += line[second - 10]
            work: float = capacity
            while work and head <= second:
                done = min(work, line[head])
                line[head] -= done
                work -= done
                if second - head < 10:
                    inside += done
                if line[head]:
                    break
                head += 1
        return minutes

    runs = {limit: connected(limit) for limit in (200_000, 4_400, 3_600)}

    def curve(limit: int, series: int, label: Note) -> Line:
        return Line(tuple((minute, phones / 1e6) for minute, phones in enumerate(runs[limit])), series, label)

    return Chart(
        x=Axis("minutes after the door opens", 0, 12, (0, 2, 4, 6, 8, 10, 12)),
        y=Axis("phones connected, millions", 0, 2, (0, 0.5, 1, 1.5, 2)),
        lines=(
            curve(3_600, 1, Note("limit 3,600 a second", (5.2, 1.3), "end", 1)),
            curve(4_400, 2, Note("limit 4,400 a second", (11.9, 0.56), "end", 2)),
            curve(200_000, 3, Note("no limit", (11.9, 0.12), "end", 3)),
        ),
        computed={f"connected({limit})[9]": minutes[9] for limit, minutes in runs.items()},
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
