"""The only module that knows mkdocs-macros: gives the Bank to macros, templates and Markdown extensions."""

from __future__ import annotations

import functools
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, BuildError

from macros.catalogue.descriptions import opening
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site, SiteAddressError, site_from
from macros.checks import problems_of
from macros.exports import api
from macros.model.problem import ActiveContentError
from macros.pages import home
from macros.pages.contribute import ways_in
from macros.pages.downloads import downloads
from macros.pages.glossary_index import glossary
from macros.pages.kits_index import kit_list
from macros.pages.page import page_meta
from macros.pages.parts import Part
from macros.pages.posting import posting_of
from macros.pages.quality import quality
from macros.pages.questions_index import question_list
from macros.pages.topics_index import topic_index
from macros.publishing.background import Beside
from macros.publishing.search_index import build_search_index
from macros.publishing.service_worker import write_service_worker
from macros.publishing.styles import StyleError, styles, write_styles
from macros.publishing.templates import Templates
from macros.reading.changes import changes_of
from macros.reading.folder import Loaded, load

FONT = "assets/fonts/source-serif-4.woff2"  # the face of the link previews, too
VIEWS = "views"  # below the theme's folder
_PARTS: dict[str, Callable[[Catalogue], Part]] = {
    "question_list": question_list,
    "topic_index": topic_index,
    "glossary": glossary,
    "quality": quality,
    "downloads": downloads,
    "try_one": home.try_one,
    "doors": home.doors,
    "size": home.size,
    "topics": topic_index,
    "whats_new": home.whats_new,
}
log = logging.getLogger("mkdocs.plugins.macros")


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once for each build. A build stops at the first page that `make check` refuses; serving goes on."""
    docs = Path(env.conf["docs_dir"])
    loaded = load(docs)
    _report(loaded, serving=_serving())
    catalogue = Catalogue(loaded.bank)
    try:
        site = site_from(os.environ)
        env.variables["styles"] = styles(Path(env.conf["theme"].custom_dir))
    except (SiteAddressError, StyleError) as mistake:
        raise Abort(str(mistake)) from None
    env.conf["site_url"] = site.address
    env.conf["extra"]["site"] = site
    env.conf["extra"]["serving"] = _serving()
    env.conf["mdx_configs"]["macros.rendering.term_definitions"] = {
        "definitions": {term.document.slug: opening(term.document) for term in loaded.bank.terms}
    }
    env.variables["beside"] = Beside(catalogue, site, changes_of(docs), Path(env.conf["theme"].custom_dir) / FONT)
    env.variables["catalogue"] = catalogue
    env.variables["site"] = site
    _declare(env, catalogue)


def _declare(env: Any, catalogue: Catalogue) -> None:
    """What pages may call. mkdocs.yml and own_pages say which page may call what."""
    templates = Templates(Path(env.conf["theme"].custom_dir) / VIEWS)
    site: Site = env.variables["site"]

    def shown(make: Callable[[], Part]) -> str:
        return templates.render(make(), _path(env))

    for name, part in _PARTS.items():
        env.macro(functools.partial(shown, functools.partial(part, catalogue)), name)
    env.macro(functools.partial(shown, functools.partial(ways_in, site)), "ways_in")
    env.macro(
        functools.partial(shown, functools.partial(kit_list, catalogue, functools.partial(posting_of, catalogue, site=site))),
        "kit_list",
    )
    env.macro(lambda: site.address, "site_address")
    env.macro(lambda: "[`{0}`]({0})".format(f"{site.address}{api.ROOT}index.json"), "data_index")


def _path(env: Any) -> str:
    """Of the page that is being made."""
    return f"docs/{env.page.file.src_uri}"


def on_pre_page_macros(env: Any) -> None:
    """Give the page its view, and its Markdown extensions what they need. `meta` changes in place: mkdocs-macros holds it, too."""
    catalogue: Catalogue = env.variables["catalogue"]
    path = _path(env)
    question = catalogue.question.get(path)
    # MkDocs renders this page next, with what stands here.
    env.conf["mdx_configs"]["macros.rendering.folds"] = {"kind": str(question.fields.kind) if question else ""}
    if question:
        env.page.update_date = question.fields.reviewed.isoformat()  # what the sitemap says
    env.page.meta.clear()
    env.page.meta.update(page_meta(catalogue, path, env.variables["site"]))
    env.conf["mdx_configs"]["macros.rendering.inline_figures"] = {"document": catalogue.bank.documents.get(path)}


def on_post_build(env: Any) -> None:
    """Put what is made beside the pages to them, and index what came of it."""
    target = Path(env.conf["site_dir"])
    try:
        env.variables["beside"].finish(target)
        write_styles(env.variables["styles"], target)
    except ActiveContentError as error:
        raise BuildError(f"{error}\nNo exports were written.") from None
    write_service_worker(target)
    build_search_index(target)


def _serving() -> bool:
    return os.environ.get("SERVING") == "1"  # set by `make serve`


def _report(loaded: Loaded, *, serving: bool) -> None:
    problems = problems_of(loaded.bank, loaded.problems)
    for problem in problems:
        (log.warning if serving else log.error)(problem.as_text())
    if problems and not serving:
        raise Abort(f"{len(problems)} problems; nothing was built. `make check` shows the same list.")
