"""What the site shows of a page: the blocks that Python-Markdown makes with the site's own extensions.

Our own extensions are left out: they move and dress what is there, and read no Markdown.
"""

from __future__ import annotations

import functools
import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator, Sequence

from markdown import Markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER

from macros.model import Block, BlockKind
from macros.model.structure import code_shown, flowing, tag
from macros.rendering import READERS, options

_STASHED = re.compile("\x02wzxhzdk:([0-9]+)\x03")
_CODE = re.compile(r"<pre[^<>]*><code[^<>]*>(.*?)</code></pre>", re.DOTALL)
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
_INLINE = frozenset({"em", "strong", "code", "a", "img", "sup", "br"})
_CONTAINERS = {
    "ul": BlockKind.LIST,
    "ol": BlockKind.LIST,
    "li": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTE,
    "table": BlockKind.TABLE,
    "tr": BlockKind.ROW,
}
_CELLS = frozenset({"th", "td"})
_BACK = "footnote-backref"


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


class _Reader:
    """`stash` is what the renderer has set aside: code, entities and raw HTML."""

    def __init__(self, stash: Sequence[object]) -> None:
        self._stash = stash

    def blocks(self, parent: etree.Element) -> Iterator[Block]:
        """Blocks of a container; a run of text between them is a paragraph, as in a list without blank lines."""
        run = parent.text or ""
        for child in parent:
            if child.tag in _INLINE:
                run += self._inline(child)
            else:
                yield from self._paragraphs(run)
                yield from self._block(child)
                run = ""
            run += child.tail or ""
        yield from self._paragraphs(run)

    def _block(self, element: etree.Element) -> Iterable[Block]:
        name = element.tag
        if name == "p":
            return self._paragraphs(self._text(element))
        if name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return [Block(BlockKind.HEADING, f"{name[1]} #{element.get('id', '')}", self._shown(self._text(element)))]
        if name == "div" and element.get("class") == "footnote":
            return [self._footnote(item) for item in element.iter("li") if item.get("id", "").startswith("fn:")]
        if name in {"thead", "tbody"}:
            return self.blocks(element)
        if name in _CELLS:
            return [Block(BlockKind.CELL, element.get("align", ""), self._shown(self._text(element)))]
        if name == "hr":
            return [Block(BlockKind.RULE)]
        if name == "pre":
            return [Block(BlockKind.CODE, shown=code_shown(_decoded("".join(element.itertext()))))]
        if name in _CONTAINERS:
            detail = f"from {element.get('start', '1')}" if name == "ol" else ""
            return [Block(_CONTAINERS[name], detail, children=tuple(self.blocks(element)))]
        return [Block(BlockKind.HTML)]

    def _footnote(self, item: etree.Element) -> Block:
        return Block(BlockKind.FOOTNOTE, item.get("id", "").removeprefix("fn:"), children=tuple(self.blocks(item)))

    def _paragraphs(self, run: str) -> Iterator[Block]:
        """A run of text, cut at the code blocks and the raw HTML in it."""
        text = ""
        for index, piece in enumerate(_STASHED.split(run)):
            stashed = str(self._stash[int(piece)]) if index % 2 else ""
            if not index % 2:
                text += piece
            elif _ENTITY.fullmatch(stashed):
                text += stashed
            elif code := _CODE.search(stashed):
                yield from self._paragraph(text)
                text = ""
                yield Block(BlockKind.CODE, shown=code_shown(html.unescape(code[1])))
            else:
                text += tag("html")
        yield from self._paragraph(text)

    def _paragraph(self, text: str) -> Iterator[Block]:
        shown = flowing(_decoded(text))
        if shown == tag("html"):
            yield Block(BlockKind.HTML)
        elif shown:
            yield Block(BlockKind.PARAGRAPH, shown=shown)

    def _shown(self, run: str) -> str:
        return flowing(_decoded(_STASHED.sub(lambda match: self._entity(int(match[1])), run)))

    def _entity(self, index: int) -> str:
        stashed = str(self._stash[index])
        return stashed if _ENTITY.fullmatch(stashed) else tag("html")

    def _text(self, element: etree.Element) -> str:
        return (element.text or "") + "".join(self._inline(child) + (child.tail or "") for child in element)

    def _inline(self, element: etree.Element) -> str:
        name, inside = element.tag, self._text(element)
        if name == "br":
            return tag("br")
        if name == "code":
            return tag("code") + inside.strip() + tag("/code")
        if name == "img":
            return tag(f"img:{element.get('src', '')}:{element.get('title', '')}:{element.get('alt', '')}")
        if name == "a" and element.get("class") == _BACK:
            return ""
        if name == "a":
            return tag(f"a:{element.get('href', '')}:{element.get('title', '')}") + inside + tag("/a")
        if name == "sup" and (mark := element.find("a[@class='footnote-ref']")) is not None:
            return tag(f"ref:{mark.get('href', '').removeprefix('#fn:')}")
        return tag(name) + inside + tag(f"/{name}") if name in _INLINE else tag("html") + inside


def _decoded(text: str) -> str:
    """Entities as browsers read them, and nothing of the marks that the footnotes extension puts in."""
    text = text.replace(NBSP_PLACEHOLDER, "")
    return _ENTITY.sub(lambda match: html.unescape(match.group()), text) if "&" in text else text
