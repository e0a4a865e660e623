"""Atom feed of new and updated questions. Source: RFC 4287, https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as etree

from macros.catalogue.addresses import address
from macros.catalogue.descriptions import meta_description
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import FEED, SITE_NAME, Site
from macros.model import Question
from macros.model.changes import NO_HISTORY, Changes

ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"


def feed(catalogue: Catalogue, site: Site, changes: Changes = NO_HISTORY) -> bytes:
    """The questions that changed last, newest first."""
    questions = sorted(catalogue.bank.questions, key=lambda q: q.document.slug)
    changed = {q.document.path: changes.of(q.document.path, q.fields.reviewed) for q in questions}
    questions = sorted(questions, key=lambda q: (changed[q.document.path], q.fields.added), reverse=True)[:ENTRIES]
    root = etree.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "id", site.identity)
    _add(root, "title", f"{SITE_NAME}: new and updated questions")
    _add(root, "updated", _time(max(changed.values(), default=datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC))))
    etree.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": site.address + FEED})
    etree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": site.address})
    _add(etree.SubElement(root, "author"), "name", SITE_NAME)
    _add(root, "rights", "CC BY 4.0")
    for question in questions:
        _entry(root, question, site, changed[question.document.path])
    etree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}\n'.encode()


def _entry(root: etree.Element, question: Question, site: Site, changed: datetime.datetime) -> None:
    entry, fields = etree.SubElement(root, "entry"), question.fields
    # The first name stays the identity of a question that was renamed, so that readers do not show it twice.
    folder, _, _ = question.document.path.rpartition("/")
    first = f"{folder}/{fields.aliases[0]}.md" if fields.aliases else question.document.path
    _add(entry, "id", site.identity + address(first))
    _add(entry, "title", question.document.title)
    _add(entry, "published", f"{fields.added.isoformat()}T00:00:00Z")
    _add(entry, "updated", _time(changed))
    etree.SubElement(
        entry, "link", {"rel": "alternate", "type": "text/html", "href": site.address + address(question.document.path)}
    )
    for term in (fields.topic, fields.level, fields.kind):
        etree.SubElement(entry, "category", {"term": str(term)})
    _add(entry, "summary", meta_description(question.document))


def _add(parent: etree.Element, tag: str, text: str) -> None:
    etree.SubElement(parent, tag).text = text


def _time(time: datetime.datetime) -> str:
    return f"{time:%Y-%m-%dT%H:%M:%SZ}"
