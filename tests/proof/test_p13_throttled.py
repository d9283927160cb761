"""P13: a table that throttles a fifth of all calls and cancels a tenth of all transactions makes people wait, no more.

A shim stands before the table: 20 % of all calls are throttled, each of the client's own retries anew, and 10 % of the
transactions are cancelled for a conflict. A person's browser asks again when it is told "later", after as many seconds
as it is told. What a run becomes, what lists show and what is told must be as on a table that is never busy.

There is nothing stale to fear from an index: no read names one, and every read is consistent. That is asserted of each
call that was made here.
"""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chalicelib.flows.engine.run import Run
from chalicelib.flows.events import RUN_FINISHED

from ..faults import without_pauses
from .sizes import dice, size
from .stage.busy import Busy
from .stage.company_life import add_flows
from .stage.installation import installed
from .stage.lambda_driver import LambdaDriver
from .stage.members import Members

DONE = {"approve": "approved", "reject": "rejected"}
PATIENCE = 10
"""Seconds in which a request must have come to its end, the pauses that were asked for included."""
LEFT = frozenset({"deliveries", "notices"})


@pytest.fixture(scope="module")
def members() -> Iterator[Members]:
    with installed() as place:
        members = Members.found(place, crowd=())
        add_flows(members)
        LambdaDriver(place).settle()
        place.wire.outside.messages.clear()
        yield members


class Browser:
    """Asks again with the same key while it is told "later", after the pause that it is told."""

    def __init__(self, members: Members, chance: random.Random) -> None:
        self._crew, self._chance = members, chance
        self.asked = 0
        self.in_time = 0
        self.again = 0
        self.waited: Counter[int] = Counter()

    def ask(self, who: str, method: str, path: str, body: Any = None) -> Any:
        """The body of the answer."""
        clock = self._crew.place.clock
        headers = {"Idempotency-Key": f"{self._chance.getrandbits(64):x}"}
        began, waited = clock.slept, 0.0
        self.asked += 1
        for _ in range(200):
            answer = self._crew.api[who].call(method, path, body, headers=headers if method == "POST" else None)
            if answer.status != 503:
                break
            pause = int(answer.headers["Retry-After"])
            assert 1 <= pause <= PATIENCE
            waited += pause
            self.again += 1
        assert answer.status in (200, 201), (answer.status, answer.body)
        waited += clock.slept - began
        self.in_time += waited <= PATIENCE
        self.waited[int(waited)] += 1
        return answer.body


def one_run(members: Members, browser: Browser, chance: random.Random) -> str:
    """Submitted and brought to its end; whoever decides looks at his lists at once. The run's id."""
    form = chance.choice(list(members.forms.values()))
    values = {"title": "忙时", "amount": str(chance.randint(0, 200)), "keeper": members.ids["cfo"]}
    run: dict[str, Any] = browser.ask("rep", "POST", "/v1/runs", {"form_id": form, "values": values})
    while run["status"] == "running":
        now = members.run(run["id"])
        task = chance.choice([task for task in now.tasks if task.open])
        who = members.name_of(task.member)
        path = f"/v1/runs/{now.id}/tasks/{task.id}/decide"
        decision = "reject" if chance.random() < 0.1 else "approve"
        run = browser.ask(who, "POST", path, {"decision": decision})
        todos = browser.ask(who, "GET", "/v1/todos?limit=100")["items"]
        assert (now.id, task.id) not in [(todo["run_id"], todo["task_id"]) for todo in todos]
        done = browser.ask(who, "GET", "/v1/done")["items"][0]
        assert (done["run_id"], done["task_id"], done["decision"]) == (
            now.id,
            task.id,
            DONE[decision],
        )
    return str(run["id"])


def check(members: Members, run: Run, told: Counter[str]) -> None:
    """One entry a decision, one end, and one message of each to the webhook."""
    trail = [
        entry
        for item in members.place.wire.rows.every(f"T#{members.tenant_id}#run#{run.id}")
        if item["kind"]["S"] == "trail"
        for entry in json.loads(item["doc"]["S"])["entries"]
    ]
    assert [entry["seq"] for entry in trail] == list(range(1, run.said + 1))
    decided = [entry["task"] for entry in trail if entry["act"] in ("approved", "rejected")]
    assert sorted(decided) == sorted(task.id for task in run.tasks if task.decided)
    assert [entry["act"] for entry in trail].count("finished") == run.over == 1
    assert told[f"flows.TaskDecided {run.id}"] == len(decided)
    assert sum(told[f"{end} {run.id}"] for end in RUN_FINISHED.values()) == 1


def test_throttles_and_conflicts_cost_time_and_nothing_else(members: Members, proved: Callable[..., None]) -> None:
    chance, place = dice("p13"), members.place
    busy = Busy(chance)
    browser = Browser(members, chance)
    driver = LambdaDriver(place, LEFT)
    runs: list[str] = []
    wanted = size(short=15, long=400)
    with without_pauses(place.clock.sleep):
        place.wire.watch = busy.watch
        try:
            while len(runs) < wanted or not browser.again:  # until somebody was told "later", too
                runs.append(one_run(members, browser, chance))
                driver.settle()
        finally:
            place.wire.watch = None
    driver.settle()
    assert not [item for item in place.wire.rows.every() if item["kind"]["S"] == "todo_entry"]
    heard = [message for message in place.wire.outside.messages if message.queue == "deliveries"]
    sent = [json.loads(message.body)["first"] for message in heard]
    kinds = {each["id"]: f"{each['type']} {json.loads(each['body'])['subject']}" for each in sent}
    for run in members.runs():
        check(members, run, Counter(kinds.values()))
    assert browser.in_time / browser.asked >= 0.999, browser.waited
    assert busy.throttled > busy.calls * 0.15
    assert busy.conflicts > busy.transactions * 0.05
    proved(
        "P13",
        "20 % of calls throttled, 10 % of transactions in conflict",
        requests=browser.asked,
        done_within_10_s=f"{browser.in_time / browser.asked:.2%}",
        asked_again=browser.again,
        calls=busy.calls,
        throttled=busy.throttled,
        conflicts=busy.conflicts,
        consistent_reads=busy.reads,
        runs=len(runs),
    )
