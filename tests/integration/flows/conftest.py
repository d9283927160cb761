"""Companies for the tests of flows."""

import pytest

from ..conftest import Cloud
from ..directory.company import Browser
from .house import House


@pytest.fixture
def house(cloud: Cloud, browser: Browser) -> House:
    """With the form published, and no flow yet."""
    return House.found(cloud, browser)


@pytest.fixture
def quotes(house: House) -> House:
    """With the quote flow published too."""
    return house.with_flow()
