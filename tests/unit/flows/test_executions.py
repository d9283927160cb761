"""The execution behind a run: none while nothing is left over, work in shares, executions that may die."""

import json
from dataclasses import replace

import pytest

from chalicelib.flows.engine import Run
from chalicelib.flows.service.executions import MAX_ROUNDS, YOUNG
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.ids import base_id
from chalicelib.kernel.unit_of_work import Key

from .builders import approve, cc, company, definition, member, people
from .company_fixture import CompanyFixture

CROWD = [f"m{number:03}" for number in range(500)]
BIG = company(*[member(each, "east") for each in CROWD])
ONE = definition(approve("head", people("head")), approve("cfo", people("cfo")))
EVERYBODY = definition(approve("all", people(*CROWD), mode="all"), cc("told", people(*CROWD[:100])))


def state_key(run_id: str) -> Key:
    return Key(f"run#{run_id}", "park")


def crowded() -> CompanyFixture:
    fixture = CompanyFixture(BIG)
    fixture.publish(EVERYBODY)
    return fixture


def state(fixture: CompanyFixture, run_id: str) -> Run:
    return fixture.do(lambda work: fixture.runs.get(work, run_id), "rep").run


def test_a_run_that_waits_for_people_has_no_execution() -> None:
    fixture = CompanyFixture()
    fixture.publish(ONE)
    fixture.submit()
    fixture.settle()
    for each in ("head", "cfo"):
        fixture.decide(each)
        fixture.settle()
    assert fixture.executions.started == {}


def test_only_ids_travel() -> None:
    fixture = crowded()
    run_id = fixture.submit(customer="机密客户")
    fixture.settle()
    (payload,) = fixture.executions.started.values()
    assert set(payload) == {"tenant_id", "run_id", "generation", "round", "pause"}
    assert payload["run_id"] == run_id
    assert "机密" not in json.dumps(payload, ensure_ascii=False)


def test_five_hundred_approvers_all_get_their_todo_in_steps_that_fit() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    assert sum(bool(fixture.todos(each)) for each in CROWD) == 12
    fixture.settle()
    assert all(len(fixture.todos(each)) == 1 for each in CROWD)
    assert fixture.table.largest <= 100
    assert fixture.forms.shared[base_id(run_id)] == set(CROWD)
    opened = [event for event in fixture.table.events if event.type == "flows.TaskOpened"]
    assert sorted(task["assignee_id"] for event in opened for task in event.data["tasks"]) == CROWD


def test_a_rejection_empties_five_hundred_lists_by_the_next_execution() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.settle()
    fixture.decide("m250", "reject")
    fixture.settle()
    assert not any(fixture.todos(each) for each in CROWD)
    assert list(fixture.executions.started) == [f"{run_id}-1", f"{run_id}-2"]


def test_a_hundred_copies_are_all_delivered_after_the_end() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.settle()
    for each in CROWD:
        fixture.decide(each)
    fixture.settle()
    assert state(fixture, run_id).status == "approved"
    copied = [fixture.lists.page(fixture.work(each), "cc", "", 10, None).items for each in CROWD[:100]]
    assert all(len(items) == 1 for items in copied)
    assert fixture.table.largest <= 100


def test_a_dead_execution_is_picked_up_by_the_start_next_epoch() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.deliver()
    fixture.turn()
    fixture.executions.die()
    assert state_key(run_id) not in fixture.table.rows, "it died before it had counted on"
    fixture.do(lambda work: fixture.run_executions.restart_execution(work, run_id, 1))
    assert fixture.executions.started[f"{run_id}-2"]["pause"] == 60
    fixture.settle()
    assert all(len(fixture.todos(each)) == 1 for each in CROWD)


def test_an_execution_of_an_earlier_release_that_waits_is_overtaken() -> None:
    """Its token is not answered any more: it looks a day later, and ends."""
    fixture = crowded()
    run_id = fixture.submit()
    fixture.executions.started[f"{run_id}-1"] = {}
    fixture.do(lambda work: work.create(state_key(run_id), "park", {"generation": 1, "token": "doorbell"}))
    fixture.settle()
    assert list(fixture.executions.started) == [f"{run_id}-1", f"{run_id}-2"]
    assert all(len(fixture.todos(each)) == 1 for each in CROWD)
    assert fixture.do(lambda work: fixture.run_executions.run_pending_work(work, run_id, 1, 9)) == "end"


def test_of_two_who_find_a_run_behind_one_starts_its_execution() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    first, second = fixture.work(), fixture.work()
    fixture.run_executions.signal(first, run_id)
    fixture.run_executions.signal(second, run_id)
    fixture.table.commit(first)
    fixture.table.commit(second)
    assert list(fixture.executions.started) == [f"{run_id}-1"]


def test_an_execution_that_was_overtaken_ends_when_it_looks() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.deliver()
    fixture.do(lambda work: fixture.run_executions.restart_execution(work, run_id, 1))
    before = state(fixture, run_id)
    assert fixture.do(lambda work: fixture.run_executions.run_pending_work(work, run_id, 1, 0)) == "end"
    assert state(fixture, run_id) == before


