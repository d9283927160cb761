"""Flows and acts by chance: whatever a company may publish, and whatever its people may then do."""

import random
from dataclasses import dataclass, field
from typing import Any

from chalicelib.flows.engine.run import Run, Task
from chalicelib.kernel.ids import derived_id

from .lambda_driver import LambdaDriver
from .members import Members
from .shapes import Steps, ask, end, fork, tell

NAMES = ("a", "b", "c", "d", "cfo", "manager", "boss")
LEAVERS = ("a", "b", "c", "d")
DEEPEST = 2
LONGEST = 12
"""Acts by chance; whatever is open after them is approved."""


def steps(members: Members, chance: random.Random) -> Steps:
    numbers = iter(range(1_000))

    def rule() -> dict[str, Any]:
        kind = chance.choice(["member", "member", "member", "manager", "role", "field", "initiator"])
        if kind == "member":
            return members.people(*chance.sample(NAMES, chance.randint(1, 3)))
        others: dict[str, dict[str, Any]] = {
            "manager": {"type": "manager", "level": chance.randint(1, 2)},
            "role": {"type": "role", "role": members.role},
            "field": {"type": "field", "field": "keeper"},
            "initiator": {"type": "initiator"},
        }
        return others[kind]

    def several(depth: int, least: int) -> Steps:
        return [one(depth) for _ in range(chance.randint(least, 3))]

    def one(depth: int) -> dict[str, Any]:
        kinds = ["ask"] * 5 + ["tell"] + (["fork", "fork", "end"] if depth else [])
        kind, id_ = chance.choice(kinds), f"n{next(numbers)}"
        if kind == "ask":
            instead = {"action": "assign", "members": [members.ids[chance.choice(NAMES)]]}
            return ask(
                id_,
                *[rule() for _ in range(chance.randint(1, 3))],
                mode=chance.choice(["any", "all", "sequence"]),
                empty=chance.choice([{"action": "approve"}, instead]),
                same_as_initiator=chance.choice(["self", "skip", "manager"]),
            )
        if kind == "tell":
            return tell(id_, rule())
        if kind == "end":
            return end(id_, chance.choice(["approved", "rejected"]))
        return fork(id_, chance.randint(0, 100), several(depth - 1, 0), several(depth - 1, 0))

    return several(DEEPEST, 1)


@dataclass
class Course:
    """One run of a flow and what is done to it. The same `seed` makes the same course, if the product answers alike."""

    members: Members
    driver: LambdaDriver
    form: str
    seed: str
    answers: list[tuple[str, int, str]] = field(default_factory=list)
    """What was tried, and what came of it."""

    def to_the_end(self) -> None:
        """Raises Stuck, or AssertionError if the run does not end."""
        chance = random.Random(self.seed)
        values = {
            "title": "随机",
            "amount": str(chance.randint(0, 100)),
            "keeper": self.members.ids[chance.choice(NAMES)],
        }
        self.ask("rep", "POST", "/v1/runs", {"form_id": self.form, "values": values})
        if self.answers[-1][1] != 201:
            return
        for _ in range(LONGEST):
            if chance.random() < 0.7:
                self.driver.settle()
            if self.run.over:
                break
            self.something(chance)
        for _ in range(200):
            self.driver.settle()
            if self.run.over:
                return
            self.decide(self.open[0], "approve")
        raise AssertionError("the run does not end")

    @property
    def run(self) -> Run:
        return self.members.runs(self.form)[-1]

    @property
    def open(self) -> list[Task]:
        return [task for task in self.run.tasks if task.open]

    def something(self, chance: random.Random) -> None:
        run, what = self.run, chance.random()
        if what < 0.6:
            self.decide(chance.choice(self.open), "reject" if chance.random() < 0.1 else "approve")
        elif what < 0.7:
            someone = chance.choice(NAMES)
            self.ask(
                someone, "POST", f"/v1/runs/{run.id}/tasks/t{chance.randint(1, 4)}/decide", {"decision": "approve"}
            )
        elif what < 0.8:
            self.ask("rep", "POST", f"/v1/runs/{run.id}/comments", {"text": "说明"})
        elif what < 0.9:
            self.ask("rep", "POST", f"/v1/runs/{run.id}/cc", {"members": [self.members.ids[chance.choice(NAMES)]]})
        elif what < 0.95:
            leaver, heir = chance.choice(LEAVERS), chance.choice(NAMES)
            path = f"/v1/members/{self.members.ids[leaver]}/deactivate"
            self.ask("boss", "POST", path, {"successor_id": self.members.ids[heir]})
        else:
            self.ask("rep", "POST", f"/v1/runs/{run.id}/withdraw", {})

    def decide(self, task: Task, decision: str) -> None:
        path = f"/v1/runs/{self.run.id}/tasks/{task.id}/decide"
        self.ask(self.members.name_of(task.member), "POST", path, {"decision": decision})

    def ask(self, who: str, method: str, path: str, body: Any) -> None:
        """Once more while the answer is "later"; any other is an answer."""
        key = derived_id(self.seed, str(len(self.answers)))
        answers: list[tuple[str, int, str]] = []

        def act(_: LambdaDriver) -> bool:
            answer = self.members.api[who].call(method, path, body, headers={"Idempotency-Key": key})
            assert answer.status < 500 or answer.status == 503, answer.body
            answers.append((f"{who} {path.rpartition('/')[2]}", answer.status, answer.code))
            return answer.status != 503

        self.driver.act(act)
        self.answers.append(answers[-1])
