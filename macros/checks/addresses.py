"""Published addresses are a promise: what a page was called once still leads to a page."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.addresses import addresses
from macros.model import Bank
from macros.model.problem import Problem


def vanished(before: Bank, now: Bank) -> Iterator[Problem]:
    """Every address that was published must still be a page, or an alias of one."""
    kept = set(addresses(now))
    for where, path in addresses(before).items():
        if where in kept:
            continue
        alias = where.rstrip("/").rpartition("/")[2]
        if path in now.documents:
            fix = f"put `{alias}` back into its `aliases`."
            yield Problem(path, now.documents[path].field_line("aliases"), f"The address {where} would no longer work.", fix)
        else:
            fix = f"add `{alias}` to the `aliases` of the page that takes its place, or put the page back."
            yield Problem(path, 1, f"The page is gone, and its address {where} would no longer work.", fix)
