"""A company and its quote desk."""

import pytest

from ..conftest import Cloud
from ..directory.company import Browser, Company
from .quote import Desk


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)


@pytest.fixture
def desk(company: Company) -> Desk:
    return Desk.open(company)
