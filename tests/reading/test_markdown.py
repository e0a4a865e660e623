"""What is read of a page: each part with its line, and words as a reader counts them."""

from __future__ import annotations

from macros.model import Around, Document
from macros.reading.page import parse

PAGE = """---
topic: x
---

# What *now*?

The **first** `code` line,
and a [link
over two](<../glossary/rto.md>) lines[^a] it's 99.9%.

- **Question?** Answer with `code
  over lines` and [R](../glossary/rto.md).
    1. inner

| a | b |
| - | - |
| `x` | [r](../glossary/rto.md) [s](../glossary/rpo.md) |

## Part & parcel

```text
# no heading
```

### Part & parcel

    # indented

Text&mdash;here `[x](../glossary/rto.md)`.

[^a]: [A](https://example.org/) (paper): it
    goes on.
"""


def page() -> Document:
    document, problems = parse(PAGE, "docs/questions/x.md")
    assert problems == []
    assert document.oddities == ()
    return document


def test_headings_have_the_anchors_of_the_renderer() -> None:
    found = [(heading.level, heading.heading, heading.anchor, heading.line) for heading in page().headings]
    assert found == [
        (1, "What now?", "what-now", 5),
        (2, "Part & parcel", "part-parcel", 19),
        (3, "Part & parcel", "part-parcel_1", 25),
    ]


def test_paragraphs_are_what_a_reader_sees() -> None:
    found = [(each.plain, each.line, each.around, each.words) for each in page().introduction]
    assert found == [
        ("The first code line, and a link over two lines it's 99.9%.", 7, Around.TEXT, 13),
        ("Question? Answer with code over lines and R.", 11, Around.ITEM, 5),
        ("inner", 13, Around.NUMBERED_ITEM, 1),
    ]
    assert [each.strong for each in page().introduction] == ["", "Question?", ""]
    assert [each.cited for each in page().introduction] == [True, False, False]


def test_words_are_those_of_paragraphs() -> None:
    (section,) = page().sections
    assert section.words == 2 + 5  # `Text`, `here`; and of the footnote `A paper it goes on`


def test_links_have_their_line_and_the_place_of_their_address() -> None:
    lines = PAGE.split("\n")
    found = [(link.target, link.line, link.place) for link in page().links]
    assert [(target, line) for target, line, _ in found] == [
        ("../glossary/rto.md", 8),
        ("../glossary/rto.md", 12),
        ("../glossary/rto.md", 17),
        ("../glossary/rpo.md", 17),
        ("https://example.org/", 31),
    ]
    for target, _, place in found:
        assert place
        assert lines[place[0] - 1][place[1] : place[1] + place[2]].strip("<>") == target


def test_code_is_code_and_footnotes_have_their_section() -> None:
    document = page()
    assert [(block.language, block.text, block.line) for block in document.code_blocks] == [("text", "# no heading", 21)]
    assert [(note.name, note.line, note.section) for note in document.footnotes] == [("a", 31, "Part & parcel")]
    assert [(mark.name, mark.line) for mark in document.references] == [("a", 9)]
