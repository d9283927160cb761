"""Commands one by one: who may, when it is too late, and what else happens with it."""

import json
from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest

from chalicelib.directory.org import Org, Role
from chalicelib.flows.engine import commands, effects, errors
from chalicelib.flows.engine.advance import advance
from chalicelib.flows.engine.codec import from_doc, to_doc
from chalicelib.flows.engine.environment import Environment
from chalicelib.flows.engine.listing import MAX_LISTED_AT_ONCE
from chalicelib.flows.engine.preview import remaining_path
from chalicelib.flows.engine.run import Run
from chalicelib.kernel.events import Event

from .builders import AT, ORG, Play, approve, cc, company, flow, member, people

ONE = flow(approve("head", people("head")))
TWO = flow(approve("pms", people("pm_a", "pm_b"), mode="all"), approve("cfo", people("cfo")))
LINE = flow(approve("line", people("head", "director", "chair"), mode="sequence"))
ANY = flow(approve("pms", people("pm_a", "pm_b")), approve("cfo", people("cfo")))


def of(play: Play, kind: type) -> list[Any]:
    return [effect for effect in play.effects if isinstance(effect, kind)]


def told(play: Play) -> list[str]:
    return [effect.type.removeprefix("flows.") for effect in of(play, Event)]


# -- starting


def test_start_locks_the_record_and_opens_the_first_tasks() -> None:
    play = Play(TWO)
    assert of(play, effects.RecordState) == [effects.RecordState("running", True)]
    assert [effect.task.member for effect in of(play, effects.OpenTodo)] == ["pm_a", "pm_b"]
    assert told(play) == ["RunStarted", "TaskOpened"]
    assert play.acts == ["submitted", "assigned"]


def test_who_may_not_start_is_refused() -> None:
    only = flow(approve("head", people("head")), initiators=[{"type": "role", "ids": ["pm"]}])
    with pytest.raises(errors.MayNotStart):
        Play(only, "rep")
    assert Play(only, "pm_a").open == ["head"]


def test_a_member_who_left_may_not_start() -> None:
    with pytest.raises(errors.MayNotStart):
        Play(ONE, "leaver")


def test_submitting_is_refused_if_a_later_node_has_nobody() -> None:
    blocked = flow(approve("head", people("head")), approve("审计", {"type": "role", "role": "gone"}))
    with pytest.raises(errors.NoApprover) as refused:
        Play(blocked)
    assert refused.value.params == {"node": "审计", "node_id": "审计"}


def test_the_trail_says_why_somebody_is_asked() -> None:
    play = Play(flow(approve("a", {"type": "manager", "level": 2}, people("rep"), mode="all")))
    assigned = play.trail[1]
    assert [(each["id"], each["why"]) for each in assigned["people"]] == [
        ("director", {"rule": "manager", "level": 2}),
        ("head", {"rule": "member", "instead_of": "rep"}),
    ]
    assert assigned["reason"] == "initiator_replaced"


# -- deciding


def test_a_second_decision_conflicts() -> None:
    play = Play(TWO).decide("pm_a")
    with pytest.raises(errors.TaskAlreadyDecided):
        play.decide("pm_a", "reject")
    assert play.run.said == 3


def test_what_somebody_else_decided_cannot_be_decided_again() -> None:
    play = Play(ANY).decide("pm_a")
    with pytest.raises(errors.TaskAlreadyDecided):
        play.decide("pm_b")


def test_a_run_that_was_withdrawn_is_over() -> None:
    play = Play(TWO).do(commands.Withdraw("rep"))
    with pytest.raises(errors.RunOver):
        play.decide("pm_a")


def test_only_the_assignee_decides() -> None:
    play = Play(ONE)
    for other in ("rep", "director", "stranger"):
        with pytest.raises(errors.NotYourTask):
            play.do(commands.Decide("t1", other, "approve"))


@pytest.mark.parametrize("task", ["t0", "t2", "t-1", "1", "t", "tt1", "t1 ", "t１", "t01", "t9999999999"])
def test_a_task_that_never_was(task: str) -> None:
    with pytest.raises(errors.TaskNotFound):
        Play(ONE).do(commands.Decide(task, "head", "approve"))


