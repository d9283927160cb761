"""The unit of work records what a commit must expect."""

import pytest

from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Conflict
from chalicelib.kernel.events import Event
from chalicelib.kernel.unit_of_work import NEVER, ROWS, Expect, Key, Row, TooManyRows, UnitOfWork, WrittenTwice

TENANT = "t" * 26

ROW = Row(Key("record#1", "state"), "record", {}, 3, expires_at=1_800_000_000)


@pytest.fixture
def work() -> UnitOfWork:
    return UnitOfWork(system_actor(TENANT), utc_now())


def test_a_replaced_row_expires_when_it_did() -> None:
    work = UnitOfWork(system_actor("t" * 26), utc_now())
    work.replace(ROW, {"a": 1})
    assert work.changes[0].expires_at == 1_800_000_000


def test_never_takes_an_expiry_back() -> None:
    work = UnitOfWork(system_actor("t" * 26), utc_now())
    work.replace(ROW, {"a": 1}, expires_at=NEVER)
    assert work.changes[0].expires_at is None


def test_what_is_slow_is_made_once_for_all_runs_of_a_request() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "hash"

    first = UnitOfWork(system_actor("t" * 26), utc_now())
    again = UnitOfWork(system_actor("t" * 26), utc_now(), request_cache=first.request_cache)
    another = UnitOfWork(system_actor("t" * 26), utc_now())
    assert [work.memoize(("hash", "password"), make) for work in (first, again, another)] == ["hash"] * 3
    assert len(made) == 2


def named(number: int) -> Key:
    return Key("thing", f"{number:03d}")


def test_what_is_written_is_read_back(work: UnitOfWork) -> None:
    row = Row(named(1), "thing", {"n": 1}, 4, expires_at=1_800_000_000)
    assert work.written(TENANT, row.key) == (False, None)
    work.require(row)
    assert work.written(TENANT, row.key) == (False, None)
    work.replace(row, {"n": 2})
    assert work.written(TENANT, row.key) == (True, row._replace(doc={"n": 2}, operation_id=work.operation_id))
    work.remove(row, amend=True)
    assert work.written(TENANT, row.key) == (True, None)


def test_a_second_write_of_a_row_says_so_and_keeps_what_the_first_expected(work: UnitOfWork) -> None:
    refusal = Conflict()
    work.create(named(1), "thing", {"n": 1}, refusal=refusal)
    _, row = work.written(TENANT, named(1))
    assert row is not None
    with pytest.raises(WrittenTwice):
        work.replace(row, {"n": 2})
    work.replace(row, {"n": 2}, amend=True)
    (change,) = work.changes
    assert (change.doc, change.expect, change.refusal) == ({"n": 2}, Expect.ABSENT, refusal)


def test_a_derived_entry_follows_its_row(work: UnitOfWork) -> None:
    work.index(named(1), {"n": 1})
    work.index(named(1), {"n": 2})
    work.unindex(named(2))
    work.index(named(2), {"n": 3})
    assert [change.doc for change in work.changes] == [{"n": 2}, {"n": 3}]


def test_one_row_too_many_is_refused_as_it_is_written_and_told_by_kind(work: UnitOfWork) -> None:
    for number in range(ROWS - 1):
        work.create(named(number), "thing", {})
    work.emit(Event("tests.Happened", {}))
    with pytest.raises(TooManyRows) as refused:
        work.index(named(ROWS), {})
    assert refused.value.kinds == {"thing": ROWS - 1, "outbox": 1, "index": 1}
    assert refused.value.params["limit"] == ROWS


@pytest.mark.parametrize(("before", "written", "left"), [(95, 5, 0), (96, 3, 2), (99, 0, 5)])
def test_deferred_writes_fill_the_room_that_is_left_and_the_others_are_told_of(
    work: UnitOfWork, before: int, written: int, left: int
) -> None:
    work.defer(
        range(5), lambda n: work.index(Key("late", str(n)), {}), lambda rest: Event("tests.Left", {"rest": [*rest]})
    )
    for number in range(before):
        work.index(named(number), {})
    work.settle()
    assert [change.key.sort for change in work.changes[before:]] == [str(n) for n in range(written)]
    assert [event.data for event in work.events] == ([{"rest": [*range(5)][-left:]}] if left else [])
    assert work.rows <= ROWS


def test_of_several_deferrals_each_is_told_of(work: UnitOfWork) -> None:
    for name in ("one", "two"):
        entries = [Key(name, str(n)) for n in range(60)]
        work.defer(entries, lambda key: work.index(key, {}), lambda rest: Event("tests.Left", {"count": len(rest)}))
    work.settle()
    assert (work.rows, [event.data for event in work.events]) == (ROWS, [{"count": 21}])
