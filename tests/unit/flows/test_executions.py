"""The machine behind a run: work in shares, a doorbell that may be lost, executions that may die."""

import json
from dataclasses import replace

import pytest

from chalicelib.flows.engine import Run
from chalicelib.flows.service.executions import MAX_ROUNDS, YOUNG
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.work import Key

from .builders import approve, cc, company, definition, member, people
from .world import World

CROWD = [f"m{number:03}" for number in range(500)]
BIG = company(*[member(each, "east") for each in CROWD])
ONE = definition(approve("head", people("head")), approve("cfo", people("cfo")))
EVERYBODY = definition(approve("all", people(*CROWD), mode="all"), cc("told", people(*CROWD[:100])))


def crowded() -> World:
    world = World(BIG)
    world.publish(EVERYBODY)
    return world


def state(world: World, run_id: str) -> Run:
    return world.do(lambda work: world.runs.get(work, run_id), "rep").run


def test_an_execution_waits_for_a_run_and_ends_with_it() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    assert list(world.executions.started) == [f"{run_id}-1"]
    assert len(world.executions.waiting) == 1
    world.decide("head")
    world.settle()
    assert len(world.executions.waiting) == 1
    world.decide("cfo")
    world.settle()
    assert world.executions.waiting == {}
    assert list(world.executions.started) == [f"{run_id}-1"]


def test_only_ids_travel() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit(customer="机密客户")
    world.settle()
    (payload,) = world.executions.started.values()
    assert set(payload) == {"tenant_id", "run_id", "generation", "round", "pause"}
    assert payload["run_id"] == run_id
    assert "机密" not in json.dumps(payload, ensure_ascii=False)


def test_five_hundred_approvers_all_get_their_todo_in_steps_that_fit() -> None:
    world = crowded()
    run_id = world.submit()
    assert sum(bool(world.todos(each)) for each in CROWD) == 12
    world.settle()
    assert all(len(world.todos(each)) == 1 for each in CROWD)
    assert world.table.largest <= 100
    assert world.forms.shared[run_id] == set(CROWD)
    opened = [event for event in world.table.events if event.type == "flows.TaskOpened"]
    assert sorted(task["assignee_id"] for event in opened for task in event.data["tasks"]) == CROWD


def test_a_rejection_empties_five_hundred_lists() -> None:
    world = crowded()
    world.submit()
    world.settle()
    world.decide("m250", "reject")
    world.settle()
    assert not any(world.todos(each) for each in CROWD)
    assert world.executions.waiting == {}


def test_a_hundred_copies_are_all_delivered_after_the_end() -> None:
    world = crowded()
    run_id = world.submit()
    world.settle()
    for each in CROWD:
        world.decide(each)
    world.settle()
    assert state(world, run_id).status == "approved"
    copied = [world.lists.page(world.work(each), "cc", "", 10, None).items for each in CROWD[:100]]
    assert all(len(items) == 1 for items in copied)
    assert world.table.largest <= 100


def test_a_dead_execution_is_picked_up_by_the_start_next_epoch() -> None:
    world = crowded()
    run_id = world.submit()
    world.deliver()
    world.turn()
    world.executions.die()
    state = world.table.rows.get(Key(f"run#{run_id}", "park"))
    assert state is None, "it died before it could leave a token"
    world.do(lambda work: world.run_executions.restart_execution(work, run_id, 1))
    assert world.executions.started[f"{run_id}-2"]["pause"] == 60
    world.settle()
    assert all(len(world.todos(each)) == 1 for each in CROWD)


def test_executions_that_died_waiting_are_found_by_the_next_ring() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.executions.die()
    world.decide("head")
    world.do(lambda work: world.run_executions.signal(work, run_id))
    assert list(world.executions.started) == [f"{run_id}-1", f"{run_id}-2"]
    world.settle()
    assert list(world.executions.waiting.values()) == [f"{run_id}-2"]


def test_of_two_who_find_the_bell_dead_one_starts_the_start_next_epoch() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.executions.die()
    first, second = world.work(), world.work()
    world.run_executions.signal(first, run_id)
    world.run_executions.signal(second, run_id)
    world.table.commit(first)
    world.do(lambda work: world.run_executions.signal(work, run_id))
    assert list(world.executions.started) == [f"{run_id}-1", f"{run_id}-2"]


def test_an_execution_that_was_overtaken_ends_when_it_looks() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.do(lambda work: world.run_executions.restart_execution(work, run_id, 1))
    world.settle()
    old = next(token for token, name in world.executions.waiting.items() if name.endswith("-1"))
    world.executions.send_task_success(old)
    world.turn()
    assert list(world.executions.waiting.values()) == [f"{run_id}-2"]


def test_an_execution_started_before_its_row_was_written_adopts_the_row() -> None:
    """Whoever started it died before his transaction."""
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.executions.die()
    world.run_executions.signal(world.work(), run_id)
    world.settle()
    assert world.table.rows[Key(f"run#{run_id}", "park")].doc["generation"] == 2


