"""The browser of the browser tests: a Chrome, Chromium or Edge that this machine has. None is ever downloaded."""

import os
import shutil
from pathlib import Path

from ..terminal import Stop

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
)
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
MISSING = (
    "The browser tests need Chrome, Chromium or Edge: install one (on Debian or Ubuntu `apt install chromium "
    "fonts-noto-cjk`), or name its program with CHROMIUM=<path>, and run the same command again."
)


def find() -> str:
    """Its program, or "" if there is none. Raises Stop if CHROMIUM names something that is not there."""
    named = os.environ.get("CHROMIUM", "").strip()
    if named:
        found = shutil.which(named)
        if found is None:
            raise Stop(f"CHROMIUM={named} is no program that can be started: name the browser's own file.")
        return found
    on_path = (shutil.which(name) for name in NAMES)
    return next(filter(None, on_path), next(filter(_is_there, APPLICATIONS), ""))


def require() -> str:
    """Its program. Raises Stop."""
    found = find()
    if not found:
        raise Stop(MISSING)
    return found


def _is_there(application: str) -> bool:
    return Path(application).exists()
