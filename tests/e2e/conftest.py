"""A local cloud of its own for the end-to-end tests: own ports, own state, nothing of what `make up` started."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.journey.installation import Local
from tools.local import up
from tools.local.place import HOST, Place

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.e2e)


def _free_ports(count: int) -> list[int]:
    """Held open together, so that they differ."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind((HOST, 0))
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Started once for all end-to-end tests, stopped after them."""
    port, cloud_port = _free_ports(2)
    made = Place(tmp_path_factory.mktemp("cloud"), port, cloud_port)
    try:
        up.start(made)
        yield made
    finally:
        up.stop(made)


@pytest.fixture(scope="session")
def installation(place: Place) -> Local:
    return Local(place)
