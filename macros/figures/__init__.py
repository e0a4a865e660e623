"""Every figure by name, drawn from a formula or a small simulation; pages show them as `![text](../figures/name.svg)`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType

from macros.figures import capacity, consistency, incidents, overload, performance, queueing, replication, retries, signals, slos
from macros.figures.shapes import Figure

_DRAWN: tuple[Callable[[], Figure], ...] = (
    retries.attempts_by_failure_rate,
    retries.arrivals_with_and_without_jitter,
    overload.backlog_over_time,
    overload.two_ways_out,
    overload.phones_connected_by_limit,
    overload.goodput_by_offered_load,
    retries.calls_lost_with_a_breaker,
    slos.availability_by_dependencies,
    slos.budget_left_by_burn_rate,
    slos.what_the_user_sees,
    slos.availability_by_fallback,
    slos.manual_work_by_engineering_share,
    consistency.downtime_by_common_share,
    consistency.two_primaries,
    consistency.paused_lock_holder,
    consistency.cut_off_leader,
    replication.read_before_the_replica_applied,
    replication.one_commit_in_three_regions,
    replication.bad_delete_on_four_copies,
    performance.backend_load_by_hit_rate,
    performance.mttr_of_equal_quarters,
    performance.clocks_of_one_cart_load,
    queueing.response_time_by_utilization,
    performance.slow_requests_by_fan_out,
    performance.search_latency_before_and_after,
    queueing.wait_by_variability,
    queueing.in_flight_by_response_time,
    capacity.peak_forecast,
    signals.where_each_signal_is_measured,
    incidents.orders_saved_by_acting_now,
)
FIGURES: Mapping[str, Callable[[], Figure]] = MappingProxyType(
    {draw.__name__.replace("_", "-"): functools.cache(draw) for draw in _DRAWN}  # a simulation runs once
)
FOLDER = "docs/figures/"  # where links find them; nothing is there


def figure_name(path: str) -> str:
    """`docs/figures/x.svg` -> `x`; anything else -> an empty string."""
    return path.removeprefix(FOLDER).removesuffix(".svg") if path.startswith(FOLDER) and path.endswith(".svg") else ""
