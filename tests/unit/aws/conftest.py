"""The canary of the outbound tests."""

from collections.abc import Iterator

import pytest

from .listeners import Canary


@pytest.fixture
def canary() -> Iterator[Canary]:
    canary = Canary()
    yield canary
    canary.close()
