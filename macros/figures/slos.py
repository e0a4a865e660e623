"""Figures of the topic "slos"."""

from __future__ import annotations

from macros.figures.shapes import Axis, Chart, Line, Note


def availability_by_dependencies() -> Chart:
    """What is left of availability when every one of N dependencies must answer."""

    def line(each: float, series: int, at: tuple[float, float]) -> Line:
        label = Note(f"{100 * each:g}% each", at, "start", series)
        return Line(tuple((n, 100 * each**n) for n in range(21) if 100 * each**n >= 97), series, label)

    return Chart(
        x=Axis("dependencies that must all answer", 0, 20, (0, 5, 10, 15, 20)),
        y=Axis("availability, %", 97, 100, (97, 98, 99, 100)),
        lines=(line(0.9999, 1, (14, 99.65)), line(0.999, 2, (14.5, 98.72)), line(0.995, 3, (5.2, 97.55))),
        notes=(Note("99.5%", (5, 99.15), "middle", 2, dot=(5, 100 * 0.999**5)),),
        computed={"100 * 0.999 ** 5": 100 * 0.999**5, "100 * 0.9999 ** 5": 100 * 0.9999**5},
    )


def budget_left_by_burn_rate() -> Chart:
    """Two ways to have 62% of the error budget left on day 11, and what 0.5% errors do from there."""
    days, day, left, allowed = 28, 11, 0.62, 0.001
    at_the_end = 100 * (1 - (1 - left) * days / day)
    empty = day + left * days / (0.005 / allowed)
    outage = (1 - left) * days * allowed  # in days
    incident = ((0, 100), (2, 100), (2 + outage, 100 * left), (days, 100 * left))
    return Chart(
        x=Axis("days", 0, days, (0, 2, day, (empty, f"{empty:.1f}"), days)),
        y=Axis("error budget left, %", 0, 100, (0, 25, 50, 75, 100)),
        lines=(
            Line(((0, 100), (day, 100 * left), (days, at_the_end)), 1, Note("steady drip", (19, 38), "start", 1)),
            Line(incident, 2, Note("one incident on day 2", (15.5, 66), "start", 2)),
            Line(((day, 100 * left), (empty, 0)), 3, Note("0.5% errors", (14.9, 8), "start", 3)),
        ),
        notes=(Note("62%", (day, 68), "middle", 0, dot=(day, 100 * left)),),
        computed={
            "100 * left": 100 * left,
            "100 * (1 - (1 - left) * days / day)": at_the_end,
            "day + left * days / (0.005 / allowed)": empty,
        },
    )


def what_the_user_sees() -> Chart:
    """Attempts that fail, by the availability of the service, behind three paths."""
    services = [(1, 0.99), (2, 0.999), (3, 0.9999), (4, 0.99999)]

    def line(path: float, series: int, at: float) -> Line:
        label = Note(f"path {100 * path:g}%", (3.95, at), "end", series)
        return Line(tuple((x, 100 * (1 - path * service)) for x, service in services), series, label)

    def fails(path: float, service: float) -> float:
        return 100 * (1 - path * service)

    return Chart(
        x=Axis("availability of the service, %", 0.9, 4.2, tuple((x, f"{100 * a:g}") for x, a in services)),
        y=Axis("attempts that fail, %", 0.01, 3, (0.01, 0.1, 1), logarithmic=True),
        lines=(line(0.99, 1, 1.15), line(0.999, 2, 0.125), line(0.9999, 3, 0.03)),
        notes=(
            Note("1.10", (2, 1.3), "start", 1, dot=(2, fails(0.99, 0.999))),
            Note("0.11", (2, 0.06), "end", 3, dot=(2, fails(0.9999, 0.999))),
            Note("0.02", (3, 0.013), "end", 3, dot=(3, fails(0.9999, 0.9999))),
        ),
        computed={
            "100 * failing(0.99, 0.999)": fails(0.99, 0.999),
            "100 * failing(0.99, 0.9999)": fails(0.99, 0.9999),
            "100 * failing(0.999, 0.999)": fails(0.999, 0.999),
            "100 * failing(0.9999, 0.9999)": fails(0.9999, 0.9999),
        },
    )


def availability_by_fallback() -> Chart:
    """What a fallback makes of a dependency with 99.5%, by the share of its failures that the fallback covers."""
    own, offered = 0.9995, 0.995

    def available(covered: float) -> float:
        return 100 * own * (1 - (1 - offered) * (1 - covered))

    shares = (0, 0.8, 0.9, 0.95, 1)
    return Chart(
        x=Axis("pricing's failures that the fallback covers, %", 0, 100, (0, 25, 50, 75, 90, 100)),
        y=Axis("availability of checkout, %", 99.4, 100, (99.4, 99.6, 99.8, (99.9, "99.9"), 100)),
        lines=(
            Line(
                tuple((100 * share, available(share)) for share in shares), 1, Note("with the fallback", (40, 99.53), "start", 1)
            ),
            Line(((0, 99.9), (100, 99.9)), 3, Note("SLO", (1, 99.92), "start", 3)),
        ),
        notes=(
            Note("90%: 99.900", (99, 99.74), "end", 1, dot=(90, available(0.9))),
            Note("95%: 99.925", (93, 99.95), "end", 1, dot=(95, available(0.95))),
        ),
        computed={f"100 * with_fallback(offered, {share})": available(share) for share in shares},
    )


def manual_work_by_engineering_share() -> Chart:
    """Manual work as a share of the hours that are left for it, by the share of time spent on engineering."""
    years = range(5)

    def manual(share: float) -> list[float]:
        hours = [100.0]
        while len(hours) < len(years):
            hours.append(hours[-1] * 1.4 - 6 * 40 * 48 * share / 130)
        return hours

    def line(share: float, series: int, name: str, at: tuple[float, float]) -> Line:
        points = zip(years, (100 * hours / (240 * (1 - share)) for hours in manual(share)), strict=True)
        return Line(tuple(points), series, Note(name, at, "end", series))

    return Chart(
        x=Axis("years", 0, 4, (0, 1, 2, 3, 4)),
        y=Axis("manual work, percent of the hours left for it", 0, 170, (0, 50, 100, 150)),
        lines=(
            line(0, 1, "no engineering", (3.3, 136)),
            line(0.2, 2, "20%", (3.95, 112)),
            line(0.5, 3, "50%", (3.9, 36)),
            Line(((0, 100), (4, 100)), 4, Note("no time left", (0.05, 106), "start", 4)),
        ),
        computed={
            f"100 * manual({share})[{year}] / (240 * (1 - {share}))": 100 * manual(share)[year] / (240 * (1 - share))
            for share in (0, 0.2, 0.5)
            for year in years
        },
    )
