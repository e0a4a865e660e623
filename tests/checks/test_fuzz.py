"""Whatever bytes come in: problems or a page, soon; and what passes has no active content when it is built."""

from __future__ import annotations

import functools
import re
import time
from collections.abc import Callable

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from justhtml import JustHTML

from macros.catalogue.site import Site
from macros.checks import check
from macros.exports.books.typst import typst_of
from macros.model import Bank, Document
from macros.model.problem import Problem
from macros.reading.bank import bank_of
from macros.reading.folder import load, read
from macros.rendering import EXTENSIONS
from macros.rendering.allow_list import breaches
from macros.rendering.fragments import Renderer
from tests.conftest import BANK, DOCS

PATH = "docs/questions/first.md"
PAGE = (BANK / "questions/first.md").read_text(encoding="utf-8")
REAL = sorted((DOCS / "questions").glob("[a-hj-z]*.md"))
LIMIT = 5.0  # seconds of this process, a hundred times what a page takes: a pattern that explodes takes minutes
CASES = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
PIECES = [
    *(
        "<script>alert(1)</script>",
        "<b>",
        "</details>",
        "<!--",
        "-->",
        "<?php",
        "<![CDATA[",
        "&lt;script&gt;",
        "&#60;b&#62;",
        "<a@b.c>",
    ),
    *(
        "{: onclick=x }",
        "{#x .y}",
        "{{ 1 }}",
        "{% raw %}",
        "--8<-- 'x'",
        "[x]: javascript:alert(1)",
        "[x][x]",
        "![x](data:text/html,1)",
    ),
    *("[x](javascript:alert(1))", "[x](<java\tscript:1>)", "[x](//host/)", "[x](../../etc)", "[x](https://e.org 't\"onclick=1')"),
    *(
        "[^one]",
        "[^one]: again",
        "[^new]: [a](https://e.org/x)",
        "```",
        "~~~",
        "````pycon\n>>> 1\n````",
        "    code",
        "\t- deep",
        "> quote",
    ),
    *(
        "# One",
        "## Short answer",
        "## short Answer",
        "### Weak",
        "#### Deep",
        "===",
        "---",
        "***",
        "| a | b |\n| - | - |\n| c | d |",
    ),
    *(
        "*[x]: y",
        ": definition",
        "!!! note",
        "1. one",
        "\\",
        "\\[",
        "`",
        "``",
        "*",
        "__",
        "\u202e",
        "\u00a0",
        "\r\n",
        "\x00",
        "\ufeff",
        "&nbsp;",
    ),
    *(
        "```html,ignore\n\n<img src=x onerror=alert(1)>\n\n```text\nx\n```",
        "```text title=x\n# a comment\n```",
        "~~~ text {1,3}\n<b>\n~~~",
        "```yaml:values.yaml\n# a comment\n```",
        "> ```text\n> # x\n> ```",
        "- ```text\n  # x\n  ```",
        "    ```text\n    x\n    ```",
        "```text\t\n\t<b>\n```",
        "-\t# Look",
        "1.\t## Short answer",
        ">\t# Look",
    ),
    *(
        "- a\n  - b",
        "- a\n    - b\n        - c",
        "1. a\n   - b",
        "1. a\n\n    ```text\n    x\n    ```\n\n2. b",
        "1. a\n\n   ```text\n   x\n   ```",
        "-\ta\n\t- b",
        "1.\ta\n\n\t> b",
        "- a\n+ b",
        "3) c",
        "- [x] done",
        "~~gone~~",
        "$x$",
        "https://example.org/",
        "a\\\nb",
        "a  \nb",
        "> [!NOTE]\n> x",
        "```mermaid\nx\n```",
    ),
    *(
        "&mdash;",
        "&rarr; &copy; &#8594; &#x2192;",
        "&nosuch;",
        "&notit;",
        "&copy",
        "&#0; &#1; &#xD800;",
        "&lt;img src=x&gt;",
        "`&mdash;`",
        "| a | b |\n| :- | -: |\n| `c \\| d` | [x](../glossary/rto.md) |",
        "a\n| a | b |\n| - | - |\n| c | d |",
        "| a |\n| - |\n| <b> |",
        "[x](<../glossary/rto.md>) `[x](../glossary/rto.md)`",
        "### How would you test it?",
        "### Что?",
        ":tada:",
        "***both***",
        "![a *b*](../assets/images/x.png)",
    ),
    *(
        "[[[[",
        "((((",
        "]]]]",
        ">>>>",
        "<<<<",
        "****",
        "____",
        "- - - -",
        "[",
        "](",
        "$$x$$",
        "http://host/",
        "mailto:x@y",
        "<x:y>",
    ),
]


