"""The only module that knows mkdocs-macros: gives the Bank to macros, templates and Markdown extensions."""

from __future__ import annotations

import functools
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, BuildError

from macros.catalogue.relations import Catalogue
from macros.catalogue.site import site_from
from macros.catalogue.summaries import opening
from macros.checks import problems_of
from macros.exports import api
from macros.model.problem import ActiveContentError
from macros.pages import downloads as takeaway
from macros.pages import home, quality
from macros.pages import kit as scorecard
from macros.pages import parts as views
from macros.pages.contribute import ways_in
from macros.pages.glossary_index import glossary
from macros.pages.page import page_context
from macros.publishing.background import Beside
from macros.publishing.search_index import build_search_index
from macros.publishing.service_worker import write_service_worker
from macros.reading.folder import Loaded, load

FONT = "assets/fonts/source-serif-4.woff2"  # the face of the link previews, too
log = logging.getLogger("mkdocs.plugins.macros")


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once for each build. A build stops at the first page that `make check` refuses; serving goes on."""
    docs = Path(env.conf["docs_dir"])
    loaded = load(docs)
    _report(loaded, serving=_serving())
    catalogue = Catalogue(loaded.bank)
    site = site_from(os.environ)
    env.conf["site_url"] = site.address
    env.conf["extra"]["site"] = site
    env.conf["extra"]["serving"] = _serving()
    env.conf["mdx_configs"]["macros.rendering.term_definitions"] = {
        "definitions": {term.document.slug: opening(term.document) for term in loaded.bank.terms}
    }
    env.variables["beside"] = Beside(catalogue, site, docs / FONT)
    env.variables["catalogue"] = catalogue
    env.variables["site"] = site
    _declare(env, catalogue)
    env.macro(functools.partial(ways_in, site), "ways_in")
    env.macro(lambda: site.address, "site_address")
    env.macro(lambda: "[`{0}`]({0})".format(f"{site.address}{api.ROOT}index.json"), "data_index")


def _declare(env: Any, catalogue: Catalogue) -> None:
    macros: dict[str, Callable[[Catalogue, str], str]] = {
        "question_list": views.question_list,
        "topic_index": views.topic_index,
        "glossary": glossary,
        "quality": quality.quality,
        "kit_list": scorecard.kit_list,
        "downloads": takeaway.downloads,
    }
    for name, view in macros.items():
        env.macro(functools.partial(_on_this_page, env, catalogue, view), name)
    for view_of_home in (home.try_one, home.size, home.topics, home.whats_new):
        env.macro(functools.partial(view_of_home, catalogue), view_of_home.__name__)
    env.macro(home.doors)


def _on_this_page(env: Any, catalogue: Catalogue, view: Callable[[Catalogue, str], str]) -> str:
    return view(catalogue, f"docs/{env.page.file.src_uri}")


def on_pre_page_macros(env: Any) -> None:
    """Replace the front matter, which the theme would print as it is, with what we computed from it."""
    path = f"docs/{env.page.file.src_uri}"
    question = env.variables["catalogue"].question.get(path)
    # MkDocs renders this page next, with what stands here.
    env.conf["mdx_configs"]["macros.rendering.folds"] = {"kind": str(question.fields.kind) if question else ""}
    if question:
        env.page.update_date = question.fields.reviewed.isoformat()  # what the sitemap says
    env.page.meta = page_context(env.variables["catalogue"], path, env.variables["site"])


def on_post_build(env: Any) -> None:
    """Put what is made beside the pages to them, and index what came of it."""
    target = Path(env.conf["site_dir"])
    try:
        env.variables["beside"].finish(target)
    except ActiveContentError as error:
        raise BuildError(f"{error}\nNo export is written.") from None
    write_service_worker(target)
    build_search_index(target)


def _serving() -> bool:
    return os.environ.get("SERVING") == "1"  # set by `make serve`


def _report(loaded: Loaded, *, serving: bool) -> None:
    problems = problems_of(loaded.bank, loaded.problems)
    for problem in problems:
        (log.warning if serving else log.error)(problem.as_text())
    if problems and not serving:
        raise Abort(f"{len(problems)} problems; nothing is built. `make check` shows the same list.")
