"""The built site, looked at as HTML: every page, every link, every id."""

from __future__ import annotations

import itertools
import json
import posixpath
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from justhtml import JustHTML

from macros.catalogue.site import Site
from macros.checks.safety import MACRO_PAGES
from macros.model import PageType
from macros.reading.folder import Loaded
from macros.rendering.allow_list import breaches
from tests.conftest import run_mkdocs
from tests.site.html_pages import HtmlPage, pages_of


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, HtmlPage]:
    return pages_of(built)


def test_every_document_is_a_page(pages: dict[str, HtmlPage], loaded: Loaded) -> None:
    for path in loaded.bank.documents:
        bare = path.removeprefix("docs/").removesuffix(".md")
        wanted = f"{bare.removesuffix('index')}index.html" if bare.split("/")[-1] == "index" else f"{bare}/index.html"
        assert wanted in pages
    assert "404.html" in pages


def test_ids_are_unique(pages: dict[str, HtmlPage]) -> None:
    for page in pages.values():
        counted = Counter(page.attributes("[id]", "id"))
        assert [name for name, count in counted.items() if count > 1] == [], page.path
        assert not any(name.startswith("__") for name in counted), page.path


def test_links_and_anchors_lead_somewhere(built: Path, pages: dict[str, HtmlPage], site_address: Site) -> None:
    """A fragment that begins with `kit=` is no anchor: it holds a kit for the builder."""
    ids = {path: set(page.attributes("[id]", "id")) for path, page in pages.items()}
    wrong = []
    for page in pages.values():
        references = page.attributes("a[href]", "href") + page.attributes("link[href]", "href")
        references += page.attributes("script[src]", "src") + page.attributes("img[src]", "src")
        for reference in references:
            target = _target(page.path, reference, site_address)
            if target is None:
                continue
            path, anchor = target
            file = built / path
            if file.is_dir():
                path = posixpath.join(path, "index.html") if path else "index.html"
            if not (built / path).is_file() or (
                anchor and not anchor.startswith("kit=") and anchor not in ids.get(path, {anchor})
            ):
                wrong.append(f"{page.path}: {reference}")
    assert wrong == []


def _target(page: str, reference: str, site: Site) -> tuple[str, str] | None:
    """Path below the site and anchor; None for what leaves the site."""
    if reference.startswith(site.address):
        reference = site.base_path + reference.removeprefix(site.address)
    parts = urlsplit(reference)
    if parts.scheme:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        assert path.startswith(site.base_path), reference
        path = path[len(site.base_path) :]
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return ("" if path == "." else path), unquote(parts.fragment)


def test_no_page_is_an_orphan(pages: dict[str, HtmlPage], site_address: Site) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = pages[waiting.pop()]
        for reference in page.attributes("a[href]", "href"):
            target = _target(page.path, reference, site_address)
            if target is None:
                continue
            path = target[0] if target[0].endswith(".html") else posixpath.join(target[0], "index.html")
            if path in pages and path not in reached:
                reached.add(path)
                waiting.append(path)
    assert set(pages) - reached == {"404.html"}


def test_other_hosts_are_linked_to_and_never_loaded(pages: dict[str, HtmlPage], site_address: Site) -> None:
    for page in pages.values():
        loaded_from = page.attributes("script[src]", "src") + page.attributes("img[src]", "src")
        loaded_from += [
            link.attrs["href"] for link in page.all("link[href]") if link.attrs.get("rel") not in {"canonical", "prev", "next"}
        ]
        assert not any(urlsplit(address).netloc for address in loaded_from if not address.startswith(site_address.address)), (
            page.path
        )


def test_every_page_has_the_policy_and_needs_no_exception(pages: dict[str, HtmlPage]) -> None:
    for page in pages.values():
        policy = page.attributes('meta[http-equiv="Content-Security-Policy"]', "content")
        assert len(policy) == 1, page.path
        assert "'unsafe-" not in policy[0]
        assert "http" not in policy[0]
        assert policy[0].startswith("default-src 'none'")
        assert page.all("[style]") == page.all("style") == []
        inline = [script for script in page.all("script") if "src" not in script.attrs]
        assert all(script.attrs.get("type") == "application/ld+json" for script in inline), page.path
        handlers = [name for element in page.all("*") for name in element.attrs if name.startswith("on")]
        assert handlers == [], page.path


# What the template says to the search, behind the last look at a page's own text.
FOR_THE_SEARCH = re.compile(r' data-pagefind-(?:weight="0\.1"|filter="question:false"|body(?:="")?(?=[ >]))')


def test_contributed_text_holds_nothing_but_what_the_list_allows(pages: dict[str, HtmlPage], loaded: Loaded) -> None:
    written_by_us = {f"{path.removeprefix('docs/').removesuffix('index.md').removesuffix('.md')}" for path in MACRO_PAGES}
    checked = 0
    for page in pages.values():
        if page.path.removesuffix("index.html").rstrip("/") in {path.rstrip("/") for path in written_by_us}:
            continue
        for text in page.all(".text"):
            assert breaches(FOR_THE_SEARCH.sub("", text.to_html())) == [], page.path
            checked += 1
    assert checked >= len(loaded.bank.documents) - len(MACRO_PAGES)


