"""Figures about copies: what a replica has, and when."""

from __future__ import annotations

from macros.figures.shapes import Axis, Message, Span, Timeline


def read_before_the_replica_applied() -> Timeline:
    """A page is read from a replica before it has applied the save."""
    read, applied, again, end = 80, 400, 900, 1_000
    return Timeline(
        x=Axis("ms after the commit", 0, end, (0, (read, "80"), (applied, "400: applied"), (again, "900"))),
        lanes=("primary", "browser", "replica"),
        spans=(
            Span(0, 0, end, "new address", 1),
            Span(1, read, again, "shows the old address", 3),
            Span(1, again, end, "new", 1),
            Span(2, 0, applied, "old address", 3),
            Span(2, applied, end, "new address", 1),
        ),
        messages=(
            Message((10, 0), (40, 1), "Saved"),
            Message((60, 2), (read, 1), "read 1", 3),
            Message((again - 20, 2), (again, 1), "read 2", 1),
        ),
        computed={"read_after": read, "worst_lag['import'] / 2": applied},
    )


def one_commit_in_three_regions() -> Timeline:
    """Five copies in three regions: when each has a commit, and when a majority has confirmed it."""
    near, far, end = 9, 37.5, 56
    return Timeline(
        x=Axis(
            "ms after the leader sends the log", 0, end, (0, (near / 2, "4.5"), (near, "9"), (far / 2, "18.75"), (far, "37.5"))
        ),
        lanes=("A: the leader", "A: 2nd", "B: two", "C: one"),
        spans=(
            Span(0, 0, near, "wait", 3),
            Span(0, near, end, "confirmed: a majority has it", 1),
            Span(1, 0.3, end, "has it", 1),
            Span(2, near / 2, end, "have it", 1),
            Span(3, far / 2, end, "has it", 1),
        ),
        messages=(
            Message((0, 0), (0.3, 1)),
            Message((0, 0), (near / 2, 2)),
            Message((near / 2, 2), (near, 0), "", 1),
            Message((0, 0), (far / 2, 3)),
            Message((far / 2, 3), (far, 0), "", 1),
        ),
        computed={"commit('AABBC')": near, "commit('AAC')": far},
    )


def bad_delete_on_four_copies() -> Timeline:
    """Who still has the rows after a wrong DELETE."""
    start, noticed, delay, end = -20, 40, 60, 120
    return Timeline(
        x=Axis("minutes after the bad DELETE", start, end, (start, 0, (noticed, "40: noticed"), (80, "80"), end)),
        lanes=("primary", "replica, 2 seconds behind", "replica, 60 minutes behind", "backup and log"),
        spans=(
            Span(0, start, 0, "rows", 1),
            Span(0, 0, end, "gone", 3),
            Span(1, start, 0, "rows", 1),
            Span(1, 0, end, "gone", 3),
            Span(2, start, delay, "rows still there", 1),
            Span(2, delay, end, "gone, unless paused", 3),
            Span(3, start, end, "rows can be restored", 1),
        ),
        computed={"delay": delay, "noticed": noticed},
    )
