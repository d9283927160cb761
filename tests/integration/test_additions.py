"""Amounts that are added to under a condition: exact, never above what they may come to, added once."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from chalicelib.aws.table import table
from chalicelib.kernel.errors import Conflict, Contended
from chalicelib.kernel.unit_of_work import Key, Row, UnitOfWork

Works = Callable[..., UnitOfWork]
KEY = Key("pot", "a")
LIMIT = {"taken": Decimal(100)}


class Short(Conflict):
    code = "short"


def pot(work: Works, taken: str = "0") -> None:
    first = work()
    first.create(KEY, "pot", {"name": "预算"}, amounts={"taken": Decimal(taken), "held": Decimal(taken)})
    table().commit(first)


def found(work: UnitOfWork) -> Row:
    row = table().get(work, KEY)
    assert row is not None
    return row


def take(work: UnitOfWork, amount: str, **more: object) -> None:
    work.add(found(work), {"taken": Decimal(amount)}, most=LIMIT, **more)  # type: ignore[arg-type]


def test_what_is_added_is_added_exactly_and_the_document_stays(work: Works) -> None:
    pot(work, "0.1")
    for amount in ("0.2", "333333333333.333333333333"):
        adding = work()
        adding.add(found(adding), {"taken": Decimal(amount)})
        table().commit(adding)
    row = found(work())
    assert row.amounts == {"taken": Decimal("333333333333.633333333333"), "held": Decimal("0.1")}
    assert (row.doc, row.version) == ({"name": "预算"}, 3)


def test_two_who_read_the_same_both_add_if_there_is_room_for_both(work: Works) -> None:
    pot(work)
    one, two = work(), work()
    take(one, "50")
    take(two, "50")
    table().commit(one)
    table().commit(two)
    assert found(work()).amounts["taken"] == 100


def test_the_one_for_whom_there_is_no_room_left_is_refused(work: Works) -> None:
    pot(work)
    one, two = work(), work()
    take(one, "50")
    take(two, "50.01", refusal=Short())
    table().commit(one)
    with pytest.raises(Short):
        table().commit(two)
    assert found(work()).amounts["taken"] == 50


def test_without_a_refusal_who_finds_no_room_runs_again(work: Works) -> None:
    pot(work, "60")
    late = work()
    take(late, "50")
    with pytest.raises(Contended):
        table().commit(late)


def test_several_additions_of_one_work_are_judged_as_one(work: Works) -> None:
    pot(work, "60")
    moving = work()
    take(moving, "30")
    assert found(moving).amounts["taken"] == 90
    moving.add(found(moving), {"taken": Decimal(0), "held": Decimal(-30)})
    take(moving, "20")
    with pytest.raises(Contended):
        table().commit(moving)
    assert found(work()).amounts == {"taken": 60, "held": 60}


def test_a_row_that_this_work_makes_can_be_added_to(work: Works) -> None:
    first = work()
    first.create(KEY, "pot", {}, amounts={"taken": Decimal(5)})
    first.add(found(first), {"taken": Decimal(7), "used": Decimal(1)})
    table().commit(first)
    row = found(work())
    assert dict(row.amounts) == {"taken": Decimal(12), "used": Decimal(1)}
    assert row.version == 1


def test_nothing_is_added_to_a_row_that_is_gone(work: Works) -> None:
    pot(work)
    late, remover = work(), work()
    take(late, "1")
    remover.remove(found(remover))
    table().commit(remover)
    with pytest.raises(Contended):
        table().commit(late)
    assert table().get(work(), KEY) is None


def test_a_commit_that_is_told_twice_adds_once(work: Works) -> None:
    pot(work)
    adding = work()
    adding.create(Key("thing", "b"), "thing", {})
    take(adding, "10")
    table().commit(adding)
    table().commit(adding)
    assert found(work()).amounts["taken"] == 10


def test_who_needs_a_row_to_be_absent_is_told_when_it_is_there(work: Works) -> None:
    needing = work()
    needing.require_absent(KEY, kind="pot", refusal=Short())
    needing.create(Key("thing", "b"), "thing", {})
    pot(work)
    with pytest.raises(Short):
        table().commit(needing)
