"""Somebody leaves: his to-dos go to the successor, at once the first few, then by the machines of their runs."""

from dataclasses import replace
from functools import partial

import pytest

from chalicelib.flows.engine.errors import SuccessorIsInitiator
from chalicelib.flows.service.handover import AT_ONCE
from chalicelib.kernel.work import Work

from .builders import approve, company, definition, member, people
from .world import World

ONE = definition(approve("head", people("head")))


def asked(count: int) -> World:
    world = World()
    world.publish(ONE)
    for _ in range(count):
        world.submit()
    world.settle()
    return world


def leave(world: World, who: str, successor: str) -> None:
    """As the directory does: hand over with the deactivation, then tell."""
    world.do(lambda work: world.handover.hand_over(work, who, successor), "chair")
    world.directory.company = company(replace(member(who, "east"), active=False, successor_id=successor))


def wake_rest(world: World, who: str) -> None:
    """As the reaction does, each in a unit of work of its own."""
    for run_id in world.do(lambda work: world.handover.left_behind(work, who)):
        world.do(partial(_wake, world, run_id))


def _wake(world: World, run_id: str, work: Work) -> None:
    world.run_executions.signal(work, run_id)


def test_the_first_few_change_hands_in_the_same_transaction() -> None:
    world = asked(AT_ONCE + 3)
    assert world.do(lambda work: world.lists.count_todos(work, "head")) == AT_ONCE + 3
    leave(world, "head", "director")
    assert len(world.todos("director")) == AT_ONCE
    assert len(world.todos("head")) == 3
    assert world.table.largest <= 90, "the directory's own rows must fit too"


def test_the_rest_follows_by_the_machines() -> None:
    world = asked(AT_ONCE + 3)
    leave(world, "head", "director")
    wake_rest(world, "head")
    world.settle()
    assert world.todos("head") == []
    assert len(world.todos("director")) == AT_ONCE + 3
    for _ in range(AT_ONCE + 3):
        world.decide("director")
    assert world.todos("director") == []


def test_runs_that_are_still_being_listed_fit_the_transaction_too() -> None:
    crowd = [member(f"m{number:03}", "east") for number in range(100)]
    world = World(company(*crowd))
    world.publish(definition(approve("all", people("head", *[each.id for each in crowd]), mode="all")))
    for _ in range(AT_ONCE):
        world.submit()
    leave(world, "head", "director")
    assert world.table.largest <= 90
    assert len(world.todos("director")) <= AT_ONCE
    world.settle()
    assert len(world.todos("director")) == AT_ONCE


def test_hearing_of_it_twice_changes_nothing() -> None:
    world = asked(AT_ONCE + 1)
    leave(world, "head", "director")
    for _ in range(2):
        wake_rest(world, "head")
        world.settle()
    assert len(world.todos("director")) == AT_ONCE + 1


def test_a_successor_who_would_approve_his_own_is_refused_and_nothing_changes() -> None:
    world = asked(1)
    with pytest.raises(SuccessorIsInitiator):
        leave(world, "head", "rep")
    assert len(world.todos("head")) == 1


def test_a_member_without_todos_leaves_without_more() -> None:
    world = asked(1)
    leave(world, "cfo", "chair")
    assert world.todos("chair") == []
