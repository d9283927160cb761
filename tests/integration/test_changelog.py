"""The change log: every change once, however the stream repeats and mixes them, and a reader that pages misses none."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.aws import changelog, outbox
from chalicelib.aws.table import TenantTable, table
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Unavailable
from chalicelib.kernel.events import Event
from chalicelib.kernel.ids import new_id
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from .conftest import Cloud

Works = Callable[..., UnitOfWork]
WRITERS = 100
FORM = "f" * 26


def change(record_id: str, version: int = 1) -> Event:
    data = {"record_id": record_id, "form_id": FORM, "version": version, "change": "created"}
    return Event("tests.Changed", data, subject=record_id)


def write(work: Works, record_id: str) -> None:
    """What a writer commits: the record's row, and the event that tells of it."""
    saving = work()
    saving.create(Key(f"record#{record_id}", "state"), "record", {})
    saving.emit(change(record_id))
    table().commit(saving)


def streamed(cloud: Cloud) -> list[dict[str, Any]]:
    rows = [item for item in cloud.rows() if item["kind"]["S"] == "outbox"]
    return [
        {"eventName": "INSERT", "dynamodb": {"NewImage": item, "SequenceNumber": str(number)}}
        for number, item in enumerate(rows)
    ]


class Reader:
    """Pages through the log from its beginning, a few entries at a time."""

    def __init__(self, work: Works) -> None:
        self._work = work
        self.found: list[changelog.Change] = []
        self.last = 0

    def page(self) -> None:
        items, self.last = changelog.read(self._work(), self.last, 7)
        self.found += items

    def to_the_end(self) -> None:
        before = -1
        while before != self.last:
            before = self.last
            self.page()


@pytest.mark.parametrize("seed", range(3))
def test_a_reader_that_pages_while_a_hundred_write_finds_what_the_table_has(
    work: Works, cloud: Cloud, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Relays come between each other's reading and writing, repeat what was relayed, and mix the order of commits."""
    chance, reader = random.Random(seed), Reader(work)
    written = [new_id() for _ in range(WRITERS)]
    waiting, relayed, depth = list(written), list[dict[str, Any]](), 0
    commit = TenantTable.commit

    def interleaved(self: TenantTable, saving: UnitOfWork) -> None:
        nonlocal depth
        if depth < 3 and any(each.key == changelog.HEAD for each in saving.changes) and chance.random() < 0.5:
            depth += 1
            relay_some()
            depth -= 1
        commit(self, saving)
        reader.page()

    def relay_some() -> None:
        for record_id in [waiting.pop() for _ in range(min(len(waiting), chance.randrange(8)))]:
            write(work, record_id)
        there = streamed(cloud)
        chance.shuffle(there)
        batch = there[: chance.randrange(1, 12)] + chance.sample(relayed, min(3, len(relayed)))
        relayed.extend(batch)
        assert outbox.relay({"Records": batch}) == {"batchItemFailures": []}

    monkeypatch.setattr(TenantTable, "commit", interleaved)
    monkeypatch.setattr(changelog, "FIRST_PAUSE", 0)
    while waiting or cloud.events():
        relay_some()
    reader.to_the_end()
    assert sorted(each.record_id for each in reader.found) == sorted(written)
    assert [each.number for each in reader.found] == list(range(1, WRITERS + 1))


def test_an_entry_says_what_happened_to_which_record(work: Works, cloud: Cloud) -> None:
    record_id = new_id()
    write(work, record_id)
    (event,) = cloud.events()
    outbox.relay({"Records": streamed(cloud)})
    ((entry,), last) = changelog.read(work(), None)
    assert entry == changelog.Change(
        1, event["id"], "created", record_id, FORM, 1, event["occurred_at"], event["actor_id"]
    )
    assert (last, changelog.head(work())) == (1, 1)


def test_a_change_of_something_else_is_relayed_and_no_entry(work: Works, cloud: Cloud) -> None:
    telling = work()
    telling.emit(Event("tests.DepartmentChanged", {"department_id": FORM, "change": "created"}, subject=FORM))
    table().commit(telling)
    assert outbox.relay({"Records": streamed(cloud)}) == {"batchItemFailures": []}
    assert cloud.events() == []
    assert changelog.read(work(), 0, 10) == changelog.Changes((), 0)


def test_what_the_stream_lost_is_entered_by_the_sweep(work: Works, cloud: Cloud) -> None:
    late = work(now=utc_now() - timedelta(minutes=5))
    late.emit(change(new_id()))
    table().commit(late)
    outbox.sweep(work(), utc_now())
    assert len(changelog.read(work(), None).items) == 1
    assert cloud.events() == []


def test_what_could_not_be_entered_is_relayed_again(work: Works, cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        write(work, new_id())
    records = streamed(cloud)
    with monkeypatch.context() as broken:

        def refuse(*_: Any) -> None:
            raise Unavailable(service="dynamodb")

        broken.setattr(changelog, "enter", refuse)
        assert len(outbox.relay({"Records": records})["batchItemFailures"]) == 3
    assert len(cloud.events()) == 3
    assert outbox.relay({"Records": records}) == {"batchItemFailures": []}
    assert len(changelog.read(work(), None).items) == 3


def test_a_company_reads_its_own_log_only(work: Works, cloud: Cloud) -> None:
    write(work, new_id())
    outbox.relay({"Records": streamed(cloud)})
    assert changelog.read(work(system_actor("b" * 26)), None) == ((), 0)


@pytest.fixture
def ten(work: Works, cloud: Cloud) -> None:
    for _ in range(10):
        write(work, new_id())
    outbox.relay({"Records": streamed(cloud)})


def expire(tenant_id: str, *numbers: int) -> None:
    for number in numbers:
        table().forget(tenant_id, Key("changelog", f"{number:014d}"))


@pytest.mark.usefixtures("ten")
def test_a_reader_is_told_that_what_it_wants_is_not_kept_any_more(work: Works) -> None:
    tenant_id = work().actor.tenant_id
    expire(tenant_id, 1, 2, 5)
    with pytest.raises(changelog.ChangesExpired):
        changelog.read(work(), 1)
    assert [each.number for each in changelog.read(work(), None).items] == [3, 4]
    with pytest.raises(changelog.ChangesExpired):
        changelog.read(work(), 4)
    expire(tenant_id, *range(1, 11))
    with pytest.raises(changelog.ChangesExpired):
        changelog.read(work(), 9)
    assert changelog.read(work(), 10) == ((), 10)
