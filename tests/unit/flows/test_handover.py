"""Somebody leaves: their to-dos go to the successor, the first few at once, then run by run."""

from dataclasses import replace
from functools import partial

import pytest

from chalicelib.flows.engine.errors import SuccessorIsInitiator
from chalicelib.flows.service.handover import AT_ONCE
from chalicelib.kernel.unit_of_work import UnitOfWork

from .builders import approve, company, definition, member, people
from .company_fixture import CompanyFixture

ONE = definition(approve("head", people("head")))


def asked(count: int) -> CompanyFixture:
    fixture = CompanyFixture()
    fixture.publish(ONE)
    for _ in range(count):
        fixture.submit()
    fixture.settle()
    return fixture


def leave(fixture: CompanyFixture, who: str, successor: str) -> None:
    """As the directory does: hand over with the deactivation, then tell."""
    fixture.do(lambda work: fixture.handover.hand_over(work, who, successor), "chair")
    fixture.directory.company = company(replace(member(who, "east"), active=False, successor_id=successor))


def pass_rest_on(fixture: CompanyFixture, who: str) -> None:
    """As the job does, each in a unit of work of its own."""
    for run_id in fixture.do(lambda work: fixture.handover.left_behind(work, who)):
        fixture.do(partial(_pass_on, fixture, run_id, who))


def _pass_on(fixture: CompanyFixture, run_id: str, who: str, work: UnitOfWork) -> None:
    fixture.handover.pass_on(work, run_id, who)


def test_the_first_few_change_hands_in_the_same_transaction() -> None:
    fixture = asked(AT_ONCE + 3)
    assert fixture.do(lambda work: fixture.lists.count_todos(work, "head")) == AT_ONCE + 3
    leave(fixture, "head", "director")
    assert len(fixture.todos("director")) == AT_ONCE
    assert len(fixture.todos("head")) == 3
    assert fixture.table.largest <= 90, "the directory's own rows must fit too"


def test_the_rest_follows_run_by_run() -> None:
    fixture = asked(AT_ONCE + 3)
    leave(fixture, "head", "director")
    pass_rest_on(fixture, "head")
    fixture.settle()
    assert fixture.todos("head") == []
    assert len(fixture.todos("director")) == AT_ONCE + 3
    for _ in range(AT_ONCE + 3):
        fixture.decide("director")
    assert fixture.todos("director") == []


def test_runs_that_are_still_being_listed_fit_the_transaction_too() -> None:
    crowd = [member(f"m{number:03}", "east") for number in range(100)]
    fixture = CompanyFixture(company(*crowd))
    fixture.publish(definition(approve("all", people("head", *[each.id for each in crowd]), mode="all")))
    for _ in range(AT_ONCE):
        fixture.submit()
    leave(fixture, "head", "director")
    assert fixture.table.largest <= 90
    assert len(fixture.todos("director")) <= AT_ONCE
    fixture.settle()
    assert len(fixture.todos("director")) == AT_ONCE


def test_hearing_of_it_twice_changes_nothing() -> None:
    fixture = asked(AT_ONCE + 1)
    leave(fixture, "head", "director")
    for _ in range(2):
        pass_rest_on(fixture, "head")
        fixture.settle()
    assert len(fixture.todos("director")) == AT_ONCE + 1


def test_a_successor_who_would_approve_his_own_is_refused_and_nothing_changes() -> None:
    fixture = asked(1)
    with pytest.raises(SuccessorIsInitiator):
        leave(fixture, "head", "rep")
    assert len(fixture.todos("head")) == 1


def test_a_member_without_todos_leaves_without_more() -> None:
    fixture = asked(1)
    leave(fixture, "cfo", "chair")
    assert fixture.todos("chair") == []
