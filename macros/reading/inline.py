"""What stands inside a paragraph: links, footnote marks, and markup that is not plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import Link, Oddity, Reference
from macros.model.text import LINK

_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:.*?[^`])??\1(?!`)", re.DOTALL)
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_REFERENCE_LINK = re.compile(r"\[[^\[\]]+\]\s?\[[^\[\]]*\]")
_HTML = re.compile(r"<(?=[A-Za-z/!?])[^<>\n]{0,80}>?")
_HTML_AT_LINE_START = re.compile(r"^[ ]{0,3}<(?=[A-Za-z/!?])[^<>\n]{0,80}>?", re.MULTILINE)
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:|<[^<>\s@]+@")
_BROKEN_LINK = re.compile(r"(?:\[[^\[\]\n\x01]{0,80})?\]\([^\s\x01]{0,60}")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")


def without_code(block: str) -> str:
    """Blank out code spans; the length stays, so that every offset still holds."""
    if "`" not in block:
        return block
    return _CODE_SPAN.sub(lambda match: re.sub(r"[^\n]", "\x01", match.group()), block)


def links(masked: str, block: str, line: int, offset: int, footnote: str | None) -> Iterator[Link]:
    """Links and images of a block; `masked` is the block without its code spans."""
    for match in LINK.finditer(masked):
        target = match["angle"] if match["angle"] is not None else match["plain"]
        yield Link(
            text=block[match.start("text") : match.end("text")],
            target=target,
            line=line + masked.count("\n", 0, match.start()),
            image=bool(match["image"]),
            title=(match["title"] or "").strip()[1:-1],
            alone=match.group() == block.strip(),
            footnote=footnote,
            offset=offset + match.start(),
        )


def references(masked: str, line: int) -> Iterator[Reference]:
    for match in _REFERENCE.finditer(masked):
        yield Reference(name=match[1], line=line + masked.count("\n", 0, match.start()))


def oddities(masked: str, block: str, line: int) -> Iterator[Oddity]:
    """Markup that contributed pages may not have."""
    found = [*_html(masked, block), *_links_gone_wrong(masked)]
    found += [("attribute-list", match) for match in _ATTRIBUTES.finditer(masked)]
    for what, match in found:
        text = block[match.start() : match.end()].strip()
        yield Oddity(what=what, text=text, line=line + masked.count("\n", 0, match.start()))


def _html(masked: str, block: str) -> Iterator[tuple[str, re.Match[str]]]:
    for match in _HTML.finditer(LINK.sub(_without_angles, masked)):
        yield ("autolink" if _AUTOLINK.match(match.group()) else "html"), match
    # Python-Markdown looks for block-level HTML before it looks for code, but only where a line begins.
    for match in _HTML_AT_LINE_START.finditer(block):
        if masked[match.end() - 1] == "\x01":
            yield "html", match


def _without_angles(link: re.Match[str]) -> str:
    """A link with its `<address>` blanked out: other rules speak about that."""
    if link["angle"] is None:
        return link.group()
    start, end = link.start("angle") - link.start() - 1, link.end("angle") - link.start() + 1
    return f"{link.group()[:start]}{'x' * (end - start)}{link.group()[end:]}"


def _links_gone_wrong(masked: str) -> Iterator[tuple[str, re.Match[str]]]:
    """What a renderer might take for a link, or for another one than we do."""
    if "]" not in masked:
        return
    for match in LINK.finditer(masked):
        if "](" in match["text"] or "](" in (match["title"] or ""):
            yield "nested-link", match
    rest = LINK.sub(lambda match: re.sub(r"[^\n]", "\x01", match.group()), masked)
    for match in _BROKEN_LINK.finditer(rest):
        yield "broken-link", match
    for match in _REFERENCE_LINK.finditer(rest):
        if not _REFERENCE.match(match.group()) and "[^" not in match.group():
            yield "reference-link", match