def test_nobody_decides_before_his_turn() -> None:
    play = Play(LINE)
    with pytest.raises(errors.TaskNotOpen):
        play.decide("director")
    assert not play.run.concerns("director")
    assert play.decide("head").run.concerns("director")


def test_a_decision_is_told_with_its_opinion() -> None:
    play = Play(ONE).decide("head", "approve", "同意，注意回款")
    approved = play.trail[-2]
    assert (approved["by"], approved["by_name"], approved["opinion"]) == ("head", "HEAD", "同意，注意回款")
    assert told(play) == ["TaskDecided", "RunApproved"]
    assert of(play, effects.RecordState) == [effects.RecordState("approved", True)]
    assert [effect.task.id for effect in of(play, effects.ListDone)] == ["t1"]
    assert [effect.task.id for effect in of(play, effects.CloseTodo)] == ["t1"]


def test_a_rejection_unlocks_the_record_and_closes_everything() -> None:
    play = Play(TWO).decide("pm_b", "reject", "价格太低")
    assert of(play, effects.RecordState) == [effects.RecordState("rejected", False)]
    assert {effect.task.member for effect in of(play, effects.CloseTodo)} == {"pm_a", "pm_b"}
    assert [effect.task.member for effect in of(play, effects.ListDone)] == ["pm_b"]
    assert told(play) == ["TaskDecided", "RunRejected"]


CLERK = flow(approve("head", people("head")), approve("clerks", {"type": "role", "role": "clerk"}))
WITHOUT_CLERKS = (member("assistant", "east", "clerk", active=False),)


def run_by(*administrators: str) -> Org:
    """The company after its only clerk left."""
    found = company(*WITHOUT_CLERKS, *(member(each, "hq", "admin") for each in administrators))
    roles = [*found.roles.values(), Role("admin", "管理员", frozenset({"*"}), builtin=True)]
    return Org.of(members=found.members.values(), departments=found.departments.values(), roles=roles)


def test_administrators_stand_in_where_nobody_is_left_since_the_run_began() -> None:
    play = Play(CLERK)
    play.org = run_by("chair", "cfo")
    assert [person["why"] for step in remaining_path(CLERK, play.run, play.env) for person in step.people] == [
        {"rule": "administrator"}
    ] * 2
    play.decide("head")
    assert play.open == ["cfo", "chair"]
    assert [(entry["act"], entry.get("reason")) for entry in play.trail[-1:]] == [("assigned", "nobody_found")]
    assert play.decide("chair").run.status == "approved"


def test_nobody_stands_in_for_his_own_request_so_the_decision_waits_until_somebody_else_can() -> None:
    play = Play(CLERK)
    whole, play.org = play.org, run_by("rep")
    with pytest.raises(errors.NoStandIn) as refused:
        play.decide("head")
    assert refused.value.params == {"node": "clerks", "node_id": "clerks"}
    play.org = whole
    assert play.decide("head").open == ["assistant"]


def test_a_submission_is_refused_rather_than_sent_to_administrators() -> None:
    with pytest.raises(errors.NoApprover):
        Play(CLERK, org=run_by("chair"))


def test_a_sequence_passes_over_who_left_before_his_turn() -> None:
    play = Play(LINE)
    play.org = company(member("director", "sales", active=False))
    assert play.decide("head").open == ["chair"]
    assert play.run.tasks[1].status == "closed"


def test_a_sequence_asks_the_successor_of_who_left_before_his_turn() -> None:
    play = Play(LINE)
    play.org = company(replace(member("director", "sales", active=False), successor_id="cfo"))
    assert play.decide("head").open == ["cfo"]
    assert play.run.tasks[1].why == {"rule": "member", "successor_of": "director"}


def test_a_successor_who_is_the_initiator_does_not_come_into_a_sequence() -> None:
    play = Play(LINE)
    play.org = company(replace(member("director", "sales", active=False), successor_id="rep"))
    assert play.decide("head").open == ["chair"]


