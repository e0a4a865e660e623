"""Where a page, and what is made of it, stands below the site."""

from __future__ import annotations

from macros.model import Bank, Document


def download(ending: str) -> str:
    """Where a file to take along is, below the site."""
    return f"downloads/the-sre-interview.{ending}"


def address(path: str) -> str:
    """`docs/questions/x.md` -> `questions/x/`, relative to the home page."""
    bare = path.removeprefix("docs/").removesuffix(".md")
    if bare == "index":
        return ""
    return bare.removesuffix("index") if bare.endswith("/index") else f"{bare}/"


def card_path(document: Document) -> str:
    """Where the link preview of a page is."""
    return f"assets/social/{address(document.path)}card.png"


def addresses(bank: Bank) -> dict[str, str]:
    """Every address that leads to a page, aliases included -> path of the page."""
    own = {address(document.path): document.path for document in bank.documents.values()}
    return {old: path for old, path in aliases(bank).items() if old not in own} | own


def aliases(bank: Bank) -> dict[str, str]:
    """Former address -> path of the page that has it now."""
    entries = (*bank.questions, *bank.topics, *bank.terms, *bank.kits)
    return {
        address(f"{entry.document.path.rpartition('/')[0]}/{alias}.md"): entry.document.path
        for entry in entries
        for alias in entry.fields.aliases
    }
