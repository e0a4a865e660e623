"""Plain text files for programs that read the site."""

from __future__ import annotations

from macros.relations import Relations
from macros.site import SITE_NAME, Site, address
from macros.views import definition, description


def robots_txt(site: Site) -> str:
    """Everything may be read. Crawlers look for this file at the root of a host only (RFC 9309)."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.address}sitemap.xml\n"


def llms_txt(relations: Relations, site: Site) -> str:
    """The site as one Markdown list of links. Source: https://llmstxt.org"""
    parts = [
        f"# {SITE_NAME}\n",
        "> Distributed-systems SRE interview questions. Each has an answer to say in a minute, a full answer, a rubric of weak, "
        "good and great, follow-ups, and sources. Text under CC BY 4.0.\n",
    ]
    for slug, topic in relations.topic.items():
        questions = relations.of_topic[slug]
        if questions:
            lines = [_line(q.document.title, site.address + address(q.document.path), description(q.document)) for q in questions]
            parts.append(f"## {topic.document.title}\n\n" + "\n".join(lines) + "\n")
    terms = sorted(relations.bank.terms, key=lambda term: term.document.title.lower())
    lines = [_line(t.document.title, site.address + address(t.document.path), definition(t.document)) for t in terms]
    return "\n".join([*parts, "## Optional\n\n" + "\n".join(lines) + "\n"])


def _line(title: str, where: str, what: str) -> str:
    return f"- [{title.replace('[', '(').replace(']', ')')}]({where}): {what}"
