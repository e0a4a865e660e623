"""What leads from a job posting to a kit; the theme's views/posting.* write it in the forms in which postings are written."""

from __future__ import annotations

from macros.catalogue.addresses import address
from macros.catalogue.kit_items import questions_of
from macros.catalogue.relations import Catalogue
from macros.catalogue.site import Site
from macros.model import Kit
from macros.pages.parts import Posting


def posting_of(catalogue: Catalogue, kit: Kit, site: Site) -> Posting:
    """For a kit that has a page."""
    return Posting(
        home=site.address,
        name=kit.document.title,
        address=site.address + address(kit.document.path),
        minutes=str(kit.fields.minutes),
        count=str(len(questions_of(catalogue, kit))),
    )


def blank_posting(site: Site) -> Posting:
    """With the placeholders that the builder's script puts a kit of one's own into, each value escaped for the form."""
    return Posting(home=site.address, name="{name}", address="{address}", minutes="{minutes}", count="{count}")
