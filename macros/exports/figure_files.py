"""Figures as files of their own, for readers of the data: their colors are in them, on a ground of their own."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from macros.catalogue.relations import Catalogue
from macros.figures import FIGURES, FOLDER, figure_name
from macros.figures.drawing import draw

# The light colors of site.css.
_STYLE = """
text { font: 12px system-ui, sans-serif; fill: #1b2326 }
.tick, .name { fill: #525d61 }
.tick { font-size: 11px }
.grid { stroke: #ddd7ca }
.axis, .arrow { stroke: #857f70 }
.shade { fill: #e2eeee }
.line, .arrow { fill: none; stroke-width: 2 }
.span { fill: #faf8f3 }
""" + "".join(
    f".series-{number} {{ stroke: {color} }} text.series-{number}, .dot.series-{number} {{ fill: {color}; stroke: none }}\n"
    for number, color in enumerate(("#0a5a67", "#1a6843", "#a33a2c", "#855600"), start=1)
)


def figure_path(name: str) -> str:
    """Where a figure is, below the site."""
    return f"{FOLDER.removeprefix('docs/')}{name}.svg"


def figure_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Path below the site -> SVG, for every figure that a question shows."""
    files = {}
    for question in catalogue.bank.questions:
        for link in question.document.links:
            name = figure_name(question.document.resolve(link.target)) if link.image else ""
            if name in FIGURES:
                files[figure_path(name)] = _alone(name, " ".join(link.text.split()))
    return dict(sorted(files.items()))


def _alone(name: str, text: str) -> bytes:
    svg = draw(FIGURES[name](), text)
    width, height = svg.get("viewBox", "").split()[2:]
    for attribute in ("class", "data-pagefind-ignore"):
        svg.attrib.pop(attribute, None)
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    svg.set("width", width)
    svg.set("height", height)
    style = etree.Element("style")
    style.text = _STYLE
    svg.insert(0, style)
    svg.insert(1, etree.Element("rect", {"width": width, "height": height, "fill": "#fffefb"}))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(svg, encoding="unicode")}\n'.encode()