def test_a_late_death_notice_of_an_old_generation_starts_nothing() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.do(lambda work: world.run_executions.restart_execution(work, run_id, 1))
    world.settle()
    world.do(lambda work: world.run_executions.restart_execution(work, run_id, 1))
    assert len(world.executions.started) == 2


def test_a_finished_run_needs_no_execution() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.executions.die()
    world.decide("head", "reject")
    world.deliver()
    world.do(lambda work: world.run_executions.restart_execution(work, run_id, 1))
    assert len(world.executions.started) == 1


def test_parking_rings_itself_if_the_run_went_on_meanwhile() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.deliver()
    world.decide("head", "reject")
    world.executions.ready.clear()
    world.executions.waiting["late"] = f"{run_id}-1"
    world.do(lambda work: world.run_executions.wait_for_signal(work, run_id, 1, "late"))
    assert world.executions.ready == [f"{run_id}-1"]


def test_an_act_between_reading_and_parking_is_not_missed() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    parking = world.work()
    world.executions.waiting["new"] = f"{run_id}-1"
    world.run_executions.wait_for_signal(parking, run_id, 1, "new")
    world.decide("head", "reject")
    with pytest.raises(Contended):
        world.table.commit(parking)
    world.do(lambda work: world.run_executions.wait_for_signal(work, run_id, 1, "new"))
    assert "new" not in world.executions.waiting


def test_a_run_of_very_many_rounds_goes_on_in_a_new_execution() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.executions.started[f"{run_id}-1"]["round"] = MAX_ROUNDS
    world.executions.send_task_success(next(iter(world.executions.waiting)))
    world.settle()
    assert list(world.executions.waiting.values()) == [f"{run_id}-2"]


def test_the_periodic_check_finds_a_death_that_nobody_told() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.executions.die()
    for _ in range(2):
        world.do(lambda work: world.run_executions.check(work, run_id))
        world.settle()
    assert list(world.executions.started) == [f"{run_id}-1", f"{run_id}-2"]
    assert list(world.executions.waiting.values()) == [f"{run_id}-2"]


def test_the_periodic_check_finds_a_run_whose_first_message_was_lost() -> None:
    world = crowded()
    run_id = world.submit()
    world.heard = len(world.table.events)
    world.do(lambda work: world.run_executions.check(work, run_id))
    assert not world.executions.started, "its first message may be on the way"
    world.now += YOUNG
    world.do(lambda work: world.run_executions.check(work, run_id))
    world.settle()
    assert all(len(world.todos(each)) == 1 for each in CROWD)


def test_a_death_in_the_middle_of_a_start_is_found_by_the_check_after_the_next() -> None:
    """The name of the next epoch is used up, and its execution died before it could adopt the row."""
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.now += YOUNG
    world.executions.start(f"{run_id}-2", {})
    world.executions.die()
    for _ in range(2):
        world.do(lambda work: world.run_executions.check(work, run_id))
    assert world.executions.ready == [f"{run_id}-3"]


def test_the_check_rings_where_the_message_of_somebody_who_left_was_lost() -> None:
    world = World()
    world.publish(ONE)
    run_id = world.submit()
    world.settle()
    world.directory.company = company(replace(member("head", "east"), active=False, successor_id="director"))
    world.now += YOUNG
    for _ in range(2):
        world.do(lambda work: world.run_executions.check(work, run_id))
        world.settle()
    assert len(world.todos("director")) == 1
    assert list(world.executions.started) == [f"{run_id}-1"]


def test_only_runs_that_need_an_execution_are_watched() -> None:
    world = crowded()
    run_id = world.submit()
    watched = Key("watched_runs", run_id)
    world.settle()
    assert watched in world.table.rows
    world.decide("m250", "reject")
    assert watched in world.table.rows, "five hundred lists are behind"
    world.settle()
    assert watched not in world.table.rows
    world.do(lambda work: work.index(watched, {}))
    world.do(lambda work: world.run_executions.check(work, run_id))
    assert watched not in world.table.rows


def test_a_run_that_never_was_is_let_be() -> None:
    world = World()
    world.do(lambda work: world.run_executions.signal(work, "0" * 26))
    assert world.do(lambda work: world.run_executions.run_pending_work(work, "0" * 26, 1, 0)) == "end"
    assert world.executions.started == {}


def test_doubled_and_reordered_events_change_nothing() -> None:
    world = crowded()
    run_id = world.submit()
    world.settle()
    before = dict(world.table.rows)
    started = len(world.executions.started)
    for envelope in reversed(world.table.events):
        if envelope.type.startswith("flows.Run"):
            world.do(lambda work: world.run_executions.signal(work, run_id))
            world.settle()
    after = dict(world.table.rows)
    state = Key(f"run#{run_id}", "park")
    del before[state], after[state]
    assert after == before
    assert len(world.executions.started) == started