def test_who_left_is_never_asked_but_his_successor_is() -> None:
    org = company(replace(member("leaver", "east", active=False), successor_id="cfo"))
    play = Play(flow(approve("a", people("leaver"))), org=org)
    assert play.open == ["cfo"]
    assert play.run.tasks[0].why == {"rule": "member", "successor_of": "leaver"}


# -- withdrawing


def test_the_initiator_withdraws_before_anybody_acted() -> None:
    play = Play(TWO).do(commands.Withdraw("rep", "写错了"))
    assert play.run.status == "withdrawn"
    assert play.open == []
    assert play.acts[-2:] == ["withdrawn", "finished"]
    assert of(play, effects.RecordState) == [effects.RecordState("withdrawn", False)]
    assert told(play) == ["RunWithdrawn"]


def test_nobody_else_withdraws() -> None:
    with pytest.raises(errors.NotInitiator):
        Play(TWO).do(commands.Withdraw("pm_a"))


def test_withdrawing_after_a_decision_is_too_late_unless_the_flow_allows_it() -> None:
    with pytest.raises(errors.WithdrawTooLate):
        Play(TWO).decide("pm_a").do(commands.Withdraw("rep"))
    spec = flow(approve("pms", people("pm_a", "pm_b"), mode="all"), withdraw="anytime")
    assert Play(spec).decide("pm_a").do(commands.Withdraw("rep")).run.status == "withdrawn"


def test_what_is_over_cannot_be_withdrawn() -> None:
    with pytest.raises(errors.RunOver):
        Play(ONE).decide("head").do(commands.Withdraw("rep"))


# -- commenting and copying


def test_a_comment_changes_nothing_but_the_trail() -> None:
    play = Play(ONE)
    before = play.run
    play.do(commands.Comment("rep", "请尽快"))
    assert play.trail[-1]["act"] == "commented"
    assert play.run == replace(before, said=before.said + 1)


def test_copies_go_to_active_members_once() -> None:
    play = Play(ONE).do(commands.Cc("rep", ("cfo", "leaver", "cfo")))
    assert [copy.member for copy in play.run.copies] == ["cfo"]
    play.do(commands.Cc("rep", ("cfo", "chair")))
    assert [copy.member for copy in play.run.copies] == ["cfo", "chair"]
    with pytest.raises(errors.NobodyToCopy):
        play.do(commands.Cc("rep", ("leaver", "stranger")))


def test_a_copy_is_read_once() -> None:
    play = Play(ONE).do(commands.Cc("rep", ("cfo",))).do(commands.Read("cfo"))
    assert play.run.copies[0].read_at
    assert len(of(play, effects.ListCopy)) == 1
    play.do(commands.Read("cfo"))
    assert play.effects == ()


# -- handing over


def test_an_open_task_goes_to_the_successor() -> None:
    play = Play(TWO).do(commands.Handover("pm_a", "director", "chair"))
    assert play.open == ["pm_b", "director"]
    assert play.run.tasks[0].status == "handed_over"
    assert play.run.tasks[2].why == {"rule": "member", "successor_of": "pm_a"}
    assert (play.trail[-1]["act"], play.trail[-1]["by"]) == ("handed_over", "chair")
    assert play.decide("director").decide("pm_b").open == ["cfo"]


def test_a_successor_who_is_asked_already_is_not_asked_twice() -> None:
    play = Play(TWO).do(commands.Handover("pm_a", "pm_b"))
    assert play.open == ["pm_b"]
    assert play.decide("pm_b").open == ["cfo"]


def test_a_successor_who_approved_already_lets_it_pass() -> None:
    assert Play(TWO).decide("pm_b").do(commands.Handover("pm_a", "pm_b")).open == ["cfo"]


def test_a_waiting_place_in_a_sequence_is_handed_over_too() -> None:
    play = Play(LINE).do(commands.Handover("director", "cfo"))
    assert play.decide("head").open == ["cfo"]
    assert play.decide("cfo").open == ["chair"]


