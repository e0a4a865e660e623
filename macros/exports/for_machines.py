"""Plain text files for programs that read the site."""

from __future__ import annotations

import re

from macros.catalogue.addresses import address
from macros.catalogue.descriptions import meta_description, opening
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import SITE_NAME, Site


def robots_txt(site: Site) -> str:
    """Everything may be read. Crawlers look for this file at the root of a host only (RFC 9309)."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.address}sitemap.xml\n"


def llms_txt(catalogue: Catalogue, site: Site) -> str:
    """The site as one Markdown list of links. Source: https://llmstxt.org"""
    parts = [
        f"# {SITE_NAME}\n",
        "> Distributed-systems SRE interview questions. Each has a one-minute answer, a full answer, why it is asked, "
        "a rubric (weak, good, great), follow-ups, flashcards, and sources. Text under CC BY 4.0.\n",
    ]
    for slug, topic in catalogue.topic.items():
        questions = catalogue.of_topic[slug]
        if questions:
            lines = [
                _line(q.document.title, site.address + address(q.document.path), meta_description(q.document)) for q in questions
            ]
            parts.append(f"## {topic.document.title}\n\n" + "\n".join(lines) + "\n")
    terms = sorted(catalogue.bank.terms, key=lambda term: term.document.title.lower())
    lines = [_line(t.document.title, site.address + address(t.document.path), opening(t.document)) for t in terms]
    return "\n".join([*parts, "## Optional\n\n" + "\n".join(lines) + "\n"])


def _line(title: str, where: str, what: str) -> str:
    return f"- [{_text(title)}]({where}): {_text(what)}"


def _text(plain: str) -> str:
    """Plain text as Markdown: what a page shows as code must not become markup here."""
    return re.sub(r"[\\`*_\[\]<>&]", r"\\\g<0>", plain)
