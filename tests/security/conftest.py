"""The two companies, once a module; and the empty cloud of the integration tests."""

from collections.abc import Iterator

import pytest

from ..integration.conftest import browser, cloud
from .company_fixture import CompanyFixture, built

__all__ = ["browser", "cloud", "fixture"]


@pytest.fixture(scope="module")
def fixture() -> Iterator[CompanyFixture]:
    with built() as made:
        yield made
