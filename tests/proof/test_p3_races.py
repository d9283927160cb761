"""P3: of fifty who act on one task at the same moment one wins; the others are told so, and nothing is told twice."""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chalicelib.flows import api, wiring
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.work import Work

from ..integration.flows.racer import NOTHING, WON, Racer, race
from .sizes import dice, size
from .stage.crew import Crew
from .stage.place import installed
from .stage.play import Play, submit
from .stage.pump import Pump
from .stage.rows import Kept
from .stage.shapes import one

RACERS = 50
ENDS = {"flows.RunApproved", "flows.RunRejected", "flows.RunWithdrawn"}
ENTRY = {"approve": "approved", "reject": "rejected", "withdraw": "withdrawn", "hand over": "handed_over"}
MIXES = (("approve", "reject", "withdraw"), ("approve", "reject", "hand over"))
"""A withdrawal after a handover is no race but a second act; so the two are not mixed."""


@pytest.fixture
def crew() -> Iterator[Crew]:
    """With one run that waits for `a`."""
    with installed() as place:
        crew = Crew.found(place, crowd=())
        form = crew.add_flow("race", {"steps": one(crew)})
        Play(crew, Pump(place), form, "race", (submit(),)).to_the_end()
        yield crew


def racer(crew: Crew, what: str, run_id: str, barrier: threading.Barrier) -> Racer:
    def act(work: Work) -> Any:
        if what == "withdraw":
            return wiring.runs().withdraw(work, run_id, "抢")
        if what == "hand over":
            return api.hand_over(work, crew.ids["a"], crew.ids["c"])
        return wiring.runs().decide(work, run_id, "t1", what, "抢")

    who = {"withdraw": "rep", "hand over": "boss"}.get(what, "a")
    return Racer(Actor(crew.tenant_id, crew.ids[who], who), barrier, act)


def written(crew: Crew, before: Kept, kind: str) -> list[dict[str, Any]]:
    """Documents of that kind that the race wrote."""
    return [
        json.loads(item["doc"]["S"])
        for item in crew.place.wire.rows.every()
        if item["kind"]["S"] == kind and before.get(item["pk"]["S"], {}).get(item["sk"]["S"]) is not item
    ]


def test_of_fifty_who_act_at_once_one_wins(crew: Crew, proved: Callable[..., None]) -> None:
    rows, chance = crew.place.wire.rows, dice("p3")
    before = rows.keep()
    (run,) = crew.runs()
    rounds = size(short=3, long=200)
    won: Counter[str] = Counter()
    refused = Counter[str]()
    for number in range(rounds):
        rows.put_back(before)
        mix = MIXES[number % len(MIXES)]
        acts = [chance.choice(mix) for _ in range(RACERS)]
        barrier = threading.Barrier(RACERS)
        racers = [racer(crew, act, run.id, barrier) for act in acts]
        race(racers)

        (winner,) = [act for act, each in zip(acts, racers, strict=True) if each.outcome == WON]
        for act, each in zip(acts, racers, strict=True):
            if each.outcome == NOTHING:
                assert act == "hand over"  # his to-do is gone: there is nothing left to give to another
            elif each.outcome != WON:
                assert each.status == 409, each.outcome
                assert each.outcome in ("task_already_decided", "run_over", "withdraw_too_late")
        (after,) = crew.runs()
        entries = [entry for doc in written(crew, before, "trail") for entry in doc["entries"]]
        assert [entry["seq"] for entry in entries] == list(range(run.said + 1, after.said + 1))
        assert [entry["act"] for entry in entries if entry["act"] in ENTRY.values()] == [ENTRY[winner]]
        told = Counter(event["type"] for event in written(crew, before, "outbox"))
        over = winner != "hand over"
        assert told["flows.TaskDecided"] == (winner in ("approve", "reject"))
        assert sum(told[end] for end in ENDS) == [entry["act"] for entry in entries].count("finished") == over
        assert after.over == over
        assert len(written(crew, before, "todo_entry")) == 2 * (not over)  # his successor's, in two lists
        won[winner] += 1
        refused.update(each.outcome for each in racers if each.outcome != WON)
    proved(
        "P3",
        f"{RACERS} racers a round on one task, at a barrier just before the commit",
        rounds=rounds,
        winners=sum(won.values()),
        refused_with_409=refused.total() - refused[NOTHING],
        handovers_that_found_nothing=refused[NOTHING],
        **{f"won_by_{name.replace(' ', '_')}": won[name] for name in ENTRY},
    )
