"""The values of an earlier moment come back from the history of changes, however they changed."""

from typing import Any, cast

import pytest

from chalicelib.forms.domain.records import Record, differences, undone
from chalicelib.forms.service.earlier_values import values_at
from chalicelib.forms.service.ports import RecordStore
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import UnitOfWork

ROWS = [{"product": "球阀", "price": "5"}, {"product": "闸阀", "price": "6"}, {"product": "蝶阀"}]
BEFORE: dict[str, Any] = {"customer": "华东", "total": "11", "lines": ROWS, "tags": ["a"]}


@pytest.mark.parametrize(
    "after",
    [
        BEFORE,
        {},
        {**BEFORE, "customer": "华南", "note": "新"},
        {
            **BEFORE,
            "lines": [{"product": "球阀", "price": "7"}, {"product": "闸阀"}, {"product": "蝶阀", "price": "1"}],
        },
        {**BEFORE, "lines": ROWS[:1]},
        {**BEFORE, "lines": [*ROWS, {"product": "旋塞阀"}, {"product": "针阀"}]},
        {**BEFORE, "lines": [], "tags": ["a", "b"]},
    ],
)
def test_undoing_what_changed_gives_what_was(after: dict[str, Any]) -> None:
    assert undone(after, differences(BEFORE, after)) == BEFORE
    assert undone(BEFORE, differences(after, BEFORE)) == after


class History:
    """Entries of a record, newest first, page by page."""

    def __init__(self, *entries: tuple[str, list[dict[str, Any]]]) -> None:
        self.entries = [{"at": at, "changes": changes} for at, changes in reversed(entries)]
        self.read = 0

    def history(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None) -> Page[dict[str, Any]]:
        start = int(cursor or 0)
        found = self.entries[start : start + limit]
        self.read += len(found)
        more = start + limit < len(self.entries)
        return Page(tuple(found), str(start + limit) if more else None)


def _at(history: History, values: dict[str, Any], moment: str) -> dict[str, Any]:
    record = Record("r", "f", 1, values, "rejected", "m", "t1", "m", "t9")
    return values_at(cast(RecordStore, history), cast(UnitOfWork, None), record, moment)


def test_only_what_happened_after_the_moment_is_undone() -> None:
    first, second, third = {"total": "1"}, {"total": "2", "note": "x"}, {"total": "3"}
    history = History(
        ("t1", []),
        ("t2", differences(first, second)),
        ("t3", [{"field": "@state", "before": "draft", "after": "rejected"}]),
        ("t4", differences(second, third)),
    )
    assert _at(history, third, "t4") == third
    assert _at(history, third, "t3") == second
    assert _at(history, third, "t2") == second
    assert _at(history, third, "t1") == first


def test_a_change_that_is_told_in_several_entries_is_undone_as_one() -> None:
    after = {**BEFORE, "lines": ROWS[:1]}
    changes = differences(BEFORE, after)
    history = History(("t1", []), ("t2", changes[:1]), ("t2", changes[1:]))
    assert _at(history, after, "t1") == BEFORE


def test_history_is_read_only_as_far_as_it_is_needed() -> None:
    history = History(*((f"t{number:03d}", []) for number in range(400)))
    assert _at(history, {"total": "1"}, "t395") == {"total": "1"}
    assert history.read == 50
