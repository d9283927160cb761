"""The slots of a company in the table: few, its own, and free again by themselves."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from chalicelib.aws.table import table
from chalicelib.integrations.domain.deliveries import LEASE, SLOTS
from chalicelib.integrations.store import SlotRepository
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

Make = Callable[..., UnitOfWork]


def take(work: UnitOfWork) -> int | None:
    slot = SlotRepository().take(work)
    table().commit(work)
    return slot


def test_a_company_gets_as_many_as_there_are_and_another_its_own(work: Make) -> None:
    taken = [take(work()) for _ in range(SLOTS + 1)]
    assert set(taken) == {*range(SLOTS), None}
    assert take(work(system_actor("s" * 26))) is not None


def test_a_slot_given_back_can_be_taken(work: Make) -> None:
    taken = [take(work()) for _ in range(SLOTS)]
    done = work()
    SlotRepository().free(done, taken[2] or 0)
    table().commit(done)
    assert take(work()) == taken[2]


def test_a_slot_that_was_left_is_free_when_its_lease_is_over(work: Make) -> None:
    first = work()
    for _ in range(SLOTS):
        take(work(now=first.now))
    assert take(work(now=first.now + LEASE - timedelta(seconds=1))) is None
    assert take(work(now=first.now + LEASE)) is not None


def test_of_two_that_take_the_same_slot_one_chooses_again(work: Make) -> None:
    for _ in range(SLOTS - 1):
        take(work())
    one, other = work(), work()
    assert SlotRepository().take(one) == SlotRepository().take(other)
    table().commit(one)
    with pytest.raises(Contended):
        table().commit(other)
