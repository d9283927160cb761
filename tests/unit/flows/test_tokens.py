"""Several positions at once: branches side by side, steps that are visited again, waits without people.

The product has no such node types yet; `parallel_node` adds them by one file, and the engine is none the wiser.
"""

import json
from typing import Any

import pytest

from chalicelib.flows.engine import Spec, commands, compile_flow, effects, errors, preview, remaining_path
from chalicelib.flows.engine.codec import from_doc, to_doc
from chalicelib.flows.engine.context import Context
from chalicelib.kernel.events import Event

from .builders import FORM, ORG, Play, approve, arm, branch, cc, definition, end, people, when
from .parallel_node import TYPES


def flow(*steps: dict[str, Any], **settings: Any) -> Spec:
    return compile_flow(definition(*steps, **settings), FORM, TYPES)


def parallel(id_: str, *branches: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "parallel", "id": id_, "name": id_, "branches": list(branches)}


def review(id_: str, member: str, back_to: str) -> dict[str, Any]:
    return {"type": "review", "id": id_, "name": id_, "member": member, "back_to": back_to}


def pause(id_: str) -> dict[str, Any]:
    return {"type": "pause", "id": id_, "name": id_}


def asks(id_: str, *who: str, **settings: Any) -> dict[str, Any]:
    return approve(id_, people(*(who or (id_,))), **settings)


SIDE_BY_SIDE = flow(
    parallel("both", [asks("head"), asks("director")], [asks("pms", "pm_a", "pm_b", mode="all")]), asks("cfo")
)


def visits(play: Play) -> list[str]:
    return [f"{visit.node} {visit.outcome}" for visit in play.run.visits]


def statuses(play: Play) -> dict[str, str]:
    return {task.id: f"{task.member} {task.status}" for task in play.run.tasks}


# -- side by side


def test_a_fork_asks_in_every_branch_at_once() -> None:
    play = Play(SIDE_BY_SIDE)
    assert play.open == ["head", "pm_a", "pm_b"]
    assert play.run.nodes == ("head", "pms")
    assert [token.state for token in play.run.tokens] == ["waiting", "active", "active"]


def test_a_finished_branch_leaves_its_sibling_alone() -> None:
    play = Play(SIDE_BY_SIDE).decide("pm_a").decide("pm_b")
    assert play.open == ["head"]
    assert [token.state for token in play.run.tokens] == ["waiting", "active", "joined"]
    assert play.decide("head").open == ["director"]


def test_the_run_goes_on_once_all_branches_have_met() -> None:
    play = Play(SIDE_BY_SIDE).decide("head").decide("director").decide("pm_a").decide("pm_b")
    assert play.open == ["cfo"]
    assert [(token.id, token.node) for token in play.run.tokens] == [("k1", "cfo")]
    assert play.decide("cfo").run.status == "approved"
    assert play.run.tokens == ()
    assert play.run.visits[0].left_at


def test_a_rejection_in_one_branch_ends_the_run_and_closes_what_the_others_ask() -> None:
    play = Play(SIDE_BY_SIDE).decide("pm_a").decide("head", "reject")
    assert play.run.status == "rejected"
    assert statuses(play) == {"t1": "head rejected", "t2": "pm_a approved", "t3": "pm_b closed"}
    assert visits(play) == ["both forked", "head rejected", "pms cancelled"]
    assert {each.task.member for each in play.effects if isinstance(each, effects.CloseTodo)} == {"head", "pm_b"}


def test_withdrawing_closes_every_branch() -> None:
    play = Play(SIDE_BY_SIDE).do(commands.Withdraw("rep"))
    assert (play.run.status, play.open) == ("withdrawn", [])
    assert visits(play) == ["both forked", "head withdrawn", "pms withdrawn"]


def test_an_early_end_in_one_branch_ends_the_run() -> None:
    spec = flow(parallel("both", [asks("head"), end("stop", "rejected")], [asks("cfo")]), asks("chair"))
    play = Play(spec).decide("head")
    assert (play.run.status, play.open, play.run.tokens) == ("rejected", [], ())
    assert visits(play)[-2:] == ["cfo cancelled", "stop ended"]
    assert [step.node for step in preview(spec, Context(ORG, "rep"))] == ["both", "head", "stop"]


def test_a_branch_that_ends_the_run_at_once_keeps_the_next_from_beginning() -> None:
    play = Play(flow(parallel("both", [end("stop", "rejected")], [asks("cfo")])))
    assert (play.run.status, play.run.tasks) == ("rejected", ())
    assert visits(play) == ["both forked", "stop ended"]


def test_branches_without_anybody_to_ask_meet_at_once() -> None:
    spec = flow(parallel("both", [cc("told", people("cfo"))], []), asks("head"))
    play = Play(spec)
    assert play.open == ["head"]
    assert visits(play) == ["both forked", "told copied", "both.join joined", "both.join joined", "head waiting"]


def test_forks_within_forks_pair() -> None:
    inner = parallel("inner", [asks("head")], [asks("pm_a")])
    play = Play(flow(parallel("outer", [inner, asks("director")], [asks("cfo")]), asks("chair")))
    assert play.open == ["head", "pm_a", "cfo"]
    assert play.decide("head").open == ["pm_a", "cfo"]
    assert play.decide("pm_a").open == ["cfo", "director"]
    assert play.decide("director").open == ["cfo"]
    assert play.decide("cfo").open == ["chair"]


def test_the_same_member_in_two_branches_decides_twice_and_hands_both_over() -> None:
    spec = flow(parallel("both", [asks("one", "head")], [asks("two", "head")]))
    assert Play(spec).do(commands.Decide("t1", "head", "approve")).open == ["head"]
    play = Play(spec).do(commands.Handover("head", "director"))
    assert play.open == ["director", "director"]
    assert [task.parent for task in play.run.tasks] == ["", "", "t1", "t2"]


