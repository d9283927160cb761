"""The two companies, once a module."""

from collections.abc import Iterator

import pytest

from .world import World, built


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with built() as made:
        yield made
