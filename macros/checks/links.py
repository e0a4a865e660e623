"""Rules about links between pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches

from macros.catalogue.relations import linked_paths
from macros.figures import FOLDER
from macros.model import Bank, Document, Link, PageType
from macros.model.problem import Problem

# A host by its name alone, then what RFC 3986 allows in a path, a query and a fragment.
_ADDRESS = re.compile(r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+([/?#][\w.~!$&'()*+,;=:@%/?#-]*)?", re.ASCII)

_HOST = re.compile(r"https?://(?P<host>[^/?#\s]+)", re.IGNORECASE)


def relative_and_existing(bank: Bank) -> Iterator[Problem]:
    """Every link to the site must be a relative path to a file and a heading that exist; every other one must be https."""
    for document in bank.documents.values():
        for link in document.links:
            if found := _wrong(bank, document, link):
                message, fix = found
                yield Problem(document.path, link.line, message, fix)


def says_where_it_leads(bank: Bank) -> Iterator[Problem]:
    """Every link whose text is an address must lead to that host."""
    for document in bank.documents.values():
        for link in document.links:
            said, led = (_HOST.match(each) for each in (link.text.strip(), link.target))
            if said and led and said["host"].lower() != led["host"].lower():
                message = f"The link says `{said['host']}` and leads to `{led['host']}`."
                yield Problem(document.path, link.line, message, "write what it is, such as the title of the page.")


def _wrong(bank: Bank, document: Document, link: Link) -> tuple[str, str] | None:
    """What is wrong with a link and how to mend it, or None."""
    target = link.target
    if not target:
        return "The link has no address.", "write it between the parentheses."
    if not target.isascii() or "\\" in target:
        return f"`{target}` is not plain ASCII.", "type the address; a look-alike character may hide in it."
    if target.startswith("https://"):
        return _wrong_address(link)
    if ":" in target.partition("#")[0].partition("/")[0]:
        return f"`{target.partition(':')[0]}:` links are not allowed.", "use https, or a relative path to a page."
    if target.startswith("/"):
        return f"`{target}` is not relative.", "write the path from this file, such as `../glossary/rto.md`."
    return _wrong_path(bank, document, link)


def _wrong_address(link: Link) -> tuple[str, str] | None:
    if link.image:
        return f"The image `{link.target}` is on another host.", "put it in docs/assets/images."
    if not _ADDRESS.fullmatch(link.target):
        return f"`{link.target}` is not a standard address.", "use only the host's name."
    if re.match(r"https://([^/]*\.)?xn--", link.target, re.IGNORECASE):
        return (
            f"`{link.target}` has a name in another script, which can look like a known one.",
            "use an address in plain letters.",
        )
    return None


def _wrong_path(bank: Bank, document: Document, link: Link) -> tuple[str, str] | None:
    path, _, anchor = link.target.partition("#")
    full = document.resolve(link.target)
    if link.image or (path and not path.endswith(".md")):
        if full.startswith(("docs/assets/", FOLDER) if link.image else "docs/assets/"):
            return None
        return f"`{link.target}` is not a page.", "link to the .md file; images belong in docs/assets/images."
    other = bank.documents.get(full)
    if other is None:
        return f"There is no page `{link.target}`.", _suggest(bank, document, full)
    if anchor and anchor not in other.anchors:
        near = get_close_matches(anchor, sorted(other.anchors), n=1)
        guess = f" (did you mean #{near[0]}?)" if near else ""
        return f"`{link.target}` leads to no heading.", f"use an anchor of {full}{guess}."
    return None


def _suggest(bank: Bank, document: Document, full: str) -> str:
    near = get_close_matches(full, list(bank.documents), n=1, cutoff=0.8)
    if not near:
        return "correct the path, or write that page first."
    return f"correct the path (did you mean {posixpath.relpath(near[0], posixpath.dirname(document.path))}?)."


def no_orphan_term(bank: Bank) -> Iterator[Problem]:
    """Every term must be linked from a question, a topic or another term."""
    linked = {
        path
        for document in bank.of_type(PageType.QUESTION, PageType.TOPIC, PageType.TERM)
        for path in linked_paths(document)
        if path != document.path
    }
    for document in bank.of_type(PageType.TERM):
        if document.path not in linked:
            fix = "link its first mention on a question page, or from another term's `See also`."
            yield Problem(document.path, 1, "Nothing links to this term.", fix)
