"""Rows keep the attribute names that the release before reads; either name is read."""

from typing import Any

import pytest

from chalicelib.forms.store.forms import HEADS

HEAD = {
    "id": "f" * 26, "name": "表", "description": "", "created_by": "", "created_at": "", "updated_at": "", "version": 2,
}  # fmt: skip
STORED = {"natures": {"total": "money:CNY"}, "building": ["total"]}
NAMED = {"storage_types": {"total": "money:CNY"}, "reindexing": ["total"]}


@pytest.mark.parametrize("attributes", [STORED, NAMED])
def test_a_head_is_read_by_either_name_and_written_by_the_stored_one(attributes: dict[str, Any]) -> None:
    head = HEADS.load({**HEAD, **attributes, "later": "unknown"}, revision=1)
    assert (head.storage_types, head.reindexing) == ({"total": "money:CNY"}, ("total",))
    assert STORED.items() <= HEADS.dump(head).items()
    assert not NAMED.keys() & HEADS.dump(head).keys()


def test_a_head_without_them_has_none() -> None:
    head = HEADS.load(HEAD, revision=1)
    assert (head.storage_types, head.reindexing) == ({}, ())
