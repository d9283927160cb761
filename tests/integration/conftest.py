"""Fixtures on the in-process cloud of `tests/cloud`: an empty one a test, units of work in it, browsers on the API."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from botocore import loaders, session
from chalice.test import Client

import chalicelib
from chalicelib.edge.schemas import load, validate
from chalicelib.kernel.actor import Actor, system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..cloud import ENVIRONMENT, QUEUES, REGION, Answer, Api, Cloud, doubled, forget_process

__all__ = ["ENVIRONMENT", "QUEUES", "REGION", "Answer", "Api", "Cloud", "forget_process"]


def check_events(made: Cloud) -> None:
    """Whatever a test made the product tell, it told by its published contract (of our own contexts' types)."""
    for doc in made.events():
        context, _, fact = str(doc["type"]).partition(".")
        if (Path(chalicelib.__path__[0]) / context).is_dir():
            contract = f"{context}/events/{fact}.v{doc['version']}"
            validate(contract, doc["data"])
            assert set(doc["data"]) <= set(load(contract)["properties"]), doc["type"]


@pytest.fixture(scope="session", autouse=True)
def descriptions_of_services() -> Iterator[None]:
    """botocore reads megabytes about AWS anew for each session, and each test has new ones: once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "create_loader", cache(loaders.create_loader))
        yield


@pytest.fixture
def cloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cloud]:
    with doubled(monkeypatch) as made:
        yield made
        check_events(made)


@pytest.fixture
def work(cloud: Cloud) -> Callable[..., UnitOfWork]:
    """Makes a UnitOfWork for an actor (default: the system of a fixed tenant)."""

    def make(actor: Actor | None = None, now: datetime | None = None) -> UnitOfWork:
        return UnitOfWork(actor or system_actor("t" * 26), now or utc_now())

    return make


@pytest.fixture
def browser(cloud: Cloud) -> Iterator[Callable[[], Api]]:
    """Makes fresh browsers on the whole application of `app.py`."""
    from app import app

    with Client(app, stage_name="test") as client:
        yield lambda: Api(client)
