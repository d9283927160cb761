"""The installation on the quick cloud: settings, clients, clock; and what it costs to forget a process."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from chalice.test import Client
from moto import mock_aws

from app import app
from chalicelib.edge import conflict_retry
from chalicelib.edge.observe import logger
from chalicelib.identity.domain import sessions
from chalicelib.notifications.domain import batching

from ...cloud import ENVIRONMENT, Api, Cloud, cold_start, forget_process
from .wire import Wire, connected


@dataclass
class QuickCloud(Cloud):
    """The cloud of the other tests, seen through the quick table."""

    wire: Wire = field(default_factory=Wire)

    def rows(self, prefix: str = "") -> list[dict[str, Any]]:
        return list(self.wire.rows.every(prefix))


@dataclass
class Clock:
    """The one clock of all entry points, moved by hand; nobody sleeps by it."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    slept: float = 0.0
    """Seconds that somebody would have waited."""

    @property
    def seconds(self) -> float:
        return self.now.timestamp()

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def sleep(self, seconds: float) -> None:
        """At once: in place of `time` where a lost race waits a little."""
        self.slept += seconds

    def monotonic(self) -> float:
        return self.slept


@dataclass
class Installation:
    cloud: QuickCloud
    wire: Wire
    client: Client
    clock: Clock

    def browser(self) -> Api:
        return Api(self.client)


@contextmanager
def silenced() -> Iterator[None]:
    """Faults are meant here; whatever ends the proof, later tests hear the log again."""
    before = logger.log_level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


@contextmanager
def installed() -> Iterator[Installation]:
    with pytest.MonkeyPatch.context() as patch, mock_aws(), Client(app, stage_name="test") as client:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        patch.setattr(sessions, "ACCESS_LIFE", timedelta(days=60))  # so that days may pass without a refresh
        patch.setattr(batching, "AT_ONCE", 1_000)  # mails are gathered by the clock, which a fault moves
        clock = Clock()
        for name in ("endpoint", "handlers"):
            patch.setattr(sys.modules[f"chalicelib.edge.{name}"], "utc_now", lambda: clock.now)
        patch.setattr(conflict_retry, "time", clock)
        wire = Wire()
        cloud = QuickCloud(wire=wire)
        with silenced(), connected(wire):
            forget_process()
            cold_start()
            yield Installation(cloud, wire, client, clock)
            forget_process()
            cold_start()
