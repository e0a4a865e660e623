"""Figures of the topic "incidents"."""

from __future__ import annotations

from macros.figures.shapes import Axis, Chart, Line, Note


def orders_saved_by_acting_now() -> Chart:
    """What an action saves on average when it doesn't wait ten minutes for the diagnosis, of 1,000 orders a minute."""

    def saved(errors: float, chance: float, outage: float) -> float:
        return 1_000 * (chance * 10 * errors - (1 - chance) * outage * (1 - errors))

    def line(series: int, chance: float, outage: float, label: Note) -> Line:
        return Line(tuple((100 * errors, saved(errors, chance, outage)) for errors in (0, 0.3, 1)), series, label)

    actions = ((0.5, 0), (0.2, 2), (0.1, 2))
    return Chart(
        x=Axis("orders that fail, %", 0, 100, (0, 30, 44, 64, 100)),
        y=Axis("orders saved by acting now", -2_000, 5_000, (-2_000, 0, 2_000, 4_000)),
        lines=(
            line(1, *actions[0], Note("roll back", (86, 4_600), "end", 1)),
            line(2, *actions[1], Note("restart all", (80, 1_400), "end", 2)),
            line(3, *actions[2], Note("fail over", (99, 70), "end", 3)),
        ),
        notes=(
            Note("1,500", (28, 1_750), "end", 1, dot=(30, saved(0.3, *actions[0]))),
            Note("-520", (29, -330), "end", 2, dot=(30, saved(0.3, *actions[1]))),
            Note("-960", (31, -1_450), "start", 3, dot=(30, saved(0.3, *actions[2]))),
        ),
        computed={
            f"saved({errors:.2f}, {chance}, {outage})": saved(errors, chance, outage)
            for errors in (0.3, 1)
            for chance, outage in actions
        },
    )
