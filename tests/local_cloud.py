"""A local cloud of its own for the end-to-end and browser tests: own ports, own state, nothing of `make up`.

E2E_PLACE=<directory> keeps it there and running from one run to the next, for whoever writes such tests.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.journey.installation import Local
from tools.local import up
from tools.local.place import Place, free_ports


def kept_place() -> str:
    """Where it is kept, and so only one for all; "" if each process that needs one makes its own."""
    return os.environ.get("E2E_PLACE", "")


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Started once for all of them, stopped after them."""
    kept = kept_place()
    if kept:
        made = Place(Path(kept), 8640, 8641)
        up.start(made)
        yield made
        return
    port, cloud_port = free_ports(2)
    made = Place(tmp_path_factory.mktemp("cloud"), port, cloud_port)
    try:
        up.start(made)
        yield made
    finally:
        up.stop(made)


@pytest.fixture(scope="session")
def installation(place: Place) -> Local:
    return Local(place)
