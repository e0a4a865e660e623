"""Markdown extension: above a code block stand its language, what a tool has done with it, and a button that copies it."""

from __future__ import annotations

import html
import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from macros.model.languages import artifact_kind

_AFTER_CODE = 5  # when highlighted code is back in the page
# No page may hold HTML of its own, and code is escaped: what has this form is the highlighter's.
_BLOCK = re.compile(r'<div class="language-(?P<language>[\w-]+) highlight"><pre\b[^>]*>(?P<code>.*?)</pre></div>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_HEAD = (
    '<p class="code-head"><span class="code-language">{label}</span> <span class="code-check">{check}</span> '
    '<button type="button" class="quiet" data-copy-code>Copy</button></p>'
)


class CodeExtension(Extension):
    """Register with `macros.rendering.code_blocks` under markdown_extensions."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.postprocessors.register(_HeadProcessor(md), "code_heads", _AFTER_CODE)


def makeExtension(**options: object) -> CodeExtension:
    return CodeExtension(**options)


class _HeadProcessor(Postprocessor):
    def run(self, text: str) -> str:
        return _BLOCK.sub(_with_head, text)


def _with_head(block: re.Match[str]) -> str:
    kind = artifact_kind(block["language"], html.unescape(_TAG.sub("", block["code"])))
    if not kind:
        return block[0]  # a page that `check` refuses, while it is served
    head = _HEAD.format(label=html.escape(kind.label), check=html.escape(kind.promise))
    return f'<div class="code">{head}{block[0]}</div>'
