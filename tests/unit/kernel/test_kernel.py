"""Ids, money, time and the unit of work: the small things that everything leans on."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import from_text, to_text
from chalicelib.kernel.ids import base_id, derived_id, is_address, is_id, new_id, new_ordered_id, number_of, numbered_id
from chalicelib.kernel.money import parse_decimal, round_money, to_wire
from chalicelib.kernel.unit_of_work import Key, Row, UnitOfWork

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def test_ids_have_one_shape_and_no_key_delimiter() -> None:
    made = {new_id() for _ in range(1000)} | {new_ordered_id(NOW), derived_id("a", "b")}
    assert len(made) == 1002
    assert all(is_id(text) and "#" not in text for text in made)


def test_ordered_ids_sort_by_time() -> None:
    made = [new_ordered_id(NOW + timedelta(milliseconds=n)) for n in range(50)]
    assert made == sorted(made)


@pytest.mark.parametrize("text", ["", "a" * 25, "A" * 26, "a" * 26 + "\n", "i" * 26, None, 5])
def test_what_is_no_id_is_not_taken_for_one(text: Any) -> None:
    assert not is_id(text)


def test_a_numbered_id_says_what_it_follows_from() -> None:
    made = numbered_id("a" * 26, 12)
    assert (base_id(made), number_of(made)) == ("a" * 26, 12)
    assert (base_id("a" * 26), number_of("a" * 26)) == ("a" * 26, 0)
    assert is_address(made)
    assert is_address("a" * 26)
    assert not is_id(made)


@pytest.mark.parametrize("end", [".", ".0", ".01", ".1.2", ".x", ".1234567", ".1\n", "#1"])
def test_what_is_no_numbered_id_is_not_taken_for_one(end: str) -> None:
    assert not is_address("a" * 26 + end)


def test_derived_ids_do_not_confuse_parts() -> None:
    assert derived_id("ab", "c") != derived_id("a", "bc")


def test_money_is_exact() -> None:
    assert parse_decimal("0.1") + parse_decimal("0.2") == Decimal("0.3")
    assert to_wire(round_money(Decimal("2.345"), "CNY")) == "2.35"
    assert to_wire(round_money(Decimal("2.5"), "JPY")) == "3"


@pytest.mark.parametrize(
    "value", ["１２", "1e5", " 1", "1 ", "", "1.", ".5", "NaN", "Infinity", 0.1, True, "1" * 29, "--1"]
)
def test_what_is_no_plain_decimal_is_refused(value: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError will do
        parse_decimal(value)


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=6))
def test_a_decimal_survives_the_wire(value: Decimal) -> None:
    assert parse_decimal(to_wire(value)) == value


def test_moments_are_utc_and_sort_as_text() -> None:
    shanghai = datetime(2026, 11, 22, 16, 0, tzinfo=timezone(timedelta(hours=8)))
    assert to_text(shanghai) == "2026-11-22T08:00:00.000Z"
    assert from_text("2026-11-22T16:00:00+08:00") == NOW
    with pytest.raises(ValueError, match="2026"):
        from_text("2026-11-22T16:00:00")


def test_a_work_keeps_one_change_a_key_and_a_write_beats_a_check() -> None:
    work = UnitOfWork(Actor("t" * 26), NOW)
    row = Row(Key("a", "b"), "thing", {}, 3)
    work.require(row)
    work.replace(row, {"n": 1})
    work.require(row)
    work.replace(row, {"n": 2}, amend=True)
    assert [(change.doc, change.version, change.check_only) for change in work.changes] == [({"n": 2}, 3, False)]
