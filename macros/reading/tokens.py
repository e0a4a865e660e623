"""The block tokens of the parser that a page may have."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model import BlockKind

LONGEST = 10_000  # characters of one paragraph; more takes renderers long
# Every block token that a page may have -> what it opens. What is not here is an oddity.
CONTAINERS: Mapping[str, BlockKind] = {
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "list_item_open": BlockKind.ITEM,
    "blockquote_open": BlockKind.QUOTE,
    "alert_open": BlockKind.QUOTE,
    "table_open": BlockKind.TABLE,
    "tr_open": BlockKind.ROW,
    "footnote_reference_open": BlockKind.FOOTNOTE,
}
TEXTS: Mapping[str, BlockKind] = {
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
}
LEAVES: Mapping[str, BlockKind] = {
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "hr": BlockKind.RULE,
    "math_block": BlockKind.MATH,
    "html_block": BlockKind.HTML,
}
SILENT = frozenset({"thead_open", "thead_close", "tbody_open", "tbody_close"})