def test_each_opened_task_is_told_with_its_own_node() -> None:
    told = [each.data for each in Play(SIDE_BY_SIDE).effects if isinstance(each, Event)]
    opened = [(data["node_id"], [task["assignee_id"] for task in data["tasks"]]) for data in told if "tasks" in data]
    assert opened == [("head", ["head"]), ("pms", ["pm_a", "pm_b"])]


def test_what_remains_follows_every_branch_and_then_the_join() -> None:
    play = Play(SIDE_BY_SIDE)
    assert [step.node for step in preview(SIDE_BY_SIDE, Context(ORG, "rep"))] == [
        "both", "head", "director", "pms", "both.join", "cfo",
    ]  # fmt: skip
    assert [step.node for step in remaining_path(SIDE_BY_SIDE, play.run, play.env)] == ["director", "both.join", "cfo"]
    play.decide("head").decide("director")
    assert [step.node for step in remaining_path(SIDE_BY_SIDE, play.run, play.env)] == ["both.join", "cfo"]


def test_a_branch_that_is_refused_refuses_the_submission() -> None:
    with pytest.raises(errors.NoApprover):
        Play(flow(parallel("both", [asks("head")], [approve("gone", {"type": "role", "role": "gone"})])))


def test_positions_survive_the_row() -> None:
    play = Play(SIDE_BY_SIDE).decide("head")
    assert from_doc(json.loads(json.dumps(to_doc(play.run)))) == play.run


# -- visited again


def test_going_back_asks_anew_and_what_was_decided_before_does_not_count() -> None:
    play = Play(flow(asks("pms", "pm_a", "pm_b", mode="all"), review("check", "cfo", "pms")))
    play.decide("pm_a").decide("pm_b").decide("cfo", "reject")
    assert play.open == ["pm_a", "pm_b"]
    assert visits(play) == ["pms passed", "check returned", "pms waiting"]
    assert play.decide("pm_b").open == ["pm_a"]
    assert statuses(play) == {
        "t1": "pm_a approved", "t2": "pm_b approved", "t3": "cfo rejected", "t4": "pm_a open", "t5": "pm_b approved",
    }  # fmt: skip
    assert [task.visit for task in play.run.tasks] == ["v1", "v1", "v2", "v3", "v3"]


def test_after_going_back_a_hand_over_passes_on_no_earlier_approval() -> None:
    play = Play(flow(asks("pms", "pm_a", "pm_b"), review("check", "cfo", "pms")))
    play.decide("pm_a").decide("cfo", "reject").do(commands.Handover("pm_b", "director"))
    assert play.open == ["pm_a", "director"]


def test_a_successor_who_decided_in_an_earlier_visit_is_asked_in_the_new_one() -> None:
    play = Play(flow(asks("pm", "pm_a"), review("check", "cfo", "pm")))
    play.decide("pm_a").decide("cfo", "reject").do(commands.Handover("pm_a", "pm_b"))
    play.decide("pm_b").decide("cfo", "reject").do(commands.Handover("pm_a", "pm_b"))
    assert play.open == ["pm_b"]


def test_going_back_within_a_branch_leaves_the_other_alone() -> None:
    play = Play(flow(parallel("both", [asks("head"), review("check", "cfo", "head")], [asks("pm_a")])))
    play.decide("head").decide("cfo", "reject")
    assert play.open == ["pm_a", "head"]
    assert play.decide("pm_a").decide("head").decide("cfo").run.status == "approved"


def test_going_back_to_before_the_fork_cancels_the_other_branches_and_forks_anew() -> None:
    play = Play(flow(asks("chair"), parallel("both", [review("check", "cfo", "chair")], [asks("head")])))
    play.decide("chair").decide("cfo", "reject")
    assert play.open == ["chair"]
    assert visits(play) == ["chair passed", "both cancelled", "check returned", "head cancelled", "chair waiting"]
    assert play.decide("chair").open == ["cfo", "head"]
    assert play.decide("cfo").decide("head").run.status == "approved"


def test_a_branch_taken_before_is_chosen_anew_on_the_way_back() -> None:
    which = branch("which", [arm("big", when("total", "gt", 5), asks("cfo"))])
    spec = flow(asks("head"), which, review("r", "chair", "which"))
    play = Play(spec, total="10").decide("head").decide("cfo").decide("chair", "reject")
    assert play.open == ["cfo"]
    assert visits(play)[-2:] == ["which branched", "cfo waiting"]


# -- waiting for a signal


def test_a_node_waits_for_a_signal_without_asking_anybody() -> None:
    play = Play(flow(asks("head"), pause("later"), asks("cfo"))).decide("head")
    visit = play.run.visits[-1]
    assert (play.open, play.run.node, visit.waits_for) == ([], "later", "timer:later")
    assert play.do(commands.Receive(visit.id, "timer", "later")).open == ["cfo"]


@pytest.mark.parametrize(("visit", "key"), [("v2", "other"), ("v1", "later"), ("v9", "later")])
def test_a_signal_that_nothing_waits_for_changes_nothing(visit: str, key: str) -> None:
    play = Play(flow(asks("head"), pause("later"), asks("cfo"))).decide("head")
    before = play.run
    assert play.do(commands.Receive(visit, "timer", key)).run == before


def test_a_signal_that_comes_twice_counts_once() -> None:
    play = Play(flow(pause("later"), asks("cfo")))
    received = commands.Receive("v1", "timer", "later")
    once = play.do(received).run
    assert play.do(received).run == once
