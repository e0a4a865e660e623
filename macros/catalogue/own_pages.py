"""The pages that are ours, not a contributor's: one table, from which every other list of them is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_Above = tuple[tuple[str, str], ...]  # title and address below the site
_HIRE, _KITS, _PRACTICE = ("For hiring", "hiring/"), ("Kits", "kits/"), ("Practice", "practice/")
BUILDER = "build/"  # address of the page that builds a kit


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    macros: frozenset[str] = frozenset()  # the names that it may call; mkdocs.yml names the same pages
    template: str = ""  # what stands below its text: a file in the theme's partials/site
    schema: str = ""  # of schema.org: what the page describes
    contents: bool = True  # a list of its headings may stand beside the text
    above: _Above = ()  # the way down from the home page
    offline: bool = False  # kept by the service worker


def _calls(*names: str) -> frozenset[str]:
    return frozenset(names)


OWN_PAGES: Mapping[str, OwnPage] = {
    "docs/index.md": OwnPage(macros=_calls("try_one", "doors", "size", "topics", "whats_new"), schema="WebSite", contents=False),
    "docs/questions/index.md": OwnPage(macros=_calls("question_list")),
    "docs/topics/index.md": OwnPage(macros=_calls("topic_index")),
    "docs/glossary/index.md": OwnPage(macros=_calls("glossary"), schema="DefinedTermSet", contents=False),
    "docs/kits/index.md": OwnPage(macros=_calls("kit_list"), above=(_HIRE,)),
    "docs/practice.md": OwnPage(template="practice", offline=True),
    "docs/mock.md": OwnPage(template="mock", above=(_PRACTICE,), offline=True),
    "docs/build.md": OwnPage(template="builder", above=(_HIRE, _KITS)),
    "docs/hiring.md": OwnPage(),
    "docs/contribute.md": OwnPage(macros=_calls("ways_in")),
    "docs/quality.md": OwnPage(macros=_calls("quality")),
    "docs/data.md": OwnPage(macros=_calls("site_address", "data_index")),
    "docs/downloads.md": OwnPage(macros=_calls("downloads"), above=(_PRACTICE,)),
}
NO_PAGE = OwnPage()


def own_page(path: str) -> OwnPage:
    """What is said of the page at `path`; nothing for a contributed one."""
    return OWN_PAGES.get(path, NO_PAGE)
