"""`make test`: everything that CI runs."""

from ..local import chrome
from .lint import lint
from .tests import ALL, pytest


def main() -> int:
    """Raises Stop: what is missing is said before ten minutes of tests, not after."""
    chrome.require()
    lint()
    return pytest(*ALL, spread=True)
