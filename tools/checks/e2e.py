"""`make e2e`: the end-to-end tests alone; they start a local cloud of their own (tests/local_cloud.py)."""

from .tests import pytest


def main() -> int:
    return pytest("e2e")
