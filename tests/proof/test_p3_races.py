"""P3: of fifty who act on one task at the same moment one wins; the others are told so, and nothing is told twice."""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chalicelib.flows import api, wiring
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..integration.flows.concurrent_client import NOTHING, WON, ConcurrentClient, race
from .sizes import dice, size
from .stage.installation import installed
from .stage.lambda_driver import LambdaDriver
from .stage.members import Members
from .stage.rows import Kept
from .stage.scenario import Scenario, submit
from .stage.shapes import one

RACERS = 50
ENDS = {"flows.RunApproved", "flows.RunRejected", "flows.RunWithdrawn"}
ENTRY = {"approve": "approved", "reject": "rejected", "withdraw": "withdrawn", "hand over": "handed_over"}
MIXES = (("approve", "reject", "withdraw"), ("approve", "reject", "hand over"))
"""A withdrawal after a handover is no race but a second act; so the two are not mixed."""


@pytest.fixture
def members() -> Iterator[Members]:
    """With one run that waits for `a`."""
    with installed() as place:
        members = Members.found(place, crowd=())
        form = members.add_flow("race", {"steps": one(members)})
        Scenario(members, LambdaDriver(place), form, "race", (submit(),)).to_the_end()
        yield members


def client(members: Members, what: str, run_id: str, barrier: threading.Barrier) -> ConcurrentClient:
    def act(work: UnitOfWork) -> Any:
        if what == "withdraw":
            return wiring.runs().withdraw(work, run_id, "抢")
        if what == "hand over":
            return api.hand_over(work, members.ids["a"], members.ids["c"])
        return wiring.runs().decide(work, run_id, "t1", what, "抢")

    who = {"withdraw": "rep", "hand over": "boss"}.get(what, "a")
    return ConcurrentClient(Actor(members.tenant_id, members.ids[who], who), barrier, act)


def written(members: Members, before: Kept, kind: str) -> list[dict[str, Any]]:
    """Documents of that kind that the race wrote."""
    return [
        json.loads(item["doc"]["S"])
        for item in members.place.wire.rows.every()
        if item["kind"]["S"] == kind and before.get(item["pk"]["S"], {}).get(item["sk"]["S"]) is not item
    ]


def test_of_fifty_who_act_at_once_one_wins(members: Members, proved: Callable[..., None]) -> None:
    rows, chance = members.place.wire.rows, dice("p3")
    before = rows.keep()
    (run,) = members.runs()
    rounds = size(short=3, long=200)
    won: Counter[str] = Counter()
    refused = Counter[str]()
    for number in range(rounds):
        rows.put_back(before)
        mix = MIXES[number % len(MIXES)]
        acts = [chance.choice(mix) for _ in range(RACERS)]
        barrier = threading.Barrier(RACERS)
        clients = [client(members, act, run.id, barrier) for act in acts]
        race(clients)

        (winner,) = [act for act, each in zip(acts, clients, strict=True) if each.outcome == WON]
        for act, each in zip(acts, clients, strict=True):
            if each.outcome == NOTHING:
                assert act == "hand over"  # his to-do is gone: there is nothing left to give to another
            elif each.outcome != WON:
                assert each.status == 409, each.outcome
                assert each.outcome in ("task_already_decided", "run_over", "withdraw_too_late")
        (after,) = members.runs()
        entries = [entry for doc in written(members, before, "trail") for entry in doc["entries"]]
        assert [entry["seq"] for entry in entries] == list(range(run.said + 1, after.said + 1))
        assert [entry["act"] for entry in entries if entry["act"] in ENTRY.values()] == [ENTRY[winner]]
        told = Counter(event["type"] for event in written(members, before, "outbox"))
        over = winner != "hand over"
        assert told["flows.TaskDecided"] == (winner in ("approve", "reject"))
        assert sum(told[end] for end in ENDS) == [entry["act"] for entry in entries].count("finished") == over
        assert after.over == over
        assert len(written(members, before, "todo_entry")) == 2 * (not over)  # his successor's, in two lists
        won[winner] += 1
        refused.update(each.outcome for each in clients if each.outcome != WON)
    proved(
        "P3",
        f"{RACERS} clients a round on one task, at a barrier just before the commit",
        rounds=rounds,
        winners=sum(won.values()),
        refused_with_409=refused.total() - refused[NOTHING],
        handovers_that_found_nothing=refused[NOTHING],
        **{f"won_by_{name.replace(' ', '_')}": won[name] for name in ENTRY},
    )
