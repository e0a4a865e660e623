"""The only module that knows mkdocs-macros: gives the Bank to macros, templates and Markdown extensions."""

from __future__ import annotations

import functools
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, PluginError

from macros import home, quality, scorecard, takeaway, views
from macros.beside import Beside
from macros.context import page_context
from macros.exports import api
from macros.glossary import glossary
from macros.invitation import ways_in
from macros.load import Loaded, load
from macros.offline import write_service_worker
from macros.publishing.styles import StyleError, write_styles
from macros.relations import Relations
from macros.rules import check
from macros.search import build_search_index
from macros.site import site_from

FONT = "assets/fonts/source-serif-4.woff2"  # the face of the link previews, too
log = logging.getLogger("mkdocs.plugins.macros")


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once for each build. A build stops at the first page that `make check` refuses; serving goes on."""
    docs = Path(env.conf["docs_dir"])
    loaded = load(docs)
    _report(loaded, serving=_serving())
    relations = Relations(loaded.bank)
    site = site_from(os.environ)
    env.conf["site_url"] = site.address
    env.conf["extra"]["site"] = site
    env.conf["extra"]["serving"] = _serving()
    env.conf["mdx_configs"]["macros.definitions"] = {
        "definitions": {term.document.slug: views.definition(term.document) for term in loaded.bank.terms}
    }
    env.variables["beside"] = Beside(relations, site, Path(env.conf["theme"].custom_dir) / FONT)
    env.variables["relations"] = relations
    env.variables["site"] = site
    _declare(env, relations)
    env.macro(functools.partial(ways_in, site), "ways_in")
    env.macro(lambda: site.address, "site_address")
    env.macro(lambda: "[`{0}`]({0})".format(f"{site.address}{api.ROOT}index.json"), "data_index")


def _declare(env: Any, relations: Relations) -> None:
    macros: dict[str, Callable[[Relations, str], str]] = {
        "question_list": views.question_list,
        "topic_index": views.topic_index,
        "glossary": glossary,
        "quality": quality.quality,
        "kit_list": scorecard.kit_list,
        "downloads": takeaway.downloads,
    }
    for name, view in macros.items():
        env.macro(functools.partial(_on_this_page, env, relations, view), name)
    for view_of_home in (home.try_one, home.size, home.topics, home.whats_new):
        env.macro(functools.partial(view_of_home, relations), view_of_home.__name__)
    env.macro(home.doors)


def _on_this_page(env: Any, relations: Relations, view: Callable[[Relations, str], str]) -> str:
    return view(relations, f"docs/{env.page.file.src_uri}")


def on_pre_page_macros(env: Any) -> None:
    """Replace the front matter, which the theme would print as it is, with what we computed from it."""
    path = f"docs/{env.page.file.src_uri}"
    question = env.variables["relations"].question.get(path)
    if question:
        env.page.update_date = question.fields.reviewed.isoformat()  # what the sitemap says
    env.page.meta = page_context(env.variables["relations"], path, env.variables["site"])


def on_post_build(env: Any) -> None:
    """Put what is made beside the pages to them, and index what came of it."""
    target = Path(env.conf["site_dir"])
    env.variables["beside"].finish(target)
    try:
        write_styles(Path(env.conf["theme"].custom_dir), target)
    except StyleError as mistake:
        raise PluginError(str(mistake)) from None
    write_service_worker(target)
    build_search_index(target)


def _serving() -> bool:
    return os.environ.get("SERVING") == "1"  # set by `make serve`


def _report(loaded: Loaded, *, serving: bool) -> None:
    problems = sorted([*loaded.problems, *check(loaded.bank)])
    for problem in problems:
        (log.warning if serving else log.error)(problem.as_text())
    if problems and not serving:
        raise Abort(f"{len(problems)} problems; nothing is built. `make check` shows the same list.")
