"""Numbers for many records at once: one write, none twice, none skipped."""

from collections.abc import Callable

import pytest

from chalicelib.aws.table import table
from chalicelib.forms import wiring
from chalicelib.forms.service.serials import Serials
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

from .quote import Desk, field, quote_definition, quote_values

Reserve = Callable[[int], tuple[UnitOfWork, tuple[str, ...]]]


def last(numbers: tuple[str, ...]) -> list[int]:
    return [int(number.rpartition("-")[2]) for number in numbers]


@pytest.fixture
def reserve(desk: Desk) -> Reserve:
    """So many numbers of the desk's form, recorded in a unit of work that is not committed yet."""

    def ask(count: int) -> tuple[UnitOfWork, tuple[str, ...]]:
        work = UnitOfWork(system_actor(desk.company.id), utc_now())
        form = wiring.form_repository().form(work, desk.form_id)
        return work, Serials(wiring.form_repository(), wiring.company()).reserve(work, form, [{}] * count)

    return ask


def test_a_block_lies_between_the_numbers_before_and_after_it(desk: Desk, reserve: Reserve) -> None:
    assert last((desk.filled()["serial"],)) == [1]
    work, numbers = reserve(500)
    assert last(numbers) == list(range(2, 502))
    assert len(work.changes) == 1
    table().commit(work)
    assert last((desk.filled()["serial"],)) == [502]


def test_of_two_who_reserve_at_once_one_runs_again(desk: Desk, reserve: Reserve) -> None:
    first, _ = reserve(3)
    second, _ = reserve(3)
    table().commit(first)
    with pytest.raises(Contended):
        table().commit(second)
    assert last(reserve(2)[1]) == [4, 5]


def test_what_is_not_committed_is_not_taken(desk: Desk, reserve: Reserve) -> None:
    reserve(10)
    assert last((desk.filled(quote_values())["serial"],)) == [1]


def test_a_form_without_a_serial_field_has_none_to_give(desk: Desk) -> None:
    plain = quote_definition(fields=[field("note", "text", "备注")], title="{note}", list=["note"])
    other = Desk.open(desk.company, plain)
    work = UnitOfWork(system_actor(desk.company.id), utc_now())
    form = wiring.form_repository().form(work, other.form_id)
    assert Serials(wiring.form_repository(), wiring.company()).reserve(work, form, [{}] * 5) == ()
    assert work.changes == []
