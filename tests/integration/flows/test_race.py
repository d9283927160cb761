"""One winner among racing deciders, whatever they decide; and what a decision costs."""

import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.aws.table import TenantTable
from chalicelib.edge import schemas
from chalicelib.flows import wiring
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.unit_of_work import UnitOfWork

from .company_fixture import CompanyFixture
from .concurrent_client import ConcurrentClient, race

THREADS = 50
DOUBLE = threading.Lock()
"""The doubled table breaks under threads."""


def actor(fixture: CompanyFixture, who: str) -> Actor:
    return Actor(fixture.company.id, fixture.ids[who], who)


def test_fifty_racing_deciders_have_one_winner(quotes: CompanyFixture) -> None:
    run = quotes.submitted(price="80")
    barrier = threading.Barrier(THREADS)

    def decide(verdict: str) -> Callable[[UnitOfWork], Any]:
        return lambda work: wiring.runs().decide(work, run["id"], "t1", verdict, "抢")

    clients = [
        ConcurrentClient(actor(quotes, "manager"), barrier, decide("approve" if number % 2 else "reject"), DOUBLE)
        for number in range(THREADS)
    ]
    race(clients)
    assert Counter(client.outcome for client in clients) == {"won": 1, "task_already_decided": THREADS - 1}
    trail = quotes.trail(run["id"])
    assert len([entry for entry in trail if entry["act"] in ("approved", "rejected")]) == 1
    assert [entry["seq"] for entry in trail] == list(range(1, len(trail) + 1))
    decided = [event for event in quotes.company.cloud.events() if event["type"] == "flows.TaskDecided"]
    assert len(decided) == 1


def test_approvers_and_a_withdrawing_initiator_race_to_one_end(quotes: CompanyFixture) -> None:
    run = quotes.submitted(price="70")
    barrier = threading.Barrier(3)
    clients = [
        ConcurrentClient(actor(quotes, who), barrier, act, DOUBLE)
        for who, act in (
            ("manager", lambda work: wiring.runs().decide(work, run["id"], "t1", "approve", "")),
            ("pm_a", lambda work: wiring.runs().decide(work, run["id"], "t2", "reject", "")),
            ("rep", lambda work: wiring.runs().withdraw(work, run["id"], "")),
        )
    ]
    race(clients)
    ended = quotes.api["boss"].get(f"/v1/runs/{run['id']}").body
    assert ended["status"] in ("rejected", "withdrawn")
    acts = [entry["act"] for entry in quotes.trail(run["id"])]
    assert acts.count("finished") == 1
    assert {"rejected", "withdrawn"} & set(acts) == {ended["status"]}
    assert quotes.todos("manager") == quotes.todos("pm_a") == []


def test_a_decision_costs_three_calls_of_the_database(quotes: CompanyFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Warm: one batch read with the session, the form for what its groups show, one transaction."""
    quotes.submitted(price="80")
    quotes.submitted(price="80")
    todos = quotes.todos("manager")
    assert quotes.decide("manager").status == 200
    calls: list[str] = []
    plain, written = TenantTable._call, TenantTable._write

    def call(self: TenantTable, operation: Any, *args: Any, **kwargs: Any) -> Any:
        calls.append(operation.__name__)
        return plain(self, operation, *args, **kwargs)

    def write(self: TenantTable, actions: Any, op: str) -> None:
        calls.append("transact_write_items")
        written(self, actions, op)

    monkeypatch.setattr(TenantTable, "_call", call)
    monkeypatch.setattr(TenantTable, "_write", write)
    last = todos[1]
    path = f"/v1/runs/{last['run_id']}/tasks"
    assert quotes.api["manager"].post(f"{path}/t1/decide", {"decision": "approve"}).body["status"] == "running"
    assert calls == ["batch_get_item", "batch_get_item", "transact_write_items"]
    assert quotes.api["pm_a"].post(f"{path}/t2/decide", {"decision": "approve"}).body["status"] == "approved"
    assert calls == ["batch_get_item", "batch_get_item", "transact_write_items"] * 2


def test_every_event_has_the_shape_that_was_published(quotes: CompanyFixture) -> None:
    quotes.submitted(price="80")
    quotes.decide("manager")
    quotes.decide("pm_a", "reject")
    quotes.submitted()
    quotes.decide("manager")
    withdrawn = quotes.submitted()
    quotes.api["rep"].post(f"/v1/runs/{withdrawn['id']}/withdraw", {})
    told = [event for event in quotes.company.cloud.events() if event["type"].startswith("flows.")]
    for event in told:
        context, fact = event["type"].split(".")
        schemas.validate(f"{context}/events/{fact}.v{event['version']}", event["data"])
    assert {event["type"].partition(".")[2] for event in told} == {
        "FlowPublished",
        "RunStarted",
        "TaskOpened",
        "MembersCopied",
        "TaskDecided",
        "RunApproved",
        "RunRejected",
        "RunWithdrawn",
    }
