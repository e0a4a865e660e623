"""Figures of the topic "monitoring"."""

from __future__ import annotations

from math import factorial

from macros.figures.shapes import Axis, Span, Timeline


def where_each_signal_is_measured() -> Timeline:
    """An average request at 90 a second: 10 ms in the instance, the wait, 100 ms in the database, 10 ms in the instance."""
    pool, held, rate = 10, 0.1, 90
    busy = rate * held
    full = busy**pool / factorial(pool) / (1 - busy / pool)
    queue = full / (sum(busy**k / factorial(k) for k in range(pool)) + full) * busy / (pool - busy)
    wait = 1_000 * queue / rate
    got = 10 + wait
    return Timeline(
        x=Axis("ms since the balancer got the request", 0, 200, (0, 50, 100, 150, 200)),
        lanes=("load balancer", "instance, waiting for a connection", "database connection"),
        spans=(
            Span(0, 0, got + 110, f"traffic, errors, latency: {got + 110:.0f} ms", 1),
            Span(1, 10, got, f"saturation: {wait:.0f} ms", 3),
            Span(2, got, got + 100, "held for 100 ms", 2),
        ),
        computed={"waiting(90)": queue, "1000 * waiting(90) / 90": wait},
    )
