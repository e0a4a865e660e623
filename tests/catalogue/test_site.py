"""Where the site and its source are published."""

from __future__ import annotations

import pytest

from macros.catalogue.site import site_from


@pytest.mark.parametrize(
    ("environment", "address", "repository"),
    [
        ({}, "http://localhost:8000/", None),
        ({"GITHUB_REPOSITORY": "Owner/Project"}, "https://owner.github.io/Project/", "https://github.com/Owner/Project"),
        ({"GITHUB_REPOSITORY": "Owner/owner.github.io"}, "https://owner.github.io/", "https://github.com/Owner/owner.github.io"),
        (
            {"GITHUB_REPOSITORY": "o/p", "SITE_URL": "https://interviews.example"},
            "https://interviews.example/",
            "https://github.com/o/p",
        ),
    ],
)
def test_addresses_come_from_the_environment(environment: dict[str, str], address: str, repository: str | None) -> None:
    site = site_from(environment)
    assert (site.address, site.repository) == (address, repository)
