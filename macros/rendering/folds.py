"""Markdown extension: the sections of a question become folds that work without JavaScript.

`## Short answer` becomes a `<details>` whose body carries the anchor, so that a browser that is sent to `#short-answer`
opens it by itself. The heading stays a heading, inside the `<summary>`.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.model import FULL_ANSWER, RUBRIC, SHORT_ANSWER, QuestionKind
from macros.rendering.fold_sections import FOLDS, add_notice, split, title_of

# Behind toc and MkDocs' reading of anchors (5), so that titles and anchors are taken from the headings as written;
# before MkDocs resolves links (0).
PRIORITY = 4
_ATTEMPT = "Answer out loud first, then open a section and compare."


class FoldingExtension(Extension):
    """Register with `macros.rendering.folds` under markdown_extensions; the build sets `kind` before it renders a question."""

    def __init__(self, **options: object) -> None:
        self.config = {"kind": ["", "The kind of question that the page is, as its front matter says."]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        told = self.getConfig("kind") == QuestionKind.EXPERIENCE
        md.treeprocessors.register(_FoldingProcessor(md, told=told), "folding", PRIORITY)


def makeExtension(**options: object) -> FoldingExtension:
    return FoldingExtension(**options)


class _FoldingProcessor(Treeprocessor):
    def __init__(self, md: Markdown, *, told: bool) -> None:
        super().__init__(md)
        self._told = told  # from experience

    def run(self, root: etree.Element) -> None:
        """Fold a page that has the sections of a question; leave every other page alone."""
        children = list(root)
        headings = {title_of(child) for child in children if child.tag == "h2"}
        if not {SHORT_ANSWER, FULL_ANSWER, RUBRIC}.issubset(headings):
            return
        for child in children:
            root.remove(child)
        for heading, body in split(children, "h2"):
            if heading is None:
                prompt = etree.SubElement(root, "div", {"class": "prompt"})
                for element in body:
                    (root if element.tag == "h1" else prompt).append(element)
                _move_to_end(root, prompt)
                root.append(_attempt())
            elif fold := FOLDS.get(title_of(heading)):
                made = fold(heading, body)
                if self._told and title_of(heading) == SHORT_ANSWER:
                    add_notice(made)
                root.append(made)
            else:
                root.append(heading)
                root.extend(body)


def _attempt() -> etree.Element:
    """What to do now, and the buttons that folds.js brings to life; without JavaScript they are not shown."""
    attempt = etree.Element("div", {"class": "attempt"})
    etree.SubElement(attempt, "p").text = _ATTEMPT
    tools = etree.SubElement(attempt, "p", {"class": "fold-tools"})
    for label, action in (("Open all", "open"), ("Close all", "close")):
        etree.SubElement(tools, "button", {"type": "button", "class": "quiet", "data-folds": action}).text = label
    return attempt


def _move_to_end(parent: etree.Element, child: etree.Element) -> None:
    parent.remove(child)
    parent.append(child)
