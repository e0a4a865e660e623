"""What the site shows of a page: the blocks that Python-Markdown makes with the site's own extensions.

Our own extensions are left out: they move and dress what is there, and read no Markdown.
"""

from __future__ import annotations

import functools
import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator

from markdown import Markdown

from macros.model import Block, BlockKind
from macros.model.structure import code_shown, flowing, tag
from macros.rendering import READERS, options
from macros.rendering.shown_text import ENTITY, INLINE, STASHED, ShownText, decoded

_CODE = re.compile(r"<pre[^<>]*><code[^<>]*>(.*?)</code></pre>", re.DOTALL)
_CONTAINERS = {
    "ul": BlockKind.LIST,
    "ol": BlockKind.LIST,
    "li": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTE,
    "table": BlockKind.TABLE,
    "tr": BlockKind.ROW,
}
_CELLS = frozenset({"th", "td"})


class UnreadableError(Exception):
    """The renderer gave up."""


@functools.cache
def _markdown() -> Markdown:
    """Made once for a process, since making it takes longer than a page. Colors and links of headings are no structure."""
    made = options(toc={}, highlight={"use_pygments": False}, footnotes={"BACKLINK_TEXT": ""})
    return Markdown(extensions=list(READERS), extension_configs=made)


@functools.lru_cache(maxsize=2048)
def block_structure(body: str) -> tuple[Block, ...]:
    """The blocks of a page without its front matter. Raises UnreadableError."""
    renderer = _markdown().reset()
    try:
        lines = body.split("\n")
        for preprocessor in renderer.preprocessors:
            lines = preprocessor.run(lines)
        root = renderer.parser.parseDocument(lines).getroot()
        for processor in renderer.treeprocessors:
            if root is not None and processor is not renderer.treeprocessors["prettify"]:
                changed = processor.run(root)
                root = root if changed is None else changed
        return () if root is None else tuple(_Reader(renderer.htmlStash.rawHtmlBlocks).blocks(root))
    except (RecursionError, ValueError, KeyError, IndexError) as error:
        raise UnreadableError(type(error).__name__) from error


class _Reader(ShownText):
    def blocks(self, parent: etree.Element) -> Iterator[Block]:
        """Blocks of a container; a run of text between them is a paragraph, as in a list without blank lines."""
        run = parent.text or ""
        for child in parent:
            if child.tag in INLINE:
                run += self.inline(child)
            else:
                yield from self._paragraphs(run)
                yield from self._block(child)
                run = ""
            run += child.tail or ""
        yield from self._paragraphs(run)

    def _block(self, element: etree.Element) -> Iterable[Block]:
        name = element.tag
        if name == "p":
            return self._paragraphs(self.text(element))
        if name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return [Block(BlockKind.HEADING, f"{name[1]} #{element.get('id', '')}", self.shown(self.text(element)))]
        if name == "div" and element.get("class") == "footnote":
            return [self._footnote(item) for item in element.iter("li") if item.get("id", "").startswith("fn:")]
        if name in {"thead", "tbody"}:
            return self.blocks(element)
        if name in _CELLS:
            return [Block(BlockKind.CELL, element.get("align", ""), self.shown(self.text(element)))]
        if name == "hr":
            return [Block(BlockKind.RULE)]
        if name == "pre":
            return [Block(BlockKind.CODE, shown=code_shown(decoded("".join(element.itertext()))))]
        if name in _CONTAINERS:
            detail = f"from {element.get('start', '1')}" if name == "ol" else ""
            return [Block(_CONTAINERS[name], detail, children=tuple(self.blocks(element)))]
        return [Block(BlockKind.HTML)]

    def _footnote(self, item: etree.Element) -> Block:
        return Block(BlockKind.FOOTNOTE, item.get("id", "").removeprefix("fn:"), children=tuple(self.blocks(item)))

    def _paragraphs(self, run: str) -> Iterator[Block]:
        """A run of text, cut at the code blocks and the raw HTML in it."""
        text = ""
        for index, piece in enumerate(STASHED.split(run)):
            stashed = str(self.stash[int(piece)]) if index % 2 else ""
            if not index % 2:
                text += piece
            elif ENTITY.fullmatch(stashed):
                text += stashed
            elif code := _CODE.search(stashed):
                yield from self._paragraph(text)
                text = ""
                yield Block(BlockKind.CODE, shown=code_shown(html.unescape(code[1])))
            else:
                text += tag("html")
        yield from self._paragraph(text)

    def _paragraph(self, text: str) -> Iterator[Block]:
        shown = flowing(decoded(text))
        if shown == tag("html"):
            yield Block(BlockKind.HTML)
        elif shown:
            yield Block(BlockKind.PARAGRAPH, shown=shown)
