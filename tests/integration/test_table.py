"""The traps of the store: races, retries that met their own success, tenants, cursors, limits."""

from collections.abc import Callable
from typing import Any

import pytest
from pynamodb.exceptions import TransactWriteError

from chalicelib.aws.cursor import CursorInvalid
from chalicelib.aws.table import table
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.errors import Conflict, Contended, TooLarge, Unavailable
from chalicelib.kernel.events import Event
from chalicelib.kernel.unit_of_work import ROWS, Key, UnitOfWork

from .conftest import Cloud

Works = Callable[..., UnitOfWork]
KEY = Key("thing", "a")
OTHER = system_actor("u" * 26)


class Taken(Conflict):
    code = "taken"


def put(work: Works, key: Key = KEY, **doc: Any) -> None:
    first = work()
    first.create(key, "thing", doc)
    table().commit(first)


def test_a_row_comes_back_as_written(work: Works) -> None:
    put(work, name="螺栓 🔩 𠮷")
    row = table().get(work(), KEY)
    assert row is not None
    assert (row.doc, row.version, row.kind) == ({"name": "螺栓 🔩 𠮷"}, 1, "thing")


def test_another_tenant_sees_nothing_under_the_same_key(work: Works) -> None:
    put(work)
    assert table().get(work(OTHER), KEY) is None
    assert table().query(work(OTHER), "thing").items == ()


def test_creating_twice_gives_the_refusal_of_the_domain(work: Works) -> None:
    put(work)
    second = work()
    second.create(KEY, "thing", {}, refusal=Taken())
    with pytest.raises(Taken):
        table().commit(second)


def test_of_two_writers_of_one_version_the_later_is_told_to_run_again(work: Works) -> None:
    put(work, n=1)
    one, two = work(), work()
    for writer, n in ((one, 2), (two, 3)):
        row = table().get(writer, KEY)
        assert row is not None
        writer.replace(row, {"n": n})
    table().commit(one)
    with pytest.raises(Contended):
        table().commit(two)
    stored = table().get(work(), KEY)
    assert stored is not None
    assert (stored.doc, stored.version) == ({"n": 2}, 2)


def test_nothing_of_a_refused_transaction_is_written(work: Works, cloud: Cloud) -> None:
    put(work)
    before = cloud.rows()
    second = work()
    second.create(Key("thing", "b"), "thing", {})
    second.emit(Event("tests.Happened", {}))
    second.create(KEY, "thing", {})
    with pytest.raises(Contended):
        table().commit(second)
    assert cloud.rows() == before


def test_a_commit_repeated_after_it_succeeded_is_a_success(work: Works) -> None:
    """What botocore does when the answer was lost: the same transaction again, against its own result."""
    first = work()
    first.create(KEY, "thing", {"n": 1})
    table().commit(first)
    table().commit(first)
    row = table().get(work(), KEY)
    assert row is not None
    assert row.version == 1


def test_an_answer_lost_on_the_way_back_is_found_in_the_table(work: Works) -> None:
    store = table()
    real = store._connection.transact_write_items

    def executed_but_unanswered(*args: Any, **kwargs: Any) -> None:
        real(*args, **kwargs)
        raise TransactWriteError("lost", TimeoutError())

    store._connection.transact_write_items = executed_but_unanswered
    first = work()
    first.create(KEY, "thing", {"n": 1})
    store.commit(first)
    assert store.get(work(), KEY) is not None


def test_an_answer_that_never_came_and_no_row_is_unavailable(work: Works) -> None:
    store = table()

    def never(*args: Any, **kwargs: Any) -> None:
        raise TransactWriteError("lost", TimeoutError())

    store._connection.transact_write_items = never
    first = work()
    first.create(KEY, "thing", {"n": 1})
    with pytest.raises(Unavailable):
        store.commit(first)


def test_pages_follow_each_other_without_gap_or_repeat(work: Works) -> None:
    for n in range(7):
        put(work, Key("list", f"{n:03d}"), n=n)
    found: list[int] = []
    after: str | None = None
    while True:
        page = table().query(work(), "list", limit=3, after=after)
        found += [row.doc["n"] for row in page.items]
        after = page.next_cursor
        if after is None:
            break
    assert found == list(range(7))


def test_a_cursor_of_another_tenant_or_list_or_a_forged_one_is_refused(work: Works) -> None:
    for n in range(3):
        put(work, Key("list", f"{n}"), n=n)
    cursor = table().query(work(), "list", limit=1).next_cursor
    assert cursor is not None
    for who, partition, token in (
        (work(OTHER), "list", cursor),
        (work(), "other-list", cursor),
        (work(), "list", "A" + cursor[1:] if cursor[0] != "A" else "B" + cursor[1:]),
        (work(), "list", "不是游标"),
    ):
        with pytest.raises(CursorInvalid):
            table().query(who, partition, after=token)


def test_too_many_rows_or_too_large_a_row_is_refused_with_the_limit(work: Works, cloud: Cloud) -> None:
    many = work()
    for n in range(ROWS):
        many.index(Key("list", f"{n:03d}"), {})
    with pytest.raises(TooLarge):
        many.index(Key("list", "one more"), {})
    large = work()
    large.create(KEY, "thing", {"text": "字" * 140_000})
    with pytest.raises(TooLarge):
        table().commit(large)
    assert cloud.rows() == []


def test_events_are_written_with_the_change_that_they_tell(work: Works, cloud: Cloud) -> None:
    first = work()
    first.create(KEY, "thing", {})
    first.emit(Event("tests.Happened", {"id": "a"}, subject="a"))
    table().commit(first)
    assert [event["type"] for event in cloud.events()] == ["tests.Happened"]
    assert cloud.events()[0]["tenant_id"] == "t" * 26


def test_a_page_of_big_rows_stays_short_and_goes_on_behind_its_cursor(work: Works) -> None:
    for n in range(15):
        put(work, Key("list", f"{n:03d}"), n=n, text="x" * 380_000)
    first = table().query(work(), "list", limit=15)
    assert 8 <= len(first.items) < 15
    second = table().query(work(), "list", limit=15, after=first.next_cursor)
    assert [row.doc["n"] for row in (*first.items, *second.items)] == list(range(15))
