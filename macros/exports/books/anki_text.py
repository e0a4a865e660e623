"""HTML of a page -> the same for a field of Anki, in which nothing is an order to Anki.

Anki looks into the text of a field for sounds (`[sound:x.mp3]`), speech (`[anki:tts]`), LaTeX (`[latex]`, `[$]`), gaps
(`{{c1::x}}`) and formulas (`\\(x\\)`, which MathJax finds in what is shown), whether the text stands in code or not.
Sources: https://docs.ankiweb.net/templates/fields.html, https://docs.ankiweb.net/math.html
"""

from __future__ import annotations

import re

_TAG = re.compile(r"(<[^<>]*>)")
_BRACE = re.compile(r"\{(?=\{)")
_FORMULA = re.compile(r"\\(?=[()\[\]])")


def inert(html: str) -> str:
    """Write brackets and pairs of braces as entities, and part a backslash from the bracket behind it; tags stay as they are."""
    pieces = _TAG.split(html)
    return "".join(_inert_tag(piece) if number % 2 else _inert_text(piece) for number, piece in enumerate(pieces))


def _inert_text(text: str) -> str:
    text = _FORMULA.sub(r"\\<span></span>", text)  # MathJax reads entities, but not across an element
    return _inert_tag(text)


def _inert_tag(text: str) -> str:
    return _BRACE.sub("&#123;", text.replace("[", "&#91;"))
