"""P19: fifty at once never pass a limit; and whatever happens to records, also twice, a balance is the sum of its
movements and of what its records take now.
"""

import random
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from chalicelib.aws.table import table
from chalicelib.forms import wiring
from chalicelib.forms.domain.errors import BalanceShort
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..conftest import Cloud
from ..directory.company import Browser
from .budgets import Budgets

AT_ONCE = 50


def test_fifty_at_once_take_what_there_is_and_no_more(cloud: Cloud, browser: Browser) -> None:
    """All fifty have decided on the same figures before the first of them commits; who lost then decides once more."""
    made = Budgets.open(cloud, browser)
    budget = made.budget("1000")
    made.bought(budget, "40")
    boss = Actor(made.company.id, made.company.boss_id, "王总", frozenset({"*"}))

    def begun() -> UnitOfWork:
        work = UnitOfWork(boss, utc_now())
        wiring.records().submit(work, made.purchases.form_id, {"item": budget["id"], "total": "30"})
        return work

    outcomes = Counter[str]()
    for work in [begun() for _ in range(AT_ONCE)]:
        try:
            table().commit(work)
            outcomes["taken at once"] += 1
        except Contended:
            with pytest.raises(BalanceShort):
                begun()
            outcomes["refused"] += 1
    assert outcomes == {"taken at once": 32, "refused": 18}
    assert made.figures(budget) == ("1000", "0", "1000", "0")
    assert made.agrees(budget)


class Life:
    """Random events of the records of two budgets, each request told twice with one key now and then."""

    def __init__(self, made: Budgets, seed: int) -> None:
        self.made, self.chance = made, random.Random(seed)
        self.budgets = [made.budget("500"), made.budget("300")]
        self.runs: dict[str, str] = {}
        self.events = [self.submit, self.submit, self.submit, self.decide, self.decide, self.withdraw, self.limit]
        self.records: list[str] = []

    def ask(
        self, method: str, path: str, body: dict[str, Any] | None = None, who: str = "boss", version: int = 0
    ) -> Any:
        key = f"key-{self.chance.getrandbits(64)}"
        headers = {"Idempotency-Key": key, **({"If-Match": f'"{version}"'} if version else {})}
        times = 1 if method == "DELETE" else self.chance.choice((1, 2))  # what is gone is not found again
        answers = [self.made.api[who].call(method, path, body, headers=headers) for _ in range(times)]
        assert len({answer.status for answer in answers}) == 1, [answer.body for answer in answers]
        return answers[0]

    def submit(self) -> None:
        total = str(Decimal(self.chance.randint(1, 20_000)) / 100)
        values = {"what": "物", "item": self.chance.choice(self.budgets)["id"], "total": total}
        answer = self.ask("POST", "/v1/runs", {"form_id": self.made.purchases.form_id, "values": values})
        assert answer.status in (201, 409), answer.body
        if answer.status == 201:
            self.runs[answer.body["id"]] = answer.body["record_id"]

    def decide(self) -> None:
        todos = self.made.api["manager"].get("/v1/todos").body["items"]
        if todos:
            todo = self.chance.choice(todos)
            path = f"/v1/runs/{todo['run_id']}/tasks/{todo['task_id']}/decide"
            decision = self.chance.choice(("approve", "reject"))
            answer = self.ask("POST", path, {"decision": decision, "opinion": "好"}, "manager")
            assert answer.status == 200, answer.body
            self.runs.pop(todo["run_id"])

    def withdraw(self) -> None:
        if self.runs:
            run = self.chance.choice(sorted(self.runs))
            assert self.ask("POST", f"/v1/runs/{run}/withdraw", {}).status == 200
            record = self.runs.pop(run)
            found = self.made.boss.get(f"/v1/records/{record}").body
            if self.chance.random() < 0.5:
                assert self.ask("DELETE", f"/v1/records/{record}", version=found["version"]).status == 204

    def limit(self) -> None:
        at = self.chance.randrange(2)
        answer = self.made.budgets.change(self.budgets[at], amount=str(self.chance.randint(200, 600)))
        assert answer.status == 200, answer.body
        self.budgets[at] = answer.body


@pytest.mark.parametrize("seed", range(3))
def test_a_balance_is_the_sum_of_its_movements_and_of_what_records_take(
    cloud: Cloud, browser: Browser, seed: int
) -> None:
    made = Budgets.open(cloud, browser, flow=True)
    life = Life(made, seed)
    for _ in range(40):
        life.chance.choice(life.events)()
    for budget in life.budgets:
        assert made.agrees(budget)
        rechecked = made.boss.post(f"/v1/records/{budget['id']}/balances/recheck").body["items"]
        assert len(rechecked) == 1
