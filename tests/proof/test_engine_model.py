"""P3 to P5 together: whatever people, faults, repeated events and sweeps do, the engine agrees with a plain list.

The whole product on the quick cloud against `stage/model.py`, which knows neither rows nor machines nor the engine.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from chalicelib.flows.events import RUN_FINISHED
from chalicelib.kernel.ids import derived_id

from ..faults import Fault, Plan, planned
from .sizes import LONG, SEED, size
from .stage.installation import cold_start, installed
from .stage.lambda_driver import LambdaDriver, Moment
from .stage.members import Members
from .stage.model import FLOWS, Model
from .stage.outside import Message
from .stage.shapes import ask

LEFT = frozenset({"deliveries", "notices"})
LEAVERS, HEIRS = ("a", "b", "c"), ("d", "cfo")
LONGEST = 10
"""Days, of the fourteen that a trial has."""
DECIDERS = ("a", "b", "c", "d", "cfo", "boss")


class Engine(RuleBasedStateMachine):
    """What happens, to the product and to the model alike."""

    members: ClassVar[Members]
    beginning: ClassVar[Moment]
    did: ClassVar[Counter[str]] = Counter()

    @initialize(flows=st.lists(st.sampled_from(sorted(FLOWS)), min_size=2, max_size=3, unique=True))
    def begin(self, flows: list[str]) -> None:
        self.driver = LambdaDriver(self.members.place, LEFT)
        self.driver.put_back(self.beginning)
        self.model = Model()
        self.asked = self.days = 0
        for flow in flows:
            self.somebody_submits(flow)

    # -- people

    @rule(flow=st.sampled_from(sorted(FLOWS)))
    def somebody_submits(self, flow: str) -> None:
        body = {"form_id": self.members.forms[flow], "values": {"title": "事由"}}
        answer = self._ask("rep", "/v1/runs", body)
        assert answer.status == 201, answer.body
        self.model.start(answer.body["id"], flow)
        self.did["submitted"] += 1

    @precondition(lambda self: any(self.model.todos()))
    @rule(data=st.data(), decision=st.sampled_from(["approve"] * 4 + ["reject"]))
    def who_is_asked_decides(self, data: st.DataObject, decision: str) -> None:
        self._decide(*data.draw(st.sampled_from(sorted(self.model.todos()))), decision)

    @precondition(lambda self: self.model.runs)
    @rule(data=st.data(), who=st.sampled_from(DECIDERS), decision=st.sampled_from(["approve", "reject"]))
    def anybody_decides(self, data: st.DataObject, who: str, decision: str) -> None:
        if who not in self.model.heirs:
            self._decide(who, data.draw(st.sampled_from(sorted(self.model.runs))), decision)

    def _decide(self, who: str, run_id: str, decision: str) -> None:
        """His own open task, or else the first, which is not his to decide."""
        run = self.members.run(run_id)
        own = [task.id for task in run.tasks if task.member == self.members.ids[who] and task.open]
        answer = self._ask(who, f"/v1/runs/{run_id}/tasks/{(own or ['t1'])[0]}/decide", {"decision": decision})
        allowed = self.model.decide(run_id, who, decision)
        assert answer.status == 200 if allowed else answer.status in (403, 404, 409), answer.body
        self.did["decided" if allowed else "refused"] += 1

    @precondition(lambda self: self.model.runs)
    @rule(data=st.data())
    def the_initiator_withdraws(self, data: st.DataObject) -> None:
        run_id = data.draw(st.sampled_from(sorted(self.model.runs)))
        answer = self._ask("rep", f"/v1/runs/{run_id}/withdraw", {})
        allowed = self.model.withdraw(run_id)
        assert answer.status == 200 if allowed else answer.code == "run_over", answer.body
        self.did["withdrawn" if allowed else "refused"] += 1

    @precondition(lambda self: self.model.runs)
    @rule(data=st.data())
    def somebody_comments(self, data: st.DataObject) -> None:
        run_id = data.draw(st.sampled_from(sorted(self.model.runs)))
        assert self._ask("rep", f"/v1/runs/{run_id}/comments", {"text": "说明"}).status == 201
        self.did["commented"] += 1

    @precondition(lambda self: any(self.model.todos()) and len(self.model.heirs) < len(LEAVERS))
    @rule(data=st.data(), heir=st.sampled_from(HEIRS))
    def somebody_leaves(self, data: st.DataObject, heir: str) -> None:
        """Only the first five runs change hands at once; the machines of the others need their time."""
        leaver = data.draw(st.sampled_from([each for each in LEAVERS if each not in self.model.heirs]))
        path = f"/v1/members/{self.members.ids[leaver]}/deactivate"
        assert self._ask("boss", path, {"successor_id": self.members.ids[heir]}).status == 200
        self.driver.settle()
        self.model.leave(leaver, heir)
        self.did["left"] += 1

    # -- what AWS does

    @rule(turns=st.integers(1, 12))
    def functions_are_called(self, turns: int) -> None:
        for _ in range(turns):
            self.driver.step()

    @precondition(lambda self: self.driver.delivered)
    @rule(data=st.data())
    def a_message_comes_again(self, data: st.DataObject) -> None:
        queue, body = data.draw(st.sampled_from(self.driver.delivered))
        self.driver.outside.messages.append(Message(queue, body, self.driver.place.clock.seconds))
        self.did["events redelivered"] += 1

    @rule(kind=st.sampled_from(sorted(Fault)), at=st.integers(0, 4), lasting=st.booleans())
    def a_fault_waits_for_the_next_call(self, kind: Fault, at: int, lasting: bool) -> None:
        """It strikes if the next invocation makes so many calls."""

        def around(call: Callable[[], Any]) -> None:
            self.driver.around = lambda call: call()
            cold_start()
            plan = Plan(kind, at, lasting=lasting)
            try:
                with planned(plan):
                    call()
            finally:
                self.did["faults"] += plan.struck

        self.driver.around = around

    @rule()
    def the_sweep_comes(self) -> None:
        self.driver.sweep()

    @precondition(lambda self: self.days < LONGEST)
    @rule()
    def a_day_passes(self) -> None:
        self.days += 1
        self.driver.a_day_passes()

    def _ask(self, who: str, path: str, body: Any) -> Any:
        self.asked += 1
        key, answers = derived_id(str(self.asked)), []

        def act(_: LambdaDriver) -> bool:
            answers.append(self.members.api[who].post(path, body, headers={"Idempotency-Key": key}))
            assert answers[-1].status < 500 or answers[-1].status == 503, answers[-1].body
            return bool(answers[-1].status != 503)

        self.driver.act(act)
        return answers[-1]

    # -- what must hold

    @invariant()
    def runs_stand_where_the_model_has_them(self) -> None:
        runs = {run.id: run for run in self.members.runs()}
        assert set(runs) == set(self.model.runs)
        for run_id, modelled in self.model.runs.items():
            asked = [self.members.name_of(task.member) for task in runs[run_id].tasks if task.open]
            assert (runs[run_id].status, sorted(asked)) == (modelled.status, sorted(modelled.open))
            assert not (runs[run_id].over and asked)

    @invariant()
    def lists_show_what_the_model_has(self) -> None:
        shown = []
        for member in DECIDERS:
            prefix = f"T#{self.members.tenant_id}#todo#{self.members.ids[member]}"
            cards = [item for item in self.members.place.wire.rows.every(prefix) if item["pk"]["S"] == prefix]
            shown += [(member, json.loads(card["doc"]["S"])["run_id"]) for card in cards]
        assert sorted(shown) == sorted(self.model.todos())

    @invariant()
    def trails_are_whole_and_each_decision_is_said_once(self) -> None:
        for run in self.members.runs():
            prefix = f"T#{self.members.tenant_id}#run#{run.id}"
            rows = [item for item in self.members.place.wire.rows.every(prefix) if item["kind"]["S"] == "trail"]
            trail = [entry for row in rows for entry in json.loads(row["doc"]["S"])["entries"]]
            assert [entry["seq"] for entry in trail] == list(range(1, run.said + 1))
            said = [(self.members.name_of(e["by"]), e["act"]) for e in trail if e["act"] in ("approved", "rejected")]
            assert said == self.model.runs[run.id].said
            assert [entry["act"] for entry in trail].count("finished") == run.over

    def teardown(self) -> None:
        """Whoever is asked approves until all has ended, and ends are told once."""
        for _ in range(500):
            self.driver.settle()
            todo = next(iter(self.model.todos()), None)
            if todo is None:
                break
            self._decide(*todo, "approve")
            self.runs_stand_where_the_model_has_them()
        self.lists_show_what_the_model_has()
        self.trails_are_whole_and_each_decision_is_said_once()
        assert not [each for each in self.driver.outside.executions.values() if each.place == "ready"]
        told = Counter(self.driver.outside.put.values())
        for run_id, modelled in self.model.runs.items():
            ends = {end: told[f"{end} {run_id}"] for end in RUN_FINISHED.values() if told[f"{end} {run_id}"]}
            assert ends == {RUN_FINISHED[modelled.status]: 1}
        self.did["runs"] += len(self.model.runs)


@pytest.fixture(scope="module")
def members() -> Iterator[Members]:
    with installed() as place:
        members = Members.found(place, crowd=())
        for name, nodes in FLOWS.items():
            steps = [ask(f"n{at}", members.people(*who), mode=mode) for at, (mode, who) in enumerate(nodes)]
            members.add_flow(name, {"steps": steps, "withdraw": "anytime"})
        LambdaDriver(place).settle()
        place.wire.outside.messages.clear()
        place.wire.outside.put.clear()
        yield members


def test_the_engine_agrees_with_a_plain_list(members: Members, proved: Callable[..., None]) -> None:
    Engine.members, Engine.beginning = members, LambdaDriver(members.place).keep()
    Engine.did = Counter()
    chosen = settings(
        max_examples=size(short=10, long=120),
        stateful_step_count=size(short=12, long=30),
        derandomize=not LONG,
        phases=tuple(Phase) if LONG else (Phase.generate,),  # what fails in the short form fails again as it is
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    if LONG:
        seed(SEED)(Engine)
    run_state_machine_as_test(Engine, settings=chosen)
    assert min(Engine.did["faults"], Engine.did["decided"]) > 0
    figures = {name.replace(" ", "_"): count for name, count in sorted(Engine.did.items())}
    proved("P4", "the engine against a plain list: acts, faults, redeliveries and sweeps in any order", **figures)
