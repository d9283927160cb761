"""`make check`: the fast half of `make test`."""

from .lint import lint
from .tests import FAST, pytest


def main() -> int:
    lint()
    return pytest(*FAST)
