"""Three companies with one of everything each, and a mark of its own in every text that a company can write.

What a company was not given itself and what bears another's mark is a leak, wherever it surfaces.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import NamedTuple

import pytest
from moto.core import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends
from moto.stepfunctions.models import stepfunctions_backends

from chalicelib.aws import outbound
from chalicelib.aws.outbound.client import SafeHttpClient
from chalicelib.aws.outbound.transport import connect

from ..integration.conftest import REGION, Api
from ..integration.integrations.conftest import Receiver, receiving
from ..integration.journey.in_process import InProcess
from ..security.company_fixture import CANARY, CompanyFixture, SeededCompany, built, found

MARKS = {"victim": CANARY, "attacker": "canary4b9s", "third": "canary8k2w"}
NAMES = tuple(MARKS)


class Out(NamedTuple):
    deliveries: list[str]
    mails: list[str]
    executions: list[str]

    def texts(self) -> list[str]:
        return [*self.deliveries, *self.mails, *self.executions]


@dataclass
class Three:
    fixture: CompanyFixture
    houses: dict[str, SeededCompany]
    receiver: Receiver

    def others(self, name: str) -> list[str]:
        return [each for each in NAMES if each != name]

    def foreign(self, name: str) -> list[str]:
        """What no answer to this company may hold: the other marks, their domains and the ids of their tenants."""
        words = []
        for each in self.others(name):
            words += [MARKS[each], f"@{each}.example.cn", self.houses[each].tenant_id]
        return words

    def digest(self, name: str) -> str:
        """Of every row of this company."""
        rows = self.fixture.store.of(self.houses[name].tenant_id)
        return sha256(repr(sorted(rows.items())).encode()).hexdigest()

    def written(self) -> list[str]:
        """Rows that are not as the fixture began, whole."""
        kept = {id(item) for items in self.fixture.kept.values() for item in items.values()}
        return [
            repr((partition.value, sort.value, item.to_json()))
            for partition, items in self.fixture.store.keep().items()
            for sort, item in items.items()
            if id(item) not in kept
        ]

    def went_out(self) -> Out:
        """All that leaves the seeded because of what was written, once every function behind the bus has run."""
        sent = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
        sent.clear()
        self.receiver.got.clear()
        bus = InProcess(self.fixture.cloud, self.fixture.client)
        bus.drop()
        bus.settle()
        bus.settle()
        started = []
        for machine in stepfunctions_backends[DEFAULT_ACCOUNT_ID][REGION].state_machines:
            started += [repr((each.name, each.execution_input)) for each in machine.executions]
            machine.executions.clear()
        posted = [f"{headers} {body.decode()}" for headers, body in self.receiver.got]
        return Out(posted, self.fixture.sent_mail(), started)


def _near(address: str, port: int, seconds: float) -> socket.socket:
    if address != "127.0.0.1":
        raise OSError(address)
    return connect(address, port, seconds)


@cache
def _door() -> SafeHttpClient:
    return SafeHttpClient(allow_loopback=True, connect=_near)


@contextmanager
def near_receiver() -> Iterator[Receiver]:
    """A receiver on loopback; whoever else is called does not answer, at once."""
    with receiving() as receiver, pytest.MonkeyPatch.context() as patch:
        patch.setattr(outbound, "safe_http_client", _door)
        yield receiver


@contextmanager
def three() -> Iterator[Three]:
    """Each company's webhook, at the one receiver, has the company's mark in its path."""
    with built(MARKS["victim"], MARKS["attacker"]) as fixture, near_receiver() as receiver:
        third = found(fixture.cloud, lambda: Api(fixture.client), "third", MARKS["third"])
        made = Three(fixture, {"victim": fixture.victim, "attacker": fixture.attacker, "third": third}, receiver)
        for name, seeded in made.houses.items():
            write_everywhere(seeded, MARKS[name], receiver.url)
        fixture.store.forget_outbox()
        fixture.kept = fixture.store.keep()
        yield made


def write_everywhere(seeded: SeededCompany, mark: str, hook: str) -> None:
    """The texts that the seeds leave as they are for all companies."""
    boss, ids = seeded.company.boss, seeded.ids
    everything = ["identity", "directory", "forms", "flows", "tenancy", "integrations"]
    known = {each["type"].partition(".")[0] for each in boss.get("/v1/events/catalogue").body["items"]}
    wanted = [f"{context}.*" for context in everything if context in known]
    settings = {"url": f"{hook}/{mark}", "event_types": wanted, "description": f"钩子{mark}"}
    for answer in (
        boss.put("/v1/company", {"name": f"公司{mark}", "language": "zh-CN", "zone": "Asia/Shanghai"}, 1),
        boss.put("/v1/me", {"name": f"王总{mark}", "language": "zh-CN"}, boss.get("/v1/me").body["version"]),
        boss.put(f"/v1/webhooks/{ids['webhook']}", settings, 1),
        boss.post(f"/v1/runs/{ids['run']}/comments", {"text": f"评论{mark}"}),
        boss.post("/v1/invitations", {"email": f"late@{mark}.example.cn", "name": f"迟到{mark}"}),
    ):
        assert answer.status < 300, answer.body
    spare = seeded.company.browser()
    email = next(item["email"] for item in boss.get("/v1/members").body["items"] if item["email"].startswith("boss@"))
    signed_in = spare.post(
        "/v1/session", {"email": email, "password": "correct horse battery"}, headers={"User-Agent": f"{mark}/1.0"}
    )
    assert signed_in.status == 200, signed_in.body
