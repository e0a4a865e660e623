"""The text that leads from a job posting to a kit, in the forms in which postings are written."""

from __future__ import annotations

import html
import re

BADGE = "assets/images/kit-badge.svg"
BADGE_SIZE = (168, 28)  # pixels
BADGE_TEXT = "How we interview"
# What javascripts/kits/builder.js puts a kit of one's own into, each value escaped for the form.
PLACEHOLDERS = {"name": "{name}", "address": "{address}", "minutes": "{minutes}", "count": "{count}"}


def posting(home: str, name: str, address: str, minutes: int | str, count: int | str) -> list[dict[str, str]]:
    """Markdown, HTML and plain text; `home` and `address` are absolute."""
    before = (
        f"The interview takes {minutes} minutes and has {count} questions. You may read them beforehand, with their answers and "
        "with how they are graded"
    )
    shown, where, badge = html.escape(name), html.escape(address), html.escape(home + BADGE)
    width, height = BADGE_SIZE
    return [
        {
            "form": "Markdown",
            "text": f"[![{BADGE_TEXT}]({home}{BADGE})]({address})\n\n{before}: [{_bracketed(name)}]({address}).",
        },
        {
            "form": "HTML",
            "text": f'<p><a href="{where}"><img src="{badge}" alt="{BADGE_TEXT}" width="{width}" height="{height}"></a></p>\n'
            f'<p>{before}: <a href="{where}">{shown}</a>.</p>',
        },
        {"form": "Text", "text": f"{before}: {name}, {address}"},
    ]


def _bracketed(name: str) -> str:
    return re.sub(r"([\\\[\]*_`<>])", r"\\\1", name)