@functools.cache
def bank() -> Bank:
    return load(BANK).bank


@functools.cache
def convert() -> Callable[[str], str]:
    """The Markdown of the site, with all of its extensions."""
    options = {name: dict(settings_of) for name, settings_of in EXTENSIONS.items()}
    options["macros.rendering.term_definitions"] = {"definitions": {"rto": "A time.", "rpo": "A span."}}
    renderer = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=options)
    return lambda text: renderer.reset().convert(text)


@functools.cache
def renderer() -> Renderer:
    return Renderer(Site("https://owner.github.io/project/", None))


def judge(data: bytes) -> list[Problem]:
    """What check says of these bytes as a page of the miniature bank."""
    started = time.process_time()
    document, problems = read(data, PATH)
    documents = {path: other for path, other in bank().documents.items() if path != PATH}
    if document:
        documents[PATH] = document
    found = [*problems, *check(bank_of(documents))]
    assert time.process_time() - started < LIMIT
    for problem in found:
        assert problem.message and problem.fix
        assert "\n" not in problem.message + problem.fix
        assert 1 <= problem.line <= max(1, data.count(b"\n") + 1) or problem.path != PATH
    return found


def assert_harmless(text: str) -> None:
    """What passes check has no active content when it is built, and the structure that check has seen."""
    started = time.process_time()
    html = convert()(re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL))
    assert breaches(html) == []
    assert time.process_time() - started < LIMIT
    document, _ = read(text.encode(), PATH)
    assert document
    tree = JustHTML(html, sanitize=False, fragment=True)
    assert [heading.name for heading in tree.query("h1, h2, h3, h4, h5, h6")] == [f"h{h.level}" for h in document.headings]
    ids = [str((element.attrs or {})["id"]) for element in tree.query("[id]")]
    assert len(ids) == len(set(ids))
    assert document.anchors <= set(ids)
    shown = iter([pre.to_text().strip() for pre in tree.query("pre")])  # indented code is code, too
    assert all(_joined(block.text) in map(_joined, shown) for block in document.code_blocks)
    assert {f"fn:{footnote.name}" for footnote in document.footnotes} == {name for name in ids if name.startswith("fn:")}

    assert_exported(document)


def assert_exported(document: Document) -> None:
    """The fragments for exports are whole, well-formed XML, and stand under the anchors of the page."""
    fragments = renderer().html_of(document)
    parts = [part for section in document.sections for part in (section, *section.parts)]
    assert {"", *(part.anchor for part in parts)} <= set(fragments)
    for fragment in fragments.values():
        typst_of(fragment, lambda address: address, {})
    for part in parts:
        renderer().markdown_of(document, part.text, part.text_line)


def _joined(text: str) -> str:
    return "".join(text.split())


@CASES
@given(st.binary(max_size=2000))
def test_any_bytes(data: bytes) -> None:
    assert judge(data) != []


@CASES
@given(st.text(alphabet=st.sampled_from("#-`~*_[](){}<>!|:^&\\\"' \n\tax1."), max_size=600))
def test_any_punctuation_below_a_sound_page(text: str) -> None:
    page = PAGE.replace("The pager rings.", f"The pager rings.\n\n{text}\n\nAnd on.")
    if judge(page.encode()) == []:
        assert_harmless(page)


INFO = st.text(alphabet=st.sampled_from("abtext pycon,.:;=+-#{}()[]<>\"'!|&/\\\t*_~>"), max_size=24)


