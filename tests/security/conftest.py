"""The two companies, once a module; and the empty cloud of the integration tests."""

from collections.abc import Iterator

import pytest

from ..integration.conftest import browser, cloud
from .world import World, built

__all__ = ["browser", "cloud", "world"]


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with built() as made:
        yield made
