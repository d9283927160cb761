"""`make test`: everything that CI runs."""

from .lint import lint
from .tests import ALL, pytest


def main() -> int:
    lint()
    return pytest(*ALL, spread=True)
