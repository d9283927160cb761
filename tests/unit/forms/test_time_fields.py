"""Scores, times of day and ranges of days."""

import json
from typing import Any

import pytest

from chalicelib.flows.form_view import summary
from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.definition import Form
from chalicelib.forms.domain.fields import Fault, Field, Locale, filter_value, type_of
from chalicelib.forms.domain.record_query import parse_query
from chalicelib.forms.domain.records import index_key, title_of
from chalicelib.forms.domain.stored import stored_beside
from chalicelib.forms.domain.values import canonical_values

from .made import MOMENT, SHANGHAI, definition, doc, faults, field, form, formula
from .test_one_file_is_a_type import AROUND

LEAVE = {"from": "2026-11-22", "to": "2026-11-25"}


def canonical(of: Field, value: Any) -> Any:
    return type_of(of).canonical(of, value)


@pytest.mark.parametrize(
    ("of", "given", "stored"),
    [
        (field("rating"), 4, "4"),
        (field("rating"), "5.0", "5"),
        (field("rating", max=10), "10", "10"),
        (field("time"), "09:30", "09:30"),
        (field("time"), " 9:30 ", "09:30"),
        (field("time"), "23:59:00", "23:59"),
        (field("date_range"), LEAVE, LEAVE),
        (field("date_range"), "2026-11-22/2026-11-25", LEAVE),
        (field("date_range"), {"from": "2026-11-22", "to": "2026-11-22"}, {"from": "2026-11-22", "to": "2026-11-22"}),
    ],
)
def test_what_they_take(of: Field, given: Any, stored: Any) -> None:
    assert canonical(of, given) == stored
    assert canonical(of, stored) == stored


@pytest.mark.parametrize(
    ("of", "given", "path", "code"),
    [
        (field("rating"), "6", "", "above_max"),
        (field("rating"), 0, "", "below_min"),
        (field("rating"), "3.5", "", "too_many_places"),
        (field("rating"), "many", "", "not_a_number"),
        (field("time"), "24:00", "", "not_a_time"),
        (field("time"), "09:60", "", "not_a_time"),
        (field("time"), "09:30:15", "", "not_a_time"),
        (field("time"), 930, "", "not_a_time"),
        (field("time"), "０９:30", "", "full_width_digits"),
        (field("date_range"), {"from": "2026-11-25", "to": "2026-11-22"}, "", "range_order"),
        (field("date_range"), {"from": "2026-11-25"}, "", "not_a_range"),
        (field("date_range"), ["2026-11-22", "2026-11-25"], "", "not_a_range"),
        (field("date_range"), {"from": "2026-11-31", "to": "2026-12-01"}, "/from", "no_such_date"),
        (field("date_range", min="2026-11-23"), LEAVE, "/from", "below_min"),
        (field("date_range", max="2026-11-24"), LEAVE, "/to", "above_max"),
    ],
)
def test_what_they_refuse(of: Field, given: Any, path: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        canonical(of, given)
    assert (refused.value.path, refused.value.code) == (path, code)


def test_a_range_is_refused_where_it_is_wrong() -> None:
    found = definition(doc("leave", "date_range"))
    assert faults(found, {"leave": {"from": "soon", "to": "2026-11-25"}}) == {"/values/leave/from": "not_a_date"}
    assert [fault.code for fault in problems(form(doc("a", "date_range", {"min": "2026-02-30"})))] == ["no_such_date"]


def test_a_rating_that_the_form_would_not_give_any_more_stays() -> None:
    found = definition(doc("stars", "rating", {"max": 5}))
    held = stored_beside(found.fields, {"stars": 9}, {"stars": "9"}, tolerant=True)
    assert canonical_values(found, {"stars": 9}, MOMENT, held) == {"stars": "9"}
    assert faults(found, {"stars": 9}) == {"/values/stars": "above_max"}


def test_a_rating_is_computed_with_and_a_time_is_a_text() -> None:
    found = definition(
        doc("stars", "rating"), doc("at", "time"), formula("half", "stars / 2"), formula("told", '"from " & at', "text")
    )
    assert canonical_values(found, {"stars": 3, "at": "9:05"}, MOMENT) == {
        "stars": "3", "at": "09:05", "half": "1.5", "told": "from 09:05"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("op", "value", "passing"),
    [
        ("lt", "10:00", ["09:30"]),
        ("gte", "10:00", ["10:00", "22:15"]),
        ("between", ["9:00", "10:00"], ["09:30", "10:00"]),
        ("eq", "9:30", ["09:30"]),
    ],
)
def test_times_are_compared_as_times(op: str, value: Any, passing: list[str]) -> None:
    found = definition(doc("at", "time", indexed=True), list=["at"])
    query = parse_query(found, AROUND, filters=json.dumps([{"field": "at", "op": op, "value": value}]))
    times = ["09:30", "10:00", "22:15"]
    assert [each for each in times if query.passes({"values": {"at": each}})] == passing
    keys = [index_key(found.fields[0], each) for each in times]
    assert keys == sorted(keys)
    assert filter_value(found.fields[0], "9:30") == "09:30"


def test_a_title_and_a_card_tell_them_as_people_read_them() -> None:
    found = definition(doc("stars", "rating"), doc("leave", "date_range"), title="{stars} {leave}")
    values = {"stars": "4", "leave": LEAVE}
    assert title_of(found, values, Locale("en", SHANGHAI)) == "4/5 2026-11-22 – 2026-11-25"
    card = summary(Form("f" * 26, 1, found), values, ("stars", "leave"))
    assert [each["value"] for each in card] == ["4", "2026-11-22 – 2026-11-25"]
