"""Figures: every number that is drawn is the one that the page's executed examples compute."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from macros.figures import FIGURES
from macros.figures.drawing import draw
from macros.figures.shapes import Chart
from macros.reading.folder import Loaded
from tests.conftest import ROOT

AT_LEAST = 12  # pages with a figure or a table; issue of the four deep topics


@pytest.fixture(scope="session")
def shown_on(loaded: Loaded) -> dict[str, list[str]]:
    """Name of a figure -> the pages that show it."""
    pages: dict[str, list[str]] = {name: [] for name in FIGURES}
    for document in loaded.bank.documents.values():
        for link in document.links:
            if link.image and link.target.startswith("../figures/"):
                pages[link.target.removeprefix("../figures/").removesuffix(".svg")].append(document.path)
    return pages


@pytest.mark.parametrize("name", FIGURES)
def test_one_page_shows_the_figure_and_computes_its_numbers(name: str, shown_on: dict[str, list[str]]) -> None:
    (page,) = shown_on[name]
    drawn = FIGURES[name]().computed
    assert drawn
    result = subprocess.run(
        [sys.executable, "-m", "tests.content.examples", page, *drawn],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    computed = json.loads(result.stdout.splitlines()[-1])
    assert computed == pytest.approx(list(drawn.values()))


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_is_drawn_outside_the_axes(name: str) -> None:
    figure = FIGURES[name]()
    if isinstance(figure, Chart):
        points = [(point, figure.x, figure.y) for line in figure.lines for point in line.points]
        assert points
        for (x, y), across, up in points:
            assert 0 <= round(across.share(x), 6) <= 1, (x, y)
            assert round(up.share(y), 6) <= 1, (x, y)
    else:
        for span in figure.spans:
            assert figure.x.low <= span.start < span.end <= figure.x.high
            assert 0 <= span.lane < len(figure.lanes)


@pytest.mark.parametrize("name", FIGURES)
def test_every_drawn_value_is_among_the_drawn_points(name: str) -> None:
    """A value that the examples confirm must really be on the picture."""
    figure = FIGURES[name]()
    if isinstance(figure, Chart):
        drawn = {number for line in figure.lines for point in line.points for number in point}
        for expression, value in figure.computed.items():
            scales = (value, value / 1e6)  # as it is, or in millions
            assert any(number == pytest.approx(scaled, rel=1e-3) for number in drawn for scaled in scales), expression


def test_a_chart_is_the_same_every_time() -> None:
    for name, figure in FIGURES.items():
        one, two = (draw(figure.__wrapped__(), "text") for _ in range(2))  # type: ignore[attr-defined]
        assert [element.attrib for element in one.iter()] == [element.attrib for element in two.iter()], name


def test_a_dozen_pages_show_rather_than_tell(loaded: Loaded, shown_on: dict[str, list[str]]) -> None:
    topics = {"overload", "consistency", "slos", "performance"}
    pages = {question.document.path for question in loaded.bank.questions if question.fields.topic in topics}
    with_table = {page for page in pages if re.search(r"^\|[ :-]+\|", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)}
    with_figure = {page for shown in shown_on.values() for page in shown}
    assert len((with_table | with_figure) & pages) >= AT_LEAST
