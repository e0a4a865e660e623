"""Every figure by name, drawn from a formula or a small simulation; pages show them as `![text](../figures/name.svg)`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType

from macros.figures import consistency, overload, performance, queueing, retries, slos
from macros.figures.shapes import Figure

_DRAWN: tuple[Callable[[], Figure], ...] = (
    retries.attempts_by_failure_rate,
    retries.arrivals_with_and_without_jitter,
    overload.backlog_over_time,
    overload.two_states_at_one_load,
    overload.goodput_by_offered_load,
    retries.chance_that_the_breaker_opens,
    slos.availability_by_dependencies,
    slos.budget_left_by_burn_rate,
    slos.what_the_user_sees,
    slos.burn_rate_of_one_failure,
    slos.availability_by_fallback,
    consistency.order_latency_by_distance,
    consistency.downtime_by_common_share,
    consistency.two_primaries,
    consistency.paused_lock_holder,
    consistency.cut_off_leader,
    performance.backend_load_by_hit_rate,
    performance.mttr_of_equal_quarters,
    performance.clocks_of_one_cart_load,
    queueing.response_time_by_utilization,
    performance.slow_requests_by_fan_out,
    queueing.wait_by_variability,
    queueing.in_flight_by_response_time,
)
FIGURES: Mapping[str, Callable[[], Figure]] = MappingProxyType(
    {draw.__name__.replace("_", "-"): functools.cache(draw) for draw in _DRAWN}  # a simulation runs once
)
FOLDER = "docs/figures/"  # where links find them; nothing is there


def figure_name(path: str) -> str:
    """`docs/figures/x.svg` -> `x`; anything else -> an empty string."""
    return path.removeprefix(FOLDER).removesuffix(".svg") if path.startswith(FOLDER) and path.endswith(".svg") else ""
