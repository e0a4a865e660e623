"""Figures on queues: waiting, variability, and what is in flight."""

from __future__ import annotations

from math import factorial

from macros.figures.shapes import Axis, Chart, Line, Note


def response_time_by_utilization() -> Chart:
    """Mean response time at 10 ms of work: one server with its own queue (M/M/1), and 64 that share one (M/M/64)."""

    def response_ms(busy: float) -> float:
        return 10 / (1 - busy)

    def shared_ms(servers: int, busy: float) -> float:
        offered = servers * busy
        full = offered**servers / factorial(servers) / (1 - busy)
        waits = full / (sum(offered**k / factorial(k) for k in range(servers)) + full)
        return 10 + waits * response_ms(busy) / servers

    marked = (0.5, 0.8, 0.9, 0.95)
    shares = (*(step / 200 for step in range(191)), *(0.95 + step / 1_000 for step in range(1, 50)))
    return Chart(
        x=Axis("utilization, percent", 0, 100, (0, 25, 50, 80, (90, "90"), 100)),
        y=Axis("mean response time, ms", 0, 220, (0, 50, 100, 200)),
        lines=(
            Line(tuple((100 * u, response_ms(u)) for u in shares if u <= 0.95), 1, Note("a queue each", (90, 150), "end", 1)),
            Line(tuple((100 * u, shared_ms(64, u)) for u in shares), 2, Note("one shared queue", (97, 14), "end", 2)),
        ),
        notes=tuple(
            Note(
                f"{100 * u:g}%: {response_ms(u):.0f} ms",
                (100 * u - 2, response_ms(u) + 4),
                "end",
                1,
                dot=(100 * u, response_ms(u)),
            )
            for u in marked
        ),
        computed={f"response_ms({u})": response_ms(u) for u in marked} | {"shared_ms(64, 0.9)": shared_ms(64, 0.9)},
    )


def wait_by_variability() -> Chart:
    """Mean wait by Kingman's formula for three kinds of service times of 10 ms on average."""

    def wait_ms(rho: float, arrivals: float, service: float) -> float:
        return rho / (1 - rho) * (arrivals + service) / 2 * 10

    def line(service: float, name: str, series: int, at: tuple[float, float]) -> Line:
        points = [(step / 100, wait_ms(step / 100, 1, service)) for step in range(96)]
        return Line(tuple((100 * rho, wait) for rho, wait in points if wait <= 200), series, Note(name, at, "end", series))

    return Chart(
        x=Axis("utilization, percent", 0, 100, (0, 25, 50, 80, 100)),
        y=Axis("mean wait in the queue, ms", 0, 200, (0, 40, 100, 200)),
        lines=(
            line(4, "mixed sizes, cs² = 4", 1, (74, 122)),
            line(1, "cs² = 1", 2, (74, 30)),
            line(0, "equal, cs² = 0", 3, (99, 6)),
        ),
        notes=(
            Note("100", (78, 96), "end", 1, dot=(80, wait_ms(0.8, 1, 4))),
            Note("40", (83, 36), "start", 2, dot=(80, wait_ms(0.8, 1, 1))),
        ),
        computed={"wait_ms(0.8, 1, 4)": wait_ms(0.8, 1, 4), "wait_ms(0.8, 1, 1)": wait_ms(0.8, 1, 1)},
    )


def in_flight_by_response_time() -> Chart:
    """Little's law at 2,000 requests a second: without a limit, and with 50 on each of ten instances."""
    rate, limit = 2_000, 500
    times = (0, 0.15, 0.25, 0.75, 1.5)
    return Chart(
        x=Axis("seconds that one request takes", 0, 1.6, ((0.15, "0.15"), 0.5, 1, 1.5)),
        y=Axis("requests in flight", 0, 3_300, (0, 300, 1_000, 2_000, 3_000)),
        lines=(
            Line(tuple((t, rate * t) for t in times), 1, Note("no limit", (1.05, 2_250), "end", 1)),
            Line(
                tuple((t, min(limit, rate * t)) for t in times),
                2,
                Note("limit of 500; the rest is refused at once", (1.55, 630), "end", 2),
            ),
        ),
        notes=(
            Note("300", (0.19, 170), "start", 1, dot=(0.15, rate * 0.15)),
            Note("slow database: 3,000", (1.42, 3_020), "end", 1, dot=(1.5, rate * 1.5)),
        ),
        computed={"2_000 * 0.15": rate * 0.15, "2_000 * 1.5": rate * 1.5},
    )
