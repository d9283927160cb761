"""Figures where much happens at once: a hundred orders of one customer, an edit between read and commit, deaths."""

import json
from functools import partial
from typing import Any

import pytest

from app import roll_up
from chalicelib.aws.table import TenantTable
from chalicelib.forms import wiring
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..conftest import Answer
from ..directory.company import Company
from ..race import race
from .rolled import Sales
from .test_rollups import shown

CROWD = 5
"""Consumers that have read everything before any of them commits."""


@pytest.fixture
def sales(company: Company) -> Sales:
    return Sales.open(company)


def saved(sales: Sales, customer: dict[str, Any], answers: list[Answer]) -> None:
    """Somebody saves the customer with half the credit."""
    answers.append(sales.customers.change(customer, credit="500"))


def test_a_hundred_orders_counted_by_crowds_that_read_before_any_commits_end_exact(
    sales: Sales, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    customer = sales.customer()
    for number in range(100):
        sales.order(customer, f"{number}.01", product=str(number % 7))
    told = sales.bus.waiting()
    for first in range(0, len(told), CROWD):
        crowd = [partial(sales.bus.deliver, [each]) for each in told[first : first + CROWD]]
        race(monkeypatch, crowd)
    found = sales.values(customer)
    assert shown(found, "orders", "sum", "most", "least", "kinds") == ["100", "4951.00", "99.01", "0.01", "7"]
    assert len({str(each) for each in sales.entries(customer)}) == 1


def test_who_edits_the_customer_meanwhile_wins_and_the_order_is_counted_after(
    sales: Sales, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer = sales.customer()
    sales.order(customer, "100")
    told = sales.bus.waiting()
    answers: list[Answer] = []
    edit = partial(saved, sales, customer, answers)
    race(monkeypatch, [partial(sales.bus.deliver, told), edit])
    assert [each.status for each in answers] == [200]
    assert shown(sales.values(customer), "sum", "free", "credit") == ["100.00", "400.00", "500.00"]
    assert {each["values"]["free"] for each in sales.entries(customer)} == {"400.00"}


def test_an_order_counted_while_somebody_saves_the_customer_is_in_what_they_saved(
    sales: Sales, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer = sales.customer()
    sales.order(customer, "100")
    told = sales.bus.waiting()
    answers: list[Answer] = []
    edit = partial(saved, sales, customer, answers)
    race(monkeypatch, [edit, partial(sales.bus.deliver, told)])
    assert [each.status for each in answers] == [200]
    assert shown(answers[0].body["values"], "sum", "free") == ["100.00", "400.00"]
    assert {each["values"]["free"] for each in sales.entries(customer)} == {"400.00"}


def test_a_death_before_any_commit_loses_nothing_and_counts_nothing_twice(
    sales: Sales, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = sales.customer("first"), sales.customer("second")
    order = sales.order(first, "100")
    sales.bus.settle()
    sales.orders.change(order, customer=second["id"], amount="40")
    (event,) = sales.bus.waiting()
    commit, left = TenantTable.commit, [0]

    def dying(self: TenantTable, work: UnitOfWork) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise RuntimeError("the function died")
        commit(self, work)

    body = {"Records": [{"messageId": "1", "body": json.dumps({"detail": event})}]}
    for lives in range(4):
        left[0] = lives
        with monkeypatch.context() as patched:
            patched.setattr(TenantTable, "commit", dying)
            roll_up(body, None)
    assert shown(sales.values(first), "orders", "sum", "most") == ["0", "0.00", None]
    assert shown(sales.values(second), "orders", "sum", "most") == ["1", "40.00", "40.00"]


def test_the_nightly_look_finds_a_figure_that_drifted_and_nothing_else(sales: Sales) -> None:
    customer = sales.customer()
    order = sales.order(customer, "100", product="A", day="2026-11-01", lines=[{"pieces": "2"}])
    sales.order(customer, "20", product="B", day="2026-11-02")
    sales.bus.settle()
    work = UnitOfWork(system_actor(sales.company.id), utc_now())
    assert wiring.recounting().verify(work, customer["id"]).drifted == ()
    sales.orders.change(order, amount="70")
    again = UnitOfWork(system_actor(sales.company.id), utc_now())
    assert wiring.recounting().verify(again, customer["id"]).drifted == ("sum", "mean", "most")
