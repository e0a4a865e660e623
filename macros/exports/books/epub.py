"""An EPUB 3 book of all questions. Source: https://www.w3.org/TR/epub-33/"""

from __future__ import annotations

import re
from html import escape

from macros.exports.api.documents import Question, Text
from macros.exports.books.edition import Edition, zipped
from macros.model.problem import ActiveContentError
from macros.rendering.allow_list import refused

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>{title}</title><link rel="stylesheet" href="book.css"/></head>
<body>
{body}
</body>
</html>
"""
_CSS = """body { line-height: 1.5 } h1 { font-size: 1.5em } h2 { font-size: 1.2em } h3 { font-size: 1em }
pre { white-space: pre-wrap; font-size: 0.85em } table { border-collapse: collapse; font-size: 0.9em }
th, td { padding: 0.2em 0.5em; border-bottom: 1px solid #999; text-align: left } img { max-width: 100% }
dt p { font-weight: bold; margin: 0.6em 0 0 } dd { margin-left: 1em } dd p { margin: 0 }
.facts { color: #555; font-size: 0.9em }
"""
_LINK = re.compile(r'href="([^"#]*)(#[^"]*)?"')


def epub(edition: Edition) -> bytes:
    """Return the bytes of an .epub file."""
    pages = {"title.xhtml": _title(edition), "nav.xhtml": _contents(edition)}
    pages |= {f"{question.id}.xhtml": _chapter(edition, question) for question in edition.questions}
    files = [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", _CONTAINER.encode()),
        ("book.opf", _package(edition, list(pages)).encode()),
        ("book.css", _CSS.encode()),
        *((name, page.encode()) for name, page in pages.items()),
        *edition.figures.items(),
    ]
    return zipped(files, edition.date, stored=frozenset({"mimetype"}))


def _package(edition: Edition, pages: list[str]) -> str:
    types = {"nav.xhtml": ' properties="nav"'}
    items = [f'<item id="{_id(name)}" href="{name}" media-type="application/xhtml+xml"{types.get(name, "")}/>' for name in pages]
    items += [f'<item id="{_id(path)}" href="{path}" media-type="image/svg+xml"/>' for path in edition.figures]
    spine = "".join(f'<itemref idref="{_id(name)}"/>' for name in pages)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{escape(edition.identity)}</dc:identifier>
<dc:title>{escape(edition.title)}</dc:title>
<dc:language>en</dc:language>
<dc:creator>{escape(edition.title)}</dc:creator>
<dc:date>{edition.date.isoformat()}</dc:date>
<dc:rights>CC BY 4.0</dc:rights>
<meta property="dcterms:modified">{edition.modified:%Y-%m-%dT%H:%M:%SZ}</meta>
</metadata>
<manifest>
<item id="css" href="book.css" media-type="text/css"/>
{chr(10).join(items)}
</manifest>
<spine>{spine}</spine>
</package>
"""


def _id(name: str) -> str:
    return "x-" + re.sub(r"[^a-z0-9]", "-", name)


def _title(edition: Edition) -> str:
    return _PAGE.format(title=escape(edition.title), body=f"<h1>{escape(edition.title)}</h1>\n<p>{escape(edition.imprint)}</p>")


def _contents(edition: Edition) -> str:
    parts = "\n".join(
        f'<li><a href="{questions[0].id}.xhtml">{escape(title)}</a><ol>'
        + "".join(f'<li><a href="{question.id}.xhtml">{escape(question.title)}</a></li>' for question in questions)
        + "</ol></li>"
        for title, questions in edition.topics
    )
    body = f'<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="title.xhtml">About this book</a></li>\n{parts}</ol></nav>'
    return _PAGE.format(title="Contents", body=body)


def _chapter(edition: Edition, question: Question) -> str:
    def section(title: str, text: Text | None, level: int = 2) -> str:
        return f"<h{level}>{escape(title)}</h{level}>\n{_inside(edition, question, text.html)}\n" if text else ""

    rubric, facts = question.rubric, f"{question.level}, {question.kind}, reviewed {question.reviewed.isoformat()}"
    sources = "\n".join(
        f'<li id="fn-{escape(source.id)}"><a href="{escape(source.address)}">{escape(source.title)}</a> '
        f"({source.origin}): {escape(source.supports)}</li>"
        for source in question.sources
    )
    body = (
        f'<h1>{escape(question.title)}</h1>\n<p class="facts">{facts}</p>\n{_inside(edition, question, question.prompt.html)}\n'
        + section("Short answer", question.short_answer)
        + section("Full answer", question.full_answer)
        + section("From experience", question.from_experience)
        + section("What interviewers look for", rubric.why or Text(markdown="", html=""))
        + section("Weak", rubric.weak, 3)
        + section("Good", rubric.good, 3)
        + section("Great", rubric.great, 3)
        + "<h2>Follow-ups</h2>\n"
        + "".join(section(follow.question, follow.answer, 3) for follow in question.follow_ups)
        + _cards(edition, question)
        + f'<h2>Sources</h2>\n<ol>\n{sources}\n</ol>\n<p><a href="{escape(question.address)}">This question on the site</a></p>'
    )
    if found := refused(body, f"docs/questions/{question.id}.md", "", where="The EPUB", home=edition.home):
        raise ActiveContentError(found)
    return _PAGE.format(title=escape(question.title), body=body)


def _cards(edition: Edition, question: Question) -> str:
    cards = "".join(
        f"<dt>{_inside(edition, question, card.question.html)}</dt><dd>{_inside(edition, question, card.answer.html)}</dd>\n"
        for card in question.flashcards
    )
    return f"<h2>Flashcards</h2>\n<dl>\n{cards}</dl>\n" if cards else ""


def _inside(edition: Edition, question: Question, html: str) -> str:
    """Links to other questions and to sources stay in the book; figures are in it; the rest leads to the site."""
    html = html.replace(f'href="{question.address}#fn:', 'href="#fn-')
    html = re.sub(r'(<h[34]) id="[^"]*"', r"\1", html)  # the same names stand in several sections
    html = html.replace(f'src="{edition.home}', 'src="')
    return _LINK.sub(lambda match: f'href="{edition.pages[match[1]]}.xhtml"' if match[1] in edition.pages else match[0], html)