@settings(CASES, max_examples=150)
@given(
    st.sampled_from(["", " ", "    ", "\t", "> ", ">\t", "- ", "-\t", "1. "]), st.sampled_from(["```", "~~~", "````"]), INFO, INFO
)
def test_anything_before_and_behind_the_marks_of_a_code_block(before: str, marks: str, behind: str, inside: str) -> None:
    """What check takes for code is code, and what it takes for text carries nothing."""
    block = f"{before}{marks}{behind}\n{inside}\n\n<img src=x onerror=alert(1)>\n\n# Look\n\n{before}{marks}"
    page = PAGE.replace("The pager rings.", f"The pager rings.\n\n{block}\n\nAnd on.")
    if judge(page.encode()) == []:
        assert_harmless(page)


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A sound page with pieces put in, taken out, doubled or moved."""
    text = PAGE
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 60))
        action = draw(st.sampled_from(["insert", "insert", "insert", "insert line", "delete", "double"]))
        piece = draw(st.sampled_from(PIECES))
        if action == "insert":
            text = text[:at] + piece + text[at:]
        elif action == "insert line":
            start = text.find("\n\n", at) + 1
            text = f"{text[:start]}\n{piece}\n{text[start:]}"
        elif action == "delete":
            text = text[:at] + text[at + length :]
        else:
            text = text[: at + length] + text[at:]
    return text


@settings(CASES, max_examples=300)
@given(mutations())
def test_any_mutation_of_a_page(text: str) -> None:
    if judge(text.encode("utf-8", "surrogatepass")) == []:
        assert_harmless(text)


INDENTS = st.sampled_from(["", "  ", "   ", "    ", "\t", "        "])
MARKS = st.sampled_from(["- ", "* ", "1. ", "-\t", "> ", "| ", ""])
LINES = st.text(alphabet=st.sampled_from("ab|-:&;>1.`*_~$[]()! \t"), max_size=12)


@settings(CASES, max_examples=150)
@given(st.lists(st.tuples(INDENTS, MARKS, LINES), min_size=1, max_size=7))
def test_any_lists_tables_and_quotations(lines: list[tuple[str, str, str]]) -> None:
    """Whatever is nested in whatever way, GitHub and the site show the same, or check says that they do not."""
    text = "\n".join(indent + mark + written for indent, mark, written in lines)
    page = PAGE.replace("The pager rings.", f"The pager rings.\n\n{text}\n\nAnd on.")
    if judge(page.encode()) == []:
        assert_harmless(page)


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(
    "place", ["The pager rings.", "A queue in front", "Names a product.", "every client gives up", "A paper"]
)
def test_each_piece_in_each_place(piece: str, place: str) -> None:
    for text in (PAGE.replace(place, f"{piece} {place}", 1), PAGE.replace(place, f"{place}\n\n{piece}\n\n", 1)):
        if judge(text.encode()) == []:
            assert_harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[" * 10_000,
            "(" * 10_000,
            "![" * 5_000,
            "*" * 10_000,
            "`" * 10_000,
            "<" * 10_000,
            "> " * 2_000,
            "- " * 2_000,
            "[^one]" * 3_000,
        ),
        *(
            "*a " * 3_000,
            "_a" * 4_000,
            "**a*" * 2_000,
            "[a](" * 3_000,
            "[a]" * 4_000,
            "&" * 5_000,
            "\\" * 9_999,
            "#" * 5_000,
            "|" * 5_000,
        ),
        *("\n".join("  " * depth + "- x" for depth in range(200)), "\n".join(">" * depth + " x" for depth in range(1, 300))),
    ],
    ids=lambda text: text[:8].strip() or "deep",
)
def test_ten_thousand_brackets(text: str) -> None:
    page = PAGE.replace("The pager rings.", f"The pager rings.\n\n{text}\n\nAnd on.")
    if judge(page.encode()) == []:
        assert_harmless(page)


def test_the_miniature_and_the_real_pages_are_harmless() -> None:
    assert judge(PAGE.encode()) == []
    for page in [BANK / "questions/first.md", *REAL]:
        assert_harmless(page.read_text(encoding="utf-8"))
