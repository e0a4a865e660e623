"""How long a text of a question page is: a word is a run of letters or digits in what a reader sees."""

from __future__ import annotations

import html
import re

from macros.model.text import LINK, without_code_blocks

_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:.*?[^`])??\1(?!`)", re.DOTALL)
_MARK = re.compile(r"\[\^[^\]\s]+\]")
_EMPHASIS = re.compile(r"[*_]")
_WORD = re.compile(r"[^\W_]+")


def words_read(text: str) -> int:
    """Words of a Markdown text; code, table rows, headings, footnote marks, pictures and link targets do not count."""
    lines = [line for line in without_code_blocks(text).split("\n") if not line.lstrip().startswith(("|", "#"))]
    prose = _MARK.sub("", _CODE.sub(" ", "\n".join(lines)))
    prose = LINK.sub(lambda match: "" if match["image"] else match["text"], prose)
    return len(_WORD.findall(html.unescape(_EMPHASIS.sub("", prose))))