def test_title_description_and_one_h1(pages: dict[str, HtmlPage]) -> None:
    titles: Counter[str] = Counter()
    for page in pages.values():
        assert len(page.all("h1")) == 1, page.path
        assert len(page.all("main")) == 1
        titles[page.all("title")[0].to_text()] += 1
        if page.path != "404.html":
            description = page.attributes('meta[name="description"]', "content")[0]
            assert 30 <= len(description) <= 200, (page.path, description)
    assert titles.most_common(1)[0][1] == 1


def test_no_sign_of_a_permalink_in_titles_or_contents(pages: dict[str, HtmlPage]) -> None:
    for page in pages.values():
        texts = [element.to_text() for element in [*page.all("title"), *page.all(".contents a"), *page.all(".crumbs a")]]
        assert not any(text.rstrip().endswith(("#", "¶")) for text in texts), page.path


def test_headings_descend_by_one(pages: dict[str, HtmlPage]) -> None:
    for page in pages.values():
        levels = [int(element.name[1]) for element in page.all("main h1, main h2, main h3, main h4")]
        assert levels[0] == 1, page.path
        assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels)), page.path


def test_question_pages_name_their_facts(pages: dict[str, HtmlPage], loaded: Loaded) -> None:
    for question in loaded.bank.questions:
        page = pages[f"questions/{question.document.slug}/index.html"]
        facts = page.all(".column > .facts")[0].to_text()
        for fact in (question.fields.level, question.fields.kind, question.fields.reviewed.isoformat()):
            assert fact in facts
        topic = [a for a in page.all(".crumbs a") if a.attrs["href"].endswith(f"topics/{question.fields.topic}/")]
        assert len(topic) == 1


def test_terms_carry_their_definitions(pages: dict[str, HtmlPage], loaded: Loaded) -> None:
    for question in loaded.bank.questions:
        page = pages[f"questions/{question.document.slug}/index.html"]
        links = page.all(".text a.term")
        assert links, page.path
        assert all(len(link.attrs["title"]) > 20 for link in links)
        assert [
            a for a in page.all(".text a") if "/glossary/" in (a.attrs.get("href") or "") and a.attrs.get("class") != "term"
        ] == []


def test_template_syntax_in_an_answer_stays_as_written(tmp_path: Path) -> None:
    """Prometheus templates and GitHub expressions are text; a page cannot opt itself in to macros."""
    sample = "Write `{{ $labels.instance }}` and {{ 7 * 7 }} and {% raw %} and ${{ secrets.X }}."
    project = copy_of_the_project(tmp_path)
    page = project / "docs/questions/disaster-recovery-strategies.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("Customers are buying, or trying to.", sample), encoding="utf-8")
    result = run_mkdocs("build", "--strict", cwd=project, WITHOUT_DOWNLOADS="1")
    assert result.returncode == 0, result.stderr
    html = (project / "site/questions/disaster-recovery-strategies/index.html").read_text(encoding="utf-8")
    shown = JustHTML(html, sanitize=False).query(".prompt")[0].to_text()
    assert "{{ $labels.instance }} and {{ 7 * 7 }} and {% raw %} and ${{ secrets.X }}." in " ".join(shown.split())


def test_build_refuses_what_check_refuses(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    page = project / "docs/questions/disaster-recovery-strategies.md"
    page.write_text(page.read_text(encoding="utf-8").replace("level: mid", "level: mid\nrender_macros: true"), encoding="utf-8")
    result = run_mkdocs("build", "--strict", cwd=project)
    assert result.returncode != 0
    assert "docs/questions/disaster-recovery-strategies.md:4: A question has no field `render_macros`." in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "site").exists()


def copy_of_the_project(folder: Path) -> Path:
    import shutil

    from tests.conftest import ROOT

    for name in ("docs", "macros", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def test_structured_data_is_whole(pages: dict[str, HtmlPage], loaded: Loaded, site_address: Site) -> None:
    for document in loaded.bank.of_type(PageType.QUESTION):
        page = pages[f"questions/{document.slug}/index.html"]
        data = json.loads(page.all('script[type="application/ld+json"]')[0].to_text(strip=False))
        by_type = {node["@type"]: node for node in data["@graph"]}
        question = by_type["QAPage"]["mainEntity"]
        assert question["name"] == document.title
        assert question["acceptedAnswer"]["url"].startswith(site_address.address)
        assert len(question["acceptedAnswer"]["text"].split()) > 30
        assert [item["position"] for item in by_type["BreadcrumbList"]["itemListElement"]] == [1, 2, 3, 4]


def test_addresses_are_those_of_the_environment(pages: dict[str, HtmlPage], site_address: Site) -> None:
    for page in pages.values():
        if page.path == "404.html":
            continue
        canonical = page.attributes('link[rel="canonical"]', "href")[0]
        assert canonical == site_address.address + re.sub(r"index\.html$", "", page.path)
