"""Companies for the directory's tests."""

import pytest

from ..conftest import Cloud
from .company import Browser, Company


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)
