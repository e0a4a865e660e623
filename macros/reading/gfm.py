"""The parser that reads Markdown as GitHub does, and says for each thing inside a paragraph where it was written.

Source: https://github.github.com/gfm/ and https://docs.github.com/en/get-started/writing-on-github
"""

from __future__ import annotations

import functools
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

DEEPEST = 20  # lists and quotations inside each other, and marks inside each other


class _Placed(StateInline):
    """Notes where each token stands, as its `map`: for text the end, for the end of a link that of its text, else the start.

    The second number is the end of the text of an image.
    """

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        end = self.md.helpers.parseLinkLabel(self, self.pos + 1) if ttype == "image" else self.pos
        token.map = [self.pos, end]
        return token

    def pushPending(self) -> Token:
        token = super().pushPending()
        token.map = [self.pos, self.pos]
        return token


class _PlacedInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _Placed(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Parser(MarkdownIt):
    """Leaves addresses as they are written: rules speak about those that lead nowhere or do harm."""

    def normalizeLink(self, url: str) -> str:
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002
        return True


@functools.cache
def parser() -> MarkdownIt:
    """Made once for a process."""
    options = {"html": True, "tasklists": True, "alerts": True, "strikethrough_single_tilde": True, "maxNesting": DEEPEST}
    made = _Parser("commonmark", options)
    made.inline = _PlacedInline()
    made.enable(["table", "strikethrough"])
    made.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    made.use(gfm_autolink_plugin)
    made.use(
        dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, allow_blank_lines=False, double_inline=True
    )
    made.core.ruler.disable("text_join")  # what stands behind a backslash stays apart
    return made