def test_the_initiator_cannot_become_his_own_approver() -> None:
    with pytest.raises(errors.SuccessorIsInitiator):
        Play(TWO).do(commands.Handover("pm_a", "rep"))
    own = flow(approve("pms", people("pm_a"), same_as_initiator="self"))
    assert Play(own).do(commands.Handover("pm_a", "rep")).open == ["rep"]


def test_a_successor_must_be_active() -> None:
    with pytest.raises(errors.SuccessorInactive):
        Play(TWO).do(commands.Handover("pm_a", "leaver"))


def test_handing_over_nothing_changes_nothing() -> None:
    play = Play(TWO)
    before = play.run
    assert play.do(commands.Handover("cfo", "chair")).run == before
    assert play.effects == ()


# -- very many people

CROWD = [member(f"m{number:03}", "east") for number in range(500)]
BIG = company(*CROWD)
EVERYBODY = flow(approve("all", people(*[each.id for each in CROWD]), mode="all"), approve("cfo", people("cfo")))


def test_very_many_tasks_are_listed_in_chunks() -> None:
    play = Play(EVERYBODY, org=BIG)
    assert len(play.open) == 500
    assert len(of(play, effects.OpenTodo)) == MAX_LISTED_AT_ONCE
    assert told(play) == ["RunStarted", "TaskOpened", "RunAdvanced"]
    steps = 0
    while play.run.unlisted:
        play.do(commands.CatchUp(30))
        assert len(of(play, effects.OpenTodo)) <= 30
        steps += 1
    assert steps == 17
    assert "RunAdvanced" not in told(play)


def test_closing_goes_before_opening() -> None:
    play = Play(EVERYBODY, org=BIG)
    play.do(commands.CatchUp(30)).decide("m000", "reject")
    closed = [effect.task for effect in of(play, effects.CloseTodo)]
    assert len(closed) == MAX_LISTED_AT_ONCE
    while play.run.unlisted:
        play.do(commands.CatchUp(30))
        assert of(play, effects.OpenTodo) == []
    assert not any(task.listed for task in play.run.tasks)


def test_copies_beyond_the_limit_wait_their_turn() -> None:
    play = Play(flow(cc("all", people(*[each.id for each in CROWD])), approve("head", people("head"))), org=BIG)
    assert len(of(play, effects.ListCopy)) == MAX_LISTED_AT_ONCE - 1
    play.do(commands.CatchUp(500))
    assert not play.run.unlisted


def test_who_left_before_his_todo_was_listed_is_replaced() -> None:
    play = Play(EVERYBODY, org=BIG)
    play.org = company(*CROWD[:-1], replace(CROWD[-1], active=False, successor_id="chair"))
    play.do(commands.CatchUp(30))
    assert "m499" not in play.open
    assert "chair" in play.open


def test_more_approvers_than_a_node_may_have_are_refused() -> None:
    crowd = [member(f"m{number:03}", "east", "crowd") for number in range(501)]
    with pytest.raises(errors.TooManyApprovers):
        Play(flow(approve("all", {"type": "role", "role": "crowd"}, mode="all")), org=company(*crowd))


# -- the row


def test_a_run_survives_its_row() -> None:
    play = Play(EVERYBODY, org=BIG).decide("m000").do(commands.Cc("rep", ("cfo",)))
    doc = json.loads(json.dumps(to_doc(play.run)))
    assert from_doc(doc) == play.run


def test_a_sign_off_of_five_hundred_fits_a_row() -> None:
    play = Play(EVERYBODY, org=BIG)
    ids = len(json.dumps(to_doc(play.run))) + 500 * (26 - len("m000"))
    assert ids < 130_000


def test_the_same_arguments_give_the_same_answer() -> None:
    run = Run("run", "rep", {}, {}, {})
    first = advance(TWO, run, commands.Start(), Environment(ORG, AT, UTC))
    assert first == advance(TWO, run, commands.Start(), Environment(ORG, AT, UTC))
    assert run.tasks == ()
