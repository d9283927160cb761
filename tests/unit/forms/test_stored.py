"""A record that is older than its form: what is tolerated when it is changed, and what of it stays."""

from typing import Any

import pytest

from chalicelib.forms.domain.definition import Definition
from chalicelib.forms.domain.errors import RecordInvalid
from chalicelib.forms.domain.records import differences
from chalicelib.forms.domain.stored import stored_beside
from chalicelib.forms.domain.values import canonical_values

from .made import CNY, MOMENT, definition, doc, formula

ID, OTHER = "0123456789abcdefghjkmnpqrs", "1123456789abcdefghjkmnpqrs"
AB = {"choices": [{"value": "A"}, {"value": "B"}]}
FILE = {"id": ID, "name": "x.pdf", "size": 3, "content_type": "application/pdf"}
FILE_2 = {**FILE, "id": OTHER}


def changed(form: Definition, raw: dict[str, Any], stored: dict[str, Any], *, tolerant: bool = True) -> dict[str, Any]:
    return canonical_values(form, raw, MOMENT, stored_beside(form.fields, raw, stored, tolerant=tolerant))


def refused(form: Definition, raw: dict[str, Any], stored: dict[str, Any], *, tolerant: bool = True) -> dict[str, str]:
    try:
        changed(form, raw, stored, tolerant=tolerant)
    except RecordInvalid as error:
        return {fault.path: fault.code for fault in error.fields}
    return {}


NARROWED: list[tuple[dict[str, Any], Any, Any, str]] = [
    (doc("v", "text", {"max_length": 3}), "long text", "longer text", "text_too_long"),
    (doc("v", "text", {"min_length": 3}), "ab", "a", "text_too_short"),
    (doc("v", "text", {"mask": "AA-9"}), "old", "new", "format_mask"),
    (doc("v", "text", {"format": "phone"}), "old", "new", "format_phone"),
    (doc("v", "long_text", {"max_length": 3}), "a\nbcd", "a\nbcde", "text_too_long"),
    (doc("v", "number", {"decimals": 0}), "1.5", "2.5", "too_many_places"),
    (doc("v", "number", {"max": "10"}), "11", "12", "above_max"),
    (doc("v", "money", {**CNY, "decimals": 0}), "45.875", "45.876", "money_scale"),
    (doc("v", "money", {**CNY, "min": "10"}), "5.00", "6", "below_min"),
    (doc("v", "percent", {"decimals": 0}), "0.125", "0.126", "too_many_places"),
    (doc("v", "percent", {"max": "0.1"}), "0.2", "0.3", "above_max"),
    (doc("v", "date", {"min": "2026-01-01"}), "2025-01-01", "2025-01-02", "below_min"),
    (doc("v", "choice", AB), "C", "D", "not_a_choice"),
    (doc("v", "choices", AB), ["A", "C"], ["A", "D"], "not_a_choice"),
    (doc("v", "choices", {**AB, "max": 1}), ["A", "B"], ["A", "B", "B"], "duplicate_choice"),
    (doc("v", "attachment", {"max_files": 1}), [FILE, FILE_2], [FILE, FILE_2, {"id": "2" + ID[1:]}], "too_many_files"),
]


@pytest.mark.parametrize(("field", "stored", "other", "code"), NARROWED, ids=range(len(NARROWED)))
def test_an_unchanged_value_is_tolerated_and_a_changed_one_is_not(
    field: dict[str, Any], stored: Any, other: Any, code: str
) -> None:
    form = definition(field, doc("note", "text"))
    assert changed(form, {"v": stored, "note": "x"}, {"v": stored}) == {"v": stored, "note": "x"}
    assert set(refused(form, {"v": other}, {"v": stored}).values()) == {code}
    assert set(refused(form, {"v": stored}, {"v": stored}, tolerant=False)) != set()
    assert set(refused(form, {"v": stored}, {}).values()) != set()


IN_ROWS = [case for case in NARROWED if case[0]["type"] != "attachment"]


@pytest.mark.parametrize(("field", "stored", "other", "code"), IN_ROWS, ids=range(len(IN_ROWS)))
def test_the_same_holds_cell_by_cell(field: dict[str, Any], stored: Any, other: Any, code: str) -> None:
    form = definition(doc("lines", "lines", {"columns": [field, doc("n", "number")]}))
    rows = [{"n": "1", "v": stored}, {"n": "2", "v": stored}]
    assert changed(form, {"lines": [rows[0], {**rows[1], "n": "3"}]}, {"lines": rows})["lines"][1]["n"] == "3"
    moved = changed(form, {"lines": [rows[1], rows[0]]}, {"lines": rows})
    assert moved["lines"] == [rows[1], rows[0]]
    wrong = refused(form, {"lines": [{**rows[0], "v": other}, rows[1]]}, {"lines": rows})
    assert {path[:17]: each for path, each in wrong.items()} == {"/values/lines/0/v": code}
    added = refused(form, {"lines": [*rows, {"n": "9", "v": stored}]}, {"lines": rows})
    assert all(path.startswith("/values/lines/2/v") for path in added)
    assert added


def test_an_unchanged_number_may_be_written_in_another_way() -> None:
    form = definition(doc("v", "number", {"max": "10"}))
    assert changed(form, {"v": "12.50"}, {"v": "12.5"}) == {"v": "12.5"}


