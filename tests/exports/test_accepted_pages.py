"""What `check` accepts is built in every export, and can be opened there: generated pages, and the mutations of the fuzz test."""

from __future__ import annotations

import io
import json
import sqlite3
import xml.etree.ElementTree as etree
import zipfile

import pypdf
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PIL import Image

from macros.catalogue.addresses import download
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import FEED
from macros.checks import check
from macros.exports import cards, exported
from macros.exports.social_cards import social_card
from macros.model import LANGUAGES, Bank
from macros.reading.bank import bank_of
from macros.reading.folder import read
from tests.checks.test_fuzz import PAGE, PATH, PIECES, bank, mutations
from tests.conftest import THEME
from tests.exports.test_books import SITE

FONT = (THEME / "assets/fonts/source-serif-4.woff2").read_bytes()
CASES = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
WORDS = st.sampled_from(
    [
        *(
            "plain",
            "**bold**",
            "*a*",
            '`x <y> & \\ "`',
            "`` ` ``",
            "[RTO](../glossary/rto.md)",
            "&mdash;",
            "&lt;b&gt;",
            "&amp;amp;",
        ),
        *(
            "a_b_c",
            "5 \\* 3",
            "\\#x",
            "#x",
            "@who",
            "100%",
            "$5",
            "{{ x }}",
            "{% x %}",
            "~1",
            "^2",
            "\\_x",
            "<",
            ">",
            "&",
            '"',
            "'",
        ),
        *(
            "é",
            "λ",
            "→",
            "≥",
            "✓",
            "²",
            "Łódź",
            "Привет",
            "\u00a0",
            "x" * 90,
            "//a",
            "/* b */",
            "\\\\",
            "#let x = 1",
            "= y",
            "]",
            "…",
        ),
    ]
)
PROSE = st.lists(WORDS, min_size=1, max_size=9).map(lambda words: f"The {' '.join(words)} end.")
CODE = st.text(alphabet=st.sampled_from("ab01 \t\n<>&\"'`\\{}[]()#$%^*_~=+-:;,.|/@é→λ"), max_size=60)
BLOCKS = st.one_of(
    PROSE,
    st.lists(PROSE, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(PROSE, min_size=1, max_size=3).map(lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))),
    st.tuples(PROSE, PROSE).map(lambda pair: f"- {pair[0]}\n\n    - {pair[1]}"),
    PROSE.map(lambda text: f"> {text}"),
    st.tuples(WORDS, WORDS).map(lambda pair: f"| a | b |\n| :- | -: |\n| {pair[0]} | {pair[1]} |"),
    st.tuples(st.sampled_from(sorted(LANGUAGES)), CODE).map(lambda pair: f"```{pair[0]}\n{pair[1]}\n```"),
    st.sampled_from(PIECES),
)
PLACES = [number for number in range(len(PAGE)) if PAGE.startswith("\n\n", number) and PAGE.index("# ") < number]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A sound page with blocks put between its own."""
    text = PAGE
    for place in sorted(draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4)), reverse=True):
        text = f"{text[:place]}\n\n{draw(BLOCKS)}{text[place:]}"
    return text


def accepted(text: str) -> Bank | None:
    """The miniature bank with this page, where check says nothing against it."""
    document, problems = read(text.encode("utf-8", "surrogatepass"), PATH)
    if problems or not document:
        return None
    made = bank_of({**bank().documents, PATH: document})
    return None if check(made) else made


def assert_built(made: Bank) -> None:
    files = exported(Catalogue(made), SITE)
    for path, data in files.items():
        if path.endswith(".json"):
            json.loads(data)
    for path in (FEED, *(path for path in files if path.endswith(".svg"))):
        etree.fromstring(files[path])
    with zipfile.ZipFile(io.BytesIO(files[download("epub")])) as book:
        for name in book.namelist():
            if name.endswith((".xhtml", ".opf")):
                etree.fromstring(book.read(name))
        shown = "".join(etree.fromstring(book.read(_chapter(book))).itertext())
        assert made.documents[PATH].title in shown
    pdf = pypdf.PdfReader(io.BytesIO(files[download("pdf")]))
    assert len(pdf.pages) > len(made.questions)
    with zipfile.ZipFile(io.BytesIO(files[download("apkg")])) as deck:
        _assert_sound(deck.read("collection.anki2"))
    for card in cards(Catalogue(made)):
        if card.path.startswith("assets/social/questions/"):
            assert Image.open(io.BytesIO(social_card(card, FONT))).size == (1200, 630)


def _chapter(book: zipfile.ZipFile) -> str:
    return next(name for name in book.namelist() if name.endswith("first.xhtml"))


def _assert_sound(data: bytes) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert all(row[0] for row in connection.execute("select flds from notes"))
    connection.close()


@settings(CASES, max_examples=35)
@given(pages())
def test_generated_pages(text: str) -> None:
    made = accepted(text)
    assume(made is not None)
    assert made
    assert_built(made)


@settings(CASES, max_examples=12)
@given(mutations())
def test_mutated_pages(text: str) -> None:
    made = accepted(text)
    assume(made is not None)
    assert made
    assert_built(made)


def test_enough_generated_pages_are_accepted() -> None:
    """Else the tests above would prove nothing."""
    found: list[bool] = []

    @settings(CASES, max_examples=90, database=None)
    @given(pages())
    def count(text: str) -> None:
        found.append(accepted(text) is not None)

    count()
    assert sum(found) >= len(found) // 5
