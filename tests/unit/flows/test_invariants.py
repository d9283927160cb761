"""What holds whatever people do, in whatever order: tried on random flows with random acts."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chalicelib.directory.org import Org
from chalicelib.flows.engine import Spec, commands, compile_flow, effects, errors
from chalicelib.kernel.errors import BanliError

from .builders import FORM, ORG, Play, approve, arm, branch, cc, company, definition, end, member, people, when
from .parallel_node import TYPES

STAFF = ["chair", "cfo", "pm_a", "pm_b", "director", "head", "rep2", "assistant"]
EVERYBODY = [*STAFF, "rep", "leaver"]

_people = st.lists(st.sampled_from(EVERYBODY), min_size=1, max_size=4, unique=True).map(lambda ids: people(*ids))
_rules = st.one_of(
    _people, st.just({"type": "role", "role": "pm"}), st.just({"type": "manager"}), st.just({"type": "initiator"})
)
_modes = st.sampled_from(["any", "all", "sequence"])
_empty = st.sampled_from(
    [{"action": "approve"}, {"action": "assign", "members": ["cfo", "chair"]}, {"action": "block"}]
)
_own = st.sampled_from(["self", "skip", "manager"])


@st.composite
def specs(draw: st.DrawFn) -> Spec:
    numbers = iter(range(1000))

    def step(depth: int) -> dict[str, Any]:
        kind = draw(
            st.sampled_from(["approve"] * 4 + ["cc", "branch", "end", "parallel"] if depth else ["approve", "cc"])
        )
        id_ = f"n{next(numbers)}"
        if kind == "approve":
            rules = draw(st.lists(_rules, min_size=1, max_size=2))
            return approve(id_, *rules, mode=draw(_modes), empty=draw(_empty), same_as_initiator=draw(_own))
        if kind == "cc":
            return cc(id_, draw(_people))
        if kind == "end":
            return end(id_, draw(st.sampled_from(["approved", "rejected"])))
        if kind == "parallel":
            branches = [[step(depth - 1) for _ in range(draw(st.integers(0, 2)))] for _ in range(2)]
            return {"type": "parallel", "id": id_, "name": id_, "branches": branches}
        limit = draw(st.integers(0, 10))
        inner = [
            arm(f"{id_}a", when("total", "lte", limit), *(step(depth - 1) for _ in range(draw(st.integers(0, 2)))))
        ]
        return branch(id_, inner, *(step(depth - 1) for _ in range(draw(st.integers(0, 2)))))

    return compile_flow(definition(*[step(2) for _ in range(draw(st.integers(1, 5)))]), FORM, TYPES)


class Runs(RuleBasedStateMachine):
    """One run; its acts come from people who may and from people who may not."""

    def __init__(self) -> None:
        super().__init__()
        self.play: Play | None = None
        self.org: Org = ORG
        self.decided: list[str] = []
        self.finished = 0

    def do(self, command: commands.Command) -> bool:
        """Whether it was carried out; a refusal must change nothing."""
        assert self.play is not None
        before, said = self.play.run, len(self.play.trail)
        try:
            self.play.do(command)
        except BanliError:
            assert self.play.run is before
            assert len(self.play.trail) == said
            return False
        self.finished += sum(
            isinstance(each, effects.RecordState) and each.state != "running" for each in self.play.effects
        )
        return True

    @precondition(lambda self: self.play is None)
    @rule(spec=specs(), initiator=st.sampled_from(EVERYBODY), total=st.integers(0, 10))
    def start(self, spec: Spec, initiator: str, total: int) -> None:
        try:
            self.play = Play(spec, initiator, self.org, total=str(total))
        except (errors.NoApprover, errors.MayNotStart):
            return
        self.finished = int(self.play.run.over)

    @precondition(lambda self: self.play is not None)
    @rule(
        number=st.integers(1, 12), who=st.sampled_from(EVERYBODY), verdict=st.sampled_from(["approve"] * 4 + ["reject"])
    )
    def anybody_tries(self, number: int, who: str, verdict: str) -> None:
        task = f"t{number}"
        if self.do(commands.Decide(task, who, verdict)):
            self.decided.append(task)

    @precondition(lambda self: self.play is not None and self.play.open)
    @rule(data=st.data(), verdict=st.sampled_from(["approve"] * 6 + ["reject"]))
    def an_assignee_decides(self, data: st.DataObject, verdict: str) -> None:
        assert self.play is not None
        task = data.draw(st.sampled_from([task for task in self.play.run.tasks if task.status == "open"]))
        if self.do(commands.Decide(task.id, task.member, verdict)):
            self.decided.append(task.id)

    @precondition(lambda self: self.play is not None)
    @rule(who=st.sampled_from(EVERYBODY))
    def somebody_withdraws(self, who: str) -> None:
        self.do(commands.Withdraw(who))

    @precondition(lambda self: self.play is not None)
    @rule(who=st.sampled_from(STAFF), to=st.sampled_from(EVERYBODY))
    def a_task_is_handed_over(self, who: str, to: str) -> None:
        self.do(commands.Handover(who, to))

    @precondition(lambda self: self.play is not None)
    @rule(who=st.sampled_from(EVERYBODY), members=st.lists(st.sampled_from(EVERYBODY), max_size=3))
    def somebody_is_copied(self, who: str, members: list[str]) -> None:
        self.do(commands.Cc(who, tuple(members)))

    @precondition(lambda self: self.play is not None)
    @rule(limit=st.integers(1, 3))
    def lists_catch_up(self, limit: int) -> None:
        self.do(commands.CatchUp(limit))

    @precondition(lambda self: self.play is not None)
    @rule(who=st.sampled_from(["pm_b", "director"]))
    def somebody_leaves(self, who: str) -> None:
        assert self.play is not None
        self.org = self.play.org = company(member(who, "hq", active=False))

    @invariant()
    def a_task_is_decided_once(self) -> None:
        assert len(self.decided) == len(set(self.decided))
        if self.play:
            assert self.decided == [
                entry["task"] for entry in self.play.trail if entry["act"] in ("approved", "rejected")
            ]

    @invariant()
    def the_trail_is_contiguous(self) -> None:
        if self.play:
            assert [entry["seq"] for entry in self.play.trail] == list(range(1, self.play.run.said + 1))

    @invariant()
    def a_running_run_waits_for_somebody_and_an_ended_one_for_nobody(self) -> None:
        if self.play:
            run = self.play.run
            assert bool(self.play.open) == (not run.over)
            assert {task.node for task in run.tasks if task.status == "open"} <= set(run.nodes)

    @invariant()
    def what_is_asked_belongs_to_a_visit_that_waits_and_every_active_token_stands_at_one(self) -> None:
        if self.play:
            run = self.play.run
            waiting = {visit.id for visit in run.visits if visit.open}
            assert {task.visit for task in run.tasks if task.pending} == waiting
            assert {token.visit for token in run.tokens if token.state == "active"} == waiting

    @invariant()
    def a_run_ends_once(self) -> None:
        if self.play:
            assert self.finished == int(self.play.run.over)

    @invariant()
    def nobody_is_asked_twice_by_a_visit(self) -> None:
        if self.play:
            asked = [(task.visit, task.member) for task in self.play.run.tasks if task.status in ("open", "waiting")]
            assert len(asked) == len(set(asked))

    def teardown(self) -> None:
        """Whatever happened, approving on ends the run within as many decisions as it can have tasks."""
        if self.play is None:
            return
        self.play.org = ORG
        for _ in range(200):
            if self.play.run.over:
                return
            task = next(task for task in self.play.run.tasks if task.status == "open")
            self.play.do(commands.Decide(task.id, task.member, "approve"))
        raise AssertionError("the run does not end")


TestRuns = Runs.TestCase
TestRuns.settings = settings(max_examples=150, stateful_step_count=25, deadline=None, derandomize=True)
