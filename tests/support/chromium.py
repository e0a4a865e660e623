"""Finds a Chromium for the browser tests, or installs one: `python -m tests.support.chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Path of a Chromium on PATH, else of Playwright's own, else None."""
    for name in _NAMES:
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """Playwright's own build first; where that cannot be fetched, the system's package manager."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False, timeout=900)
    if find():
        return
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False, timeout=600)
        subprocess.run([*sudo, "apt-get", "install", "-y", "-qq", "chromium"], check=False, timeout=900)


if __name__ == "__main__":
    if not find():
        install()
    if not (path := find()):
        sys.exit("No Chromium was found, and none could be installed. Install one, e.g. on Debian: sudo apt-get install chromium")
    print(f"Browser: {path}")
