"""A local cloud of its own for the end-to-end and browser tests: own ports, own state, nothing of `make up`.

E2E_PLACE=<directory> keeps it there and running from one run to the next, for whoever writes such tests; `.local` is
what `make up` started.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journey.installation import Local
from tools.local import faults, up
from tools.local.workdir import Workdir, free_ports


def kept_workdir() -> str:
    """Where it is kept, and so only one for all; "" if each process that needs one makes its own."""
    return os.environ.get("E2E_PLACE", "")


@pytest.fixture(scope="session")
def workdir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workdir]:
    """Started once for all of them, stopped after them."""
    kept = kept_workdir()
    if kept:
        made = Workdir(Path(kept).resolve(), *_ports(Path(kept)))
        up.start(made)
        yield from _watched(made)
        return
    port, cloud_port = free_ports(2)
    made = Workdir(tmp_path_factory.mktemp("cloud"), port, cloud_port)
    try:
        up.start(made)
        yield from _watched(made)
    finally:
        up.stop(made)


def _watched(workdir: Workdir) -> Iterator[Workdir]:
    """Whatever the tests saw: a fault in a function's log, or a dead letter, fails them at the end."""
    since = faults.begin(workdir)
    yield workdir
    found = faults.found(workdir, since)
    if found:
        pytest.fail("The log is not clean:\n" + "\n".join(found), pytrace=False)


def _ports(kept: Path) -> tuple[int, int]:
    """Those on which it was started before."""
    saved = kept / "place.json"
    ports = json.loads(saved.read_text("utf-8")) if saved.exists() else {"port": 8640, "cloud_port": 8641}
    return ports["port"], ports["cloud_port"]


@pytest.fixture(scope="session")
def installation(workdir: Workdir) -> Local:
    return Local(workdir)
