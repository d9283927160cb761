"""Rows keep the attribute names that the release before reads; either name is read."""

from typing import Any

import pytest

from chalicelib.forms.domain.form_state import read_head
from chalicelib.kernel.unit_of_work import Key, Row

HEAD = {
    "id": "f" * 26, "name": "表", "description": "", "created_by": "", "created_at": "", "updated_at": "", "version": 2,
}  # fmt: skip
STORED = {"natures": {"total": "money:CNY"}, "building": ["total"]}
NAMED = {"storage_types": {"total": "money:CNY"}, "reindexing": ["total"]}


def row(doc: dict[str, Any]) -> Row:
    return Row(Key("form", "head"), "form", doc, 1)


@pytest.mark.parametrize("attributes", [STORED, NAMED])
def test_a_head_is_read_by_either_name_and_written_by_the_stored_one(attributes: dict[str, Any]) -> None:
    head = read_head({**HEAD, **attributes, "later": "unknown"}, row({}))
    assert (head.storage_types, list(head.reindexing)) == ({"total": "money:CNY"}, ["total"])
    assert STORED.items() <= head.doc().items()
    assert not NAMED.keys() & head.doc().keys()


def test_a_head_without_them_has_none() -> None:
    head = read_head(HEAD, row({}))
    assert (head.storage_types, head.reindexing) == ({}, ())
