"""Two companies with one of everything each, and a table that can be put back between two calls.

Everything that the victim owns carries CANARY in its names, so that a leak shows wherever it surfaces.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from chalice.test import Client
from moto.core import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.ses.models import ses_backends

from app import app
from chalicelib.directory import store as directory
from chalicelib.flows import wiring as flows
from chalicelib.forms import wiring as forms
from chalicelib.kernel.ids import new_id
from chalicelib.kernel.unit_of_work import OUTBOX

from ..cloud import REGION, TABLE, Answer, Api, Cloud, doubled
from ..integration.directory.company import PASSWORD, Company
from . import seeds

CANARY = "canary7f3q"
ROLES = ("administrator", "builder", "member")


_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{26}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")

Kept = dict[Any, dict[Any, Any]]


class Store:
    """The items of the doubled table. A cancelled transaction gives the double another table object, so it is looked
    up anew each time.
    """

    @property
    def _items(self) -> Any:
        return dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables[TABLE].items

    def keep(self) -> Kept:
        return {partition: dict(items) for partition, items in self._items.items()}

    def put_back(self, kept: Kept) -> None:
        self._items.clear()
        for partition, items in kept.items():
            self._items[partition].update(items)
        cold_start()

    def of(self, tenant_id: str) -> dict[tuple[str, str], str]:
        """Every item of a tenant, whole."""
        return {
            (partition.value, sort.value): repr(item.to_json())
            for partition, items in self._items.items()
            if partition.value.startswith(f"T#{tenant_id}#")
            for sort, item in items.items()
        }

    def forget_outbox(self) -> None:
        """As if all that was told so far had been relayed and consumed long ago."""
        for items in self._items.values():
            for sort in [sort for sort, item in items.items() if item.attrs["kind"].value == OUTBOX]:
                del items[sort]

    def outbox(self) -> list[dict[str, Any]]:
        """Envelopes that wait for the bus, oldest first."""
        docs = [
            json.loads(item.attrs["doc"].value)
            for items in self._items.values()
            for item in items.values()
            if item.attrs["kind"].value == OUTBOX
        ]
        return sorted(docs, key=lambda doc: str(doc["id"]))


@dataclass
class Quick(Cloud):
    """The doubled cloud, whose outbox is read behind the double's back: to scan it takes longer than all else."""

    store: Store = field(default_factory=Store)

    def events(self) -> list[dict[str, Any]]:
        return self.store.outbox()


@dataclass
class SeededCompany:
    """One company: a browser a role, and the id of one thing of every kind."""

    company: Company
    tenant_id: str
    browsers: dict[str, Api]
    ids: dict[str, str]
    tokens: dict[str, str] = field(default_factory=dict)


@dataclass
class CompanyFixture:
    cloud: Cloud
    store: Store
    client: Client
    victim: SeededCompany
    attacker: SeededCompany
    kept: Kept = field(default_factory=dict)

    @contextmanager
    def undone(self) -> Iterator[None]:
        """What happens inside leaves no trace in the table."""
        try:
            yield
        finally:
            self.store.put_back(self.kept)

    def sent_mail(self) -> list[str]:
        """Every mail sent, as text."""
        return [repr(vars(message)) for message in ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages]

    def browser(self, seeded: SeededCompany, role: str) -> Api:
        """A fresh copy: cookies that a call changes are not kept either."""
        if role == "nobody":
            return Api(self.client)
        return replace(seeded.browsers[role], cookies=dict(seeded.browsers[role].cookies))


def found(cloud: Cloud, browser: Callable[[], Api], name: str, mark: str) -> SeededCompany:
    company = Company.found(cloud, browser, f"boss@{name}.example.cn")
    builder, builder_id = company.join(
        f"builder@{name}.example.cn", f"搭建{mark}", role_ids=[company.role("应用搭建者")]
    )
    member, member_id = company.join(f"member@{name}.example.cn", f"成员{mark}")
    browsers = {"administrator": company.boss, "builder": builder, "member": member}
    seeded = SeededCompany(
        company, company.id, browsers, {"member": member_id, "builder": builder_id, "tenant": company.id}
    )
    seeds.plant(seeded, mark)
    return seeded


def cold_start() -> None:
    """Forget what the process keeps of rows by their version: rows that were put back have lived through it before."""
    directory._CACHED.clear()
    directory._DONE.clear()
    forms.form_repository()._versions.clear()
    flows.specs()._known.clear()


@contextmanager
def built(of_victim: str = CANARY, of_attacker: str = "own") -> Iterator[CompanyFixture]:
    """The fixture in a cloud of its own, for as long as a module of tests needs it; the marks stand in its names."""
    cloud = Quick()
    with (
        pytest.MonkeyPatch.context() as patch,
        Client(app, stage_name="test") as client,
        doubled(patch, cloud),
    ):
        victim = found(cloud, lambda: Api(client), "victim", of_victim)
        attacker = found(cloud, lambda: Api(client), "attacker", of_attacker)
        fixture = CompanyFixture(cloud, cloud.store, client, victim, attacker)
        fixture.kept = fixture.store.keep()
        yield fixture


def bogus(kind: str) -> str:
    """An id that never was."""
    return new_id()


def same_answer(one: Answer, other: Answer) -> bool:
    """Alike to whoever asked: ids and moments are told apart only by their place."""
    return _plain(one) == _plain(other)


def _plain(answer: Answer) -> tuple[int, str, list[str]]:
    body = dict(answer.body) if isinstance(answer.body, dict) else {"": answer.body}
    body.pop("correlation_id", None)
    text = _MOMENT.sub("<moment>", _ID.sub("<id>", repr(body)))
    return answer.status, text, sorted(answer.headers)


__all__ = ["CANARY", "PASSWORD", "ROLES", "CompanyFixture", "SeededCompany", "Store", "bogus", "built", "same_answer"]
