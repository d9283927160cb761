"""Lists for those who may not read all: bounded, and the same whatever others have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from typing import Any, NamedTuple, cast

import pytest

from chalicelib.forms.domain.definition import Form, read_definition
from chalicelib.forms.domain.errors import ListTooLong
from chalicelib.forms.domain.records import ALL_ORDERS, ListRow
from chalicelib.forms.service.entrance import Entrance
from chalicelib.forms.service.lists import MAX_SCANNED, MAX_SORTED, Asked, Count, Lists
from chalicelib.forms.service.ports import Company, FormStore, RecordStore
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.ids import new_ordered_id
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import Key, Row, UnitOfWork

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
FORM, ME = "f" * 26, "m" * 26
FIELDS: list[dict[str, Any]] = [{"id": "title", "type": "text", "name": "标题", "indexed": True}]
DEFINITION = read_definition({"name": "合同", "list": ["title"], "fields": FIELDS})
WORK = UnitOfWork(Actor("t" * 26, ME, "我"), NOW)


class Stretch(NamedTuple):
    rows: tuple[Row, ...]
    last: str | None


class Around:
    """A company of which only zone and language are asked."""

    def zone(self, work: UnitOfWork) -> tzinfo:
        return UTC

    def language(self, work: UnitOfWork) -> str:
        return "zh-CN"


@dataclass
class Shelf:
    """One member's lists: `live` are there, `dead` were deleted since. Cursors are sort keys in the open.

    Of every `held`th of the live their own list has the entry; at the others it points, as at those that are dead.
    """

    live: list[str]
    dead: Iterable[str] = ()
    held: int = 0

    def form(self, work: UnitOfWork, form_id: str) -> Form:
        return Form(form_id, 1, DEFINITION, ordered=frozenset(ALL_ORDERS))

    def read(
        self, work: UnitOfWork, partition: str, *, newest_first: bool, limit: int, after: str | None, **_: Any
    ) -> Stretch:
        held = set(self.live[:: self.held] if self.held else ())
        here = held if partition.startswith("visible#") else {*self.live, *self.dead} - held
        ids = sorted(here, reverse=newest_first)
        ids = [each for each in ids if after is None or (each < after if newest_first else each > after)]
        rows = [Row(Key(partition, each), "record_seen", card(each), 1) for each in ids[:limit]]
        return Stretch(tuple(rows), ids[limit - 1] if len(ids) > limit else None)

    def cards(self, work: UnitOfWork, form: Form, record_ids: Iterable[str]) -> list[ListRow]:
        alive = frozenset(self.live)
        return [card(each) for each in record_ids if each in alive]

    def open(self, work: UnitOfWork, cursor: str, bound: str) -> str:
        return cursor

    def seal(self, work: UnitOfWork, place: str, bound: str) -> str:
        return place

    def lists(self) -> Lists:
        forms, records, company = cast(FormStore, self), cast(RecordStore, self), cast(Company, Around())
        return Lists(forms, records, self, company, Entrance(forms, records, company))


def card(identity: str) -> ListRow:
    moment = "2026-11-25T08:00:00.000Z"
    moments = {"created_at": moment, "updated_at": moment, "state_at": moment}
    return {"id": identity, "created_by": ME, "serial": "", "title": "", "values": {"title": identity[-3:]}, **moments}


def ids(count: int) -> list[str]:
    return sorted(new_ordered_id(NOW) for _ in range(count))


def pages(shelf: Shelf, asked: Asked, limit: int) -> Iterator[Page[ListRow]]:
    cursor = None
    while True:
        page = shelf.lists().records(WORK, FORM, asked, limit=limit, cursor=cursor)
        yield page
        cursor = page.next_cursor
        if cursor is None:
            return


@pytest.mark.parametrize("asked", [Asked(), Asked("@created_at"), Asked("title"), Asked("-@state_at")])
@pytest.mark.parametrize("filters", ["", '[{"field": "title", "op": "lt", "value": "h"}]'])
@pytest.mark.parametrize("held", [0, 1, 3])
def test_pages_and_cursors_do_not_depend_on_what_is_gone(asked: Asked, filters: str, held: int) -> None:
    live, dead = ids(30), ids(300)
    question = replace(asked, filters=filters)
    for limit in (1, 7, 29, 30, 31):
        alone = list(pages(Shelf(live), question, limit))
        assert list(pages(Shelf(live, dead, held), question, limit)) == alone
        found = [each["id"] for page in alone for each in page.items]
        wanted = [each for each in live if not filters or each[-3:] < "h"]
        assert sorted(found) == wanted
        assert all(len(page.items) == limit for page in alone[:-1])


def test_what_is_looked_through_for_a_page_is_counted_in_what_one_may_see() -> None:
    live, dead = ids(MAX_SCANNED + 1), ids(500)
    never = Asked(filters='[{"field": "title", "op": "eq", "value": "nothing"}]')
    first, second = pages(Shelf(live, dead), never, 5)
    assert (first.items, first.next_cursor) == ((), live[1])
    assert (second.items, second.next_cursor) == ((), None)
    assert [page.next_cursor for page in pages(Shelf(live[1:], dead), never, 5)] == [None]


def test_another_order_is_refused_beyond_a_bound_that_is_named() -> None:
    live = ids(MAX_SORTED + 1)
    assert len(Shelf(live[1:], ids(9)).lists().records(WORK, FORM, Asked("title")).items) == 20
    with pytest.raises(ListTooLong) as refused:
        Shelf(live).lists().records(WORK, FORM, Asked("title"))
    assert refused.value.params == {"limit": MAX_SORTED}
    assert len(Shelf(live).lists().records(WORK, FORM, Asked()).items) == 20


def test_a_count_is_exact_up_to_its_bound() -> None:
    live, dead = ids(MAX_SCANNED + 1), ids(50)
    assert Shelf(live[1:], dead).lists().count(WORK, FORM, Asked()) == Count(MAX_SCANNED, exact=True)
    assert Shelf(live, dead).lists().count(WORK, FORM, Asked()) == Count(MAX_SCANNED, exact=False)
    assert Shelf([], dead).lists().count(WORK, FORM, Asked()) == Count(0, exact=True)
