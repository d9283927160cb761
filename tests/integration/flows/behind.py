"""Runs that are behind without a crowd in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest


@contextmanager
def listing_nobody() -> Iterator[None]:
    """A transaction lists nobody, as if there were too many: whatever happens to a run leaves work over."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("chalicelib.flows.engine.advance"), "MAX_LISTED_AT_ONCE", 0)
        yield
