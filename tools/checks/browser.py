"""`make browser`: the browser tests alone; pictures of every page are in .local/screens afterwards."""

from ..local import chrome
from .tests import pytest


def main() -> int:
    """Raises Stop."""
    chrome.require()
    return pytest("browser")
