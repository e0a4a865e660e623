"""Figures of the topic "slos"."""

from __future__ import annotations

from macros.figures.shapes import Axis, Chart, Line, Note


def availability_by_dependencies() -> Chart:
    """What is left of availability when every one of N dependencies must answer."""

    def line(each: float, series: int, at: tuple[float, float]) -> Line:
        label = Note(f"each {100 * each:g} %", at, "start", series)
        return Line(tuple((n, 100 * each**n) for n in range(21) if 100 * each**n >= 97), series, label)

    return Chart(
        x=Axis("dependencies that must all answer", 0, 20, (0, 5, 10, 15, 20)),
        y=Axis("availability at best, per cent", 97, 100, (97, 98, 99, 100)),
        lines=(line(0.9999, 1, (14, 99.9)), line(0.999, 2, (13, 98.87)), line(0.995, 3, (5.2, 97.55))),
        notes=(Note("99.5", (5, 99.15), "middle", 2, dot=(5, 100 * 0.999**5)),),
        computed={"100 * 0.999 ** 5": 100 * 0.999**5, "100 * 0.9999 ** 5": 100 * 0.9999**5},
    )


def budget_left_by_burn_rate() -> Chart:
    """How long the error budget of four weeks lasts."""
    days, slo = 28, 0.999

    def empty_after(error_rate: float) -> float:
        return days / (error_rate / (1 - slo))

    def line(error_rate: float, name: str, series: int, at: tuple[float, float]) -> Line:
        return Line(((0, 100), (empty_after(error_rate), 0)), series, Note(name, at, "start", series))

    return Chart(
        x=Axis("days", 0, 28, (0, 2, 5.6, 14, 28)),
        y=Axis("error budget left, per cent", 0, 100, (0, 25, 50, 75, 100)),
        lines=(
            line(0.001, "0.1 % errors: burn rate 1", 1, (12, 62)),
            line(0.005, "0.5 %: 5", 2, (3.6, 40)),
            line(0.0144, "1.44 %: 14.4", 3, (2.1, 8)),
        ),
        computed={f"lasts_days({rate})": empty_after(rate) for rate in (0.001, 0.005, 0.0144)},
    )


def what_the_user_sees() -> Chart:
    """More nines at the service, behind a user's own path of 99 per cent."""
    path = 0.99
    services = [(1, 0.99), (2, 0.999), (3, 0.9999), (4, 0.99999)]
    return Chart(
        x=Axis("availability of the service, per cent", 0.8, 4.2, tuple((x, f"{100 * a:g}") for x, a in services)),
        y=Axis("per cent of attempts that reach the user", 97.5, 99.2, (97.5, 98, 98.5, 99)),
        lines=(
            Line(((0.8, 99), (4.2, 99)), 2, Note("the path alone: 99", (0.85, 99.05), "start", 2)),
            Line(tuple((x, 100 * path * a) for x, a in services), 1, Note("", (4, 99), "end", 1)),
        ),
        notes=(
            Note("98.01", (1.1, 97.95), "start", 1, dot=(1, 100 * path * 0.99)),
            Note("98.901", (2.05, 98.78), "start", 1, dot=(2, 100 * path * 0.999)),
            Note("98.99", (3.0, 98.86), "middle", 1, dot=(3, 100 * path * 0.9999)),
            Note("98.999", (4.0, 98.86), "middle", 1, dot=(4, 100 * path * 0.99999)),
        ),
        computed={"100 * path * 0.999": 100 * path * 0.999, "100 * path * 0.9999": 100 * path * 0.9999},
    )
