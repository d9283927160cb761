"""`make e2e`: the end-to-end tests alone; they start a local cloud of their own (tests/e2e/conftest.py)."""

from .tests import pytest


def main() -> int:
    return pytest("e2e")
