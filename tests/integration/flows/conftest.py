"""Companies for the tests of flows."""

import pytest

from ..conftest import Cloud
from ..directory.company import Browser
from .company_fixture import CompanyFixture


@pytest.fixture
def fixture(cloud: Cloud, browser: Browser) -> CompanyFixture:
    """With the form published, and no flow yet."""
    return CompanyFixture.found(cloud, browser)


@pytest.fixture
def quotes(fixture: CompanyFixture) -> CompanyFixture:
    """With the quote flow published too."""
    return fixture.with_flow()
