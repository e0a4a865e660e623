"""A copy of what stands beside the sample page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.artifacts.artifact import ARTIFACTS
from tests.artifacts.samples import SLUG


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """What stands beside the page, to be changed."""
    for file in ARTIFACTS.glob(f"{SLUG}.*"):
        shutil.copy(file, tmp_path)
    return tmp_path
