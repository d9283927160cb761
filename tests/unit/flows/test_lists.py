"""How many to-dos are counted: one query, and never more than a badge says."""

from typing import Any, cast

import pytest

from chalicelib.flows.service.lists import Lists
from chalicelib.flows.service.ports import Forms
from chalicelib.kernel.page import MAX_PAGE, Page
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..directory.builders import work


class Entries:
    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[str] = []

    def page(
        self, work: UnitOfWork, kind: str, member_id: str, form_id: str, *, limit: int, cursor: str | None
    ) -> Page[dict[str, Any]]:
        self.asked.append(member_id)
        shown = min(self.count, limit, MAX_PAGE)
        return Page(tuple({} for _ in range(shown)), "more" if self.count > shown else None)

    def show(self, *_: Any, **__: Any) -> None: ...
    def hide(self, *_: Any, **__: Any) -> None: ...


@pytest.mark.parametrize(
    ("there", "told"),
    [(0, (0, False)), (1, (1, False)), (99, (99, False)), (100, (99, True)), (101, (99, True)), (5000, (99, True))],
)
def test_counts_to_ninety_nine_with_one_query(there: int, told: tuple[int, bool]) -> None:
    doing, entries = work(), Entries(there)
    assert Lists(entries, cast(Forms, None)).waiting(doing) == told
    assert entries.asked == [doing.actor.member_id]
