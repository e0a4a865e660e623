"""A page at every former address that leads on, with query and fragment, also without JavaScript."""

from __future__ import annotations

from html import escape

from macros.catalogue.addresses import address, aliases
from macros.catalogue.site import SITE_NAME, Site
from macros.model import Bank

_SCRIPT = "assets/javascripts/early/redirect.js"
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} | {site}</title>
<link rel="canonical" href="{canonical}">
<script src="{script}" data-to="{to}"></script>
<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>
</head>
<body>
<h1>This page has moved</h1>
<p>It is now <a href="{to}">{title}</a>.</p>
</body>
</html>
"""


def redirects(bank: Bank, site: Site) -> dict[str, bytes]:
    """File below the site -> the page that leads on, for every alias."""
    pages = {}
    for former, path in aliases(bank).items():
        up = "../" * former.count("/")
        page = _PAGE.format(
            title=escape(bank.documents[path].title),
            site=escape(SITE_NAME),
            canonical=escape(site.address + address(path)),
            script=up + _SCRIPT,
            to=up + address(path),
        )
        pages[f"{former}index.html"] = page.encode()
    return pages
