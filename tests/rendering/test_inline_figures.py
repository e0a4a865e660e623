"""A figure is drawn into the page, wherever the page is."""

from __future__ import annotations

import pytest
from markdown import Markdown

from macros.checks.figures import drawn_and_described
from macros.checks.links import relative_and_existing
from macros.figures import FIGURES
from macros.reading.bank import bank_of
from macros.reading.page import parse

NAME = next(iter(FIGURES))
TEXT = "A curve that rises slowly at first, then steeply, and meets the limit at nine tenths."


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("docs/questions/x.md", f"../figures/{NAME}.svg"),
        ("docs/hiring.md", f"figures/{NAME}.svg"),
        ("docs/hiring.md", f"./figures/{NAME}.svg"),
        ("docs/kits/index.md", f"../figures/{NAME}.svg"),
    ],
)
def test_what_passes_the_rules_is_drawn(path: str, target: str) -> None:
    source = f'# X\n\n![{TEXT}]({target} "A caption.")\n'
    document, _ = parse(source, path)
    bank = bank_of({path: document})
    assert [*drawn_and_described(bank), *relative_and_existing(bank)] == []
    name = "macros.rendering.inline_figures"
    html = Markdown(extensions=[name], extension_configs={name: {"document": document}}).convert(source)
    assert '<figure class="figure">' in html
    assert "<svg" in html
    assert "<img" not in html


def test_a_path_that_leads_elsewhere_stays_an_image() -> None:
    source = f'# X\n\n![{TEXT}](figures/{NAME}.svg "A caption.")\n'
    document, _ = parse(source, "docs/questions/x.md")
    name = "macros.rendering.inline_figures"
    assert "<img" in Markdown(extensions=[name], extension_configs={name: {"document": document}}).convert(source)