def test_what_was_chosen_before_may_stay_beside_what_is_chosen_now() -> None:
    form = definition(doc("v", "choices", {**AB, "max": 2}))
    assert changed(form, {"v": ["B", "C"]}, {"v": ["C", "A"]}) == {"v": ["B", "C"]}
    assert refused(form, {"v": ["A", "B", "C"]}, {"v": ["A", "C"]}) == {"/values/v": "too_many_chosen"}
    assert refused(form, {"v": ["D"]}, {"v": ["A", "C"]}) == {"/values/v": "not_a_choice"}


def test_as_many_rows_as_before_may_stay() -> None:
    form = definition(doc("lines", "lines", {"columns": [doc("n", "number")], "max_rows": 1, "min_rows": 1}))
    rows = [{"n": "1"}, {"n": "2"}, {"n": "3"}]
    assert len(changed(form, {"lines": [{"n": "4"}, *rows[1:]]}, {"lines": rows})["lines"]) == 3
    assert refused(form, {"lines": rows[:2]}, {"lines": rows}) == {"/values/lines": "too_many_rows"}
    assert refused(form, {"lines": rows}, {"lines": rows}, tolerant=False) == {"/values/lines": "too_many_rows"}


COLUMNS = [doc("product", "text", required=True), doc("n", "number"), formula("double", "n*2")]
FORM = definition(doc("name", "text"), doc("lines", "lines", {"columns": COLUMNS}))
STORED = {
    "name": "x",
    "gone": "5",
    "old_total": "12.00",
    "lines": [
        {"product": "a", "n": "1", "double": "2", "weight": "10", "old": "1"},
        {"product": "b", "n": "2", "double": "4", "weight": "20"},
        {"product": "c", "n": "3", "double": "6"},
    ],
}


def weights(rows: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(row["product"], row.get("weight")) for row in rows]


def visible(*products: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"product": product, "n": number} for product, number in products]


def test_the_api_takes_back_what_it_gave() -> None:
    for tolerant in (True, False):
        assert changed(FORM, STORED, STORED, tolerant=tolerant) == STORED
    assert differences(STORED, changed(FORM, STORED, STORED)) == []


def test_what_the_form_does_not_show_stays_though_nobody_sends_it() -> None:
    sent = {"name": "y", "lines": visible(("a", "1"), ("b", "2"), ("c", "3"))}
    after = changed(FORM, sent, STORED)
    assert after == {**STORED, "name": "y"}
    assert [change["field"] for change in differences(STORED, after)] == ["name"]


@pytest.mark.parametrize(
    ("products", "expected"),
    [
        ([("a", "9"), ("b", "2"), ("c", "3")], ["10", "20", None]),
        ([("a", "1"), ("c", "3")], ["10", None]),
        ([("b", "2"), ("c", "3")], ["20", None]),
        ([("a", "1"), ("new", "7"), ("b", "2"), ("c", "3")], ["10", None, "20", None]),
        ([("c", "3"), ("b", "2"), ("a", "1")], [None, "20", "10"]),
        ([("b", "2"), ("c", "3"), ("new", "7")], ["20", None, None]),
        ([("other", "8"), ("b", "2"), ("c", "3")], ["10", "20", None]),
        ([("p", "7"), ("q", "8")], [None, None]),
    ],
)
def test_cells_of_removed_columns_stay_with_their_row(
    products: list[tuple[str, str]], expected: list[str | None]
) -> None:
    after = changed(FORM, {"lines": visible(*products)}, STORED)
    assert weights(after["lines"]) == [(product, each) for (product, _), each in zip(products, expected, strict=True)]


def test_rows_that_carry_removed_cells_are_recognised_by_them() -> None:
    sent = {"lines": [{"product": "new", "n": "0"}, {"product": "zz", "n": "9", "weight": "20"}]}
    assert weights(changed(FORM, sent, STORED)["lines"]) == [("new", None), ("zz", "20")]


def test_what_was_removed_cannot_be_changed() -> None:
    for value in ("6", None, ""):
        assert refused(FORM, {"gone": value}, STORED) == {"/values/gone": "field_removed"}
    assert changed(FORM, {"gone": 5}, STORED)["gone"] == "5"
    row = {"product": "a", "n": "1", "weight": "11"}
    assert refused(FORM, {"lines": [row]}, STORED) == {"/values/lines/0/weight": "field_removed"}
    three = [row, *visible(("b", "2"), ("c", "3"))]
    assert refused(FORM, {"lines": three}, STORED) == {"/values/lines/0/weight": "field_removed"}


def test_a_field_that_never_was_does_not_pass() -> None:
    assert refused(FORM, {"never": "1"}, STORED) == {"/values/never": "schema_additional"}
    assert refused(FORM, {"lines": [{"product": "a", "n": "1", "never": 1}]}, STORED) == {
        "/values/lines/0/never": "schema_additional"
    }
    assert refused(FORM, {"gone": "5"}, {}) == {"/values/gone": "schema_additional"}


def test_a_removed_cell_is_not_copied_into_a_second_row() -> None:
    row = STORED["lines"][0]
    assert refused(FORM, {"lines": [row, row]}, STORED) == {
        "/values/lines/1/old": "schema_additional",
        "/values/lines/1/weight": "schema_additional",
    }


def test_what_is_required_now_is_asked_for() -> None:
    form = definition(doc("a", "text"), doc("b", "text", required=True))
    assert refused(form, {"a": "1"}, {"a": "1"}) == {"/values/b": "schema_required"}
