"""The manifest for the home screen: a site that is installed keeps its grades. Source: https://www.w3.org/TR/appmanifest/"""

from __future__ import annotations

import json

from macros.catalogue.site import SITE_NAME

MANIFEST = "site.webmanifest"  # below the site


def web_manifest() -> bytes:
    """Addresses in it are relative to its own, so it holds below any path."""
    manifest = {
        "name": SITE_NAME,
        "short_name": SITE_NAME.removeprefix("The "),
        "description": "Practice for a distributed-systems SRE interview",
        "id": "./",
        "start_url": "practice/",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#faf8f3",
        "theme_color": "#faf8f3",
        "icons": [
            {"src": f"assets/images/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)
        ],
    }
    return f"{json.dumps(manifest, indent=2)}\n".encode()
