"""One ordered list of Markdown extensions: what MkDocs is told, what exports and check use."""

from __future__ import annotations

import re

import pytest
import yaml

from macros.model import BlockKind
from macros.rendering import EXTENSIONS, READERS, options
from macros.rendering.block_structure import block_structure
from tests.conftest import ROOT


def test_mkdocs_is_told_the_same_in_the_same_order() -> None:
    text = re.sub(r"!!python\S*|!ENV", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = [entry if isinstance(entry, dict) else {entry: {}} for entry in yaml.safe_load(text)["markdown_extensions"]]
    assert [(name, settings) for entry in listed for name, settings in entry.items()] == [
        (name, dict(settings)) for name, settings in EXTENSIONS.items()
    ]


def test_only_named_options_differ() -> None:
    assert options() == {name: dict(EXTENSIONS[name]) for name in READERS}
    assert options(toc={"toc_depth": 3})["toc"] == {"toc_depth": 3}


@pytest.mark.parametrize(
    ("markdown", "kinds"),
    [
        ("a\n\n- b\n- c", [BlockKind.PARAGRAPH, BlockKind.LIST]),
        ("a\n- b", [BlockKind.PARAGRAPH]),
        ("1. a\n\n    ```text\n    x\n    ```", [BlockKind.LIST]),
        ("a[^b]\n\n[^b]: c", [BlockKind.PARAGRAPH, BlockKind.FOOTNOTE]),
        ("```text\n<b>\n```", [BlockKind.CODE]),
        ("<div>a</div>", [BlockKind.HTML]),
        ("***", [BlockKind.RULE]),
    ],
)
def test_blocks_are_those_of_the_site(markdown: str, kinds: list[BlockKind]) -> None:
    assert [block.kind for block in block_structure(markdown)] == kinds


def test_entities_are_characters() -> None:
    (block,) = block_structure("a&mdash;b &lt; `&mdash;`")
    assert block.shown == "a\N{EM DASH}b < \x0ecode\x0f&mdash;\x0e/code\x0f"
