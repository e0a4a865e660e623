"""Where the site and its source are published, read from GitHub's own variables, so that a fork needs no edit.

Source: https://docs.github.com/actions/reference/variables-reference
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

SITE_NAME = "The SRE Interview"  # as in mkdocs.yml
FEED = "feed.xml"  # below the site
LOCAL_ADDRESS = "http://localhost:8000/"
BRANCH = "main"


class SiteAddressError(Exception):
    """A variable is no address of a site; the message says what it must look like."""


@dataclass(frozen=True)
class Site:
    address: str  # of the home page, with a slash at the end
    repository: str | None  # https address of the repository; None where it is not known, as on a laptop

    first_address: str = ""  # the one at which readers first subscribed; empty where it is still the same

    @property
    def identity(self) -> str:
        """What feed and books are known by: a site that moves keeps it, so that nothing is new to its readers."""
        return self.first_address or self.address

    @property
    def base_path(self) -> str:
        """`/project/` for a project's pages, `/` for a host of its own."""
        return urlsplit(self.address).path

    def edit_address(self, path: str) -> str | None:
        """GitHub's editor for one file; it offers a fork to those who may not write."""
        return f"{self.repository}/edit/{BRANCH}/{quote(path)}" if self.repository else None

    def new_file_address(self, folder: str, name: str, text: str) -> str | None:
        """GitHub's editor with a new file in it; nothing is written until somebody commits."""
        if not self.repository:
            return None
        return f"{self.repository}/new/{BRANCH}/{quote(folder)}?filename={quote(name)}&value={quote(text)}"

    def issue_address(self, template: str, **fields: str) -> str | None:
        """A new issue with a form, its fields filled in."""
        if not self.repository:
            return None
        query = "&".join(f"{name}={quote(value)}" for name, value in fields.items())
        return f"{self.repository}/issues/new?template={quote(template)}" + (f"&{query}" if query else "")


def site_from(environment: Mapping[str, str]) -> Site:
    """SITE_URL wins (a host of one's own); else GITHUB_REPOSITORY gives the address of its GitHub Pages; else the local one.

    FIRST_SITE_URL is the address before a move. Raises SiteAddressError.
    """
    full_name = environment.get("GITHUB_REPOSITORY", "")
    server = environment.get("GITHUB_SERVER_URL", "https://github.com").rstrip("/")
    address = environment.get("SITE_URL", "")
    if not address and full_name:
        owner, _, name = full_name.lower().partition("/")
        host = f"{owner}.github.io"
        address = f"https://{host}/" if name == host else f"https://{host}/{full_name.partition('/')[2]}/"
    first = environment.get("FIRST_SITE_URL", "")
    return Site(
        address=_sound(address, "SITE_URL") if address else LOCAL_ADDRESS,
        repository=f"{server}/{full_name}" if full_name else None,
        first_address=_sound(first, "FIRST_SITE_URL") if first else "",
    )


def _sound(address: str, variable: str) -> str:
    """The address with a slash at its end; feeds, sitemaps and exports would publish anything else as it stands."""
    try:
        parts = urlsplit(address)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query and not parts.fragment
    except ValueError:
        sound = False
    if not sound or any(character.isspace() for character in address):
        raise SiteAddressError(
            f"{variable} is {address!r}. Give the whole address of the home page, such as https://example.com/sre/."
        )
    return address if address.endswith("/") else f"{address}/"