def test_an_execution_started_before_its_row_was_written_adopts_the_row() -> None:
    """Whoever started it died before their transaction."""
    fixture = crowded()
    run_id = fixture.submit()
    fixture.deliver()
    fixture.executions.die()
    fixture.run_executions.restart_execution(fixture.work(), run_id, 1)
    fixture.turn()
    assert fixture.table.rows[state_key(run_id)].doc["generation"] == 2
    fixture.settle()
    assert fixture.table.rows[state_key(run_id)].doc["generation"] == 3, "the next one's"


def test_a_late_death_notice_of_an_old_epoch_starts_nothing() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.deliver()
    for _ in range(2):
        fixture.do(lambda work: fixture.run_executions.restart_execution(work, run_id, 1))
    assert len(fixture.executions.started) == 2


def test_a_run_that_has_caught_up_needs_no_execution() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.settle()
    fixture.do(lambda work: fixture.run_executions.restart_execution(work, run_id, 2))
    fixture.do(lambda work: fixture.run_executions.signal(work, run_id))
    assert list(fixture.executions.started) == [f"{run_id}-1"]


def test_an_act_while_the_last_share_is_done_is_not_missed() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.deliver()
    while sum(bool(fixture.todos(each)) for each in CROWD) < len(CROWD):
        fixture.turn()
    last = fixture.work()
    assert fixture.run_executions.run_pending_work(last, run_id, 2, 0) == "end"
    fixture.decide("m250", "reject")
    with pytest.raises(Contended):
        fixture.table.commit(last)
    assert fixture.do(lambda work: fixture.run_executions.run_pending_work(work, run_id, 2, 0)) == "perform"


def test_a_run_of_very_many_rounds_goes_on_in_a_new_execution() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.deliver()
    fixture.executions.started[f"{run_id}-1"]["round"] = MAX_ROUNDS
    fixture.settle()
    assert list(fixture.executions.started) == [f"{run_id}-1", f"{run_id}-2"]
    assert all(len(fixture.todos(each)) == 1 for each in CROWD)


def test_the_periodic_check_finds_a_death_that_nobody_told() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.deliver()
    fixture.turn()
    fixture.executions.die()
    for _ in range(2):
        fixture.do(lambda work: fixture.run_executions.check(work, run_id))
        fixture.settle()
    assert list(fixture.executions.started) == [f"{run_id}-1", f"{run_id}-2"]
    assert all(len(fixture.todos(each)) == 1 for each in CROWD)


def test_the_periodic_check_finds_a_run_whose_first_message_was_lost() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.heard = len(fixture.table.events)
    fixture.do(lambda work: fixture.run_executions.check(work, run_id))
    assert not fixture.executions.started, "its first message may be on the way"
    fixture.now += YOUNG
    fixture.do(lambda work: fixture.run_executions.check(work, run_id))
    fixture.settle()
    assert all(len(fixture.todos(each)) == 1 for each in CROWD)


def test_a_death_in_the_middle_of_a_start_is_found_by_the_check_after_the_next() -> None:
    """The name of the next epoch is used up, and its execution died before it could adopt the row."""
    fixture = crowded()
    run_id = fixture.submit()
    fixture.deliver()
    fixture.now += YOUNG
    fixture.executions.start(f"{run_id}-2", {})
    fixture.executions.die()
    for _ in range(2):
        fixture.do(lambda work: fixture.run_executions.check(work, run_id))
    assert fixture.executions.ready == [f"{run_id}-3"]


def test_the_check_finds_a_run_of_somebody_who_left_though_the_message_was_lost() -> None:
    fixture = CompanyFixture()
    fixture.publish(ONE)
    run_id = fixture.submit()
    fixture.settle()
    fixture.directory.company = company(replace(member("head", "east"), active=False, successor_id="director"))
    fixture.now += YOUNG
    for _ in range(2):
        fixture.do(lambda work: fixture.run_executions.check(work, run_id))
        fixture.settle()
    assert len(fixture.todos("director")) == 1
    assert list(fixture.executions.started) == [f"{run_id}-2"]


def test_only_runs_that_may_come_to_need_an_execution_are_watched() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    watched = Key("watched_runs", run_id)
    fixture.settle()
    assert watched in fixture.table.rows, "somebody who is asked may leave"
    fixture.decide("m250", "reject")
    assert watched in fixture.table.rows, "five hundred lists are behind"
    fixture.settle()
    assert watched not in fixture.table.rows
    fixture.do(lambda work: work.index(watched, {}))
    fixture.do(lambda work: fixture.run_executions.check(work, run_id))
    assert watched not in fixture.table.rows


def test_a_run_that_never_was_is_let_be() -> None:
    fixture = CompanyFixture()
    fixture.do(lambda work: fixture.run_executions.signal(work, "0" * 26))
    assert fixture.do(lambda work: fixture.run_executions.run_pending_work(work, "0" * 26, 1, 0)) == "end"
    assert fixture.executions.started == {}


def test_doubled_and_reordered_events_change_nothing() -> None:
    fixture = crowded()
    run_id = fixture.submit()
    fixture.settle()
    before = dict(fixture.table.rows)
    started = len(fixture.executions.started)
    for envelope in reversed(fixture.table.events):
        if envelope.type.startswith("flows.Run"):
            fixture.do(lambda work: fixture.run_executions.signal(work, run_id))
            fixture.settle()
    assert fixture.table.rows == before
    assert len(fixture.executions.started) == started
