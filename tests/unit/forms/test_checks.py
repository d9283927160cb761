"""What keeps a definition from being published, and where the editor is told."""

from typing import Any

import pytest

from chalicelib.forms.domain.changes import changes
from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.definition import read_definition, storage_types

from .made import CNY, doc, form, formula

LINES = {"columns": [doc("quantity", "number"), doc("price", "money", CNY)]}


def found(*fields: dict[str, Any], **more: Any) -> dict[str, str]:
    return {fault.path: fault.code for fault in problems(form(*fields, **more))}


BROKEN: list[tuple[list[dict[str, Any]], dict[str, str]]] = [
    ([], {"/fields": "no_fields"}),
    ([doc("a", "wizard")], {"/fields/0/type": "unknown_type"}),
    ([doc("a", "text"), doc("a", "date")], {"/fields/1/id": "duplicate_id"}),
    ([doc("a", "money")], {"/fields/0/options/currency": "schema_required"}),
    ([doc("a", "money", {"currency": "XXX"})], {"/fields/0/options/currency": "schema_enum"}),
    ([doc("a", "text", {"regex": "(a+)+$"})], {"/fields/0/options/regex": "schema_additional"}),
    ([doc("a", "number", {"min": "5", "max": "1"})], {"/fields/0/options/min": "min_above_max"}),
    ([doc("a", "number", {"min": "５"})], {"/fields/0/options/min": "schema_format"}),
    ([doc("a", "date", {"min": "2026-02-30"})], {"/fields/0/options/min": "no_such_date"}),
    ([doc("a", "choice", {"choices": []})], {"/fields/0/options/choices": "schema_min_items"}),
    ([doc("a", "choice", {"choices": [{"value": "x"}] * 2})],
     {"/fields/0/options/choices/1/value": "duplicate_choice"}),
    ([doc("a", "long_text", indexed=True)], {"/fields/0/indexed": "cannot_be_indexed"}),
    ([doc("a", "lines", LINES, unique=True)], {"/fields/0/unique": "cannot_be_unique"}),
    ([doc("a", "text", {"max_length": 500}, indexed=True)], {"/fields/0/options/max_length": "indexed_text_length"}),
    ([doc("a", "text", {"mask": "9", "format": "url"})], {"/fields/0/options/mask": "format_and_mask"}),
    ([doc("a", "number", default="x")], {"/fields/0/default": "not_a_number"}),
    ([doc("a", "serial", {"template": "X"})], {"/fields/0/options/template": "serial_counter"}),
    ([doc("a", "serial", {"template": "{0000}{nn}"})], {"/fields/0/options/template": "serial_segment"}),
    ([doc("a", "serial", {"template": "{mm}{0000}", "reset": "month"})], {"/fields/0/options/reset": "serial_reset"}),
    ([doc(each, "serial", {"template": "{0}"}) for each in "ab"], {"/fields/1/type": "second_serial"}),
    ([formula("a", "1", "money")], {"/fields/0/options/currency": "currency_missing"}),
    ([formula("a", "b+1")], {"/fields/0/options/expression": "formula_unknown_name"}),
    ([formula("a", "1", "text")], {"/fields/0/options/expression": "formula_result"}),
    ([formula("a", "b"), formula("b", "a")], {"/fields/0/options/expression": "formula_cycle"}),
    ([formula("a", "a")], {"/fields/0/options/expression": "formula_cycle"}),
    ([doc("a", "lines", {"columns": [doc("b", "lines")]})], {"/fields/0/options/columns/0/type": "column_type"}),
    ([doc("a", "lines", {"columns": [doc("b", "money")]})],
     {"/fields/0/options/columns/0/options/currency": "schema_required"}),
    ([doc("a", "lines", {"columns": [doc("b", "text", unique=True)]})],
     {"/fields/0/options/columns/0/unique": "cannot_be_unique"}),
    ([doc(f"f{index}", "text", indexed=True) for index in range(11)], {"/fields": "too_many_indexed"}),
    ([doc(f"f{index}", "text", unique=True) for index in range(11)], {"/fields": "too_many_unique"}),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_definition_is_told_by_path(fields: list[dict[str, Any]], expected: dict[str, str]) -> None:
    assert found(*fields) == expected


def test_a_cycle_through_lines_is_named() -> None:
    columns = [doc("price", "money", CNY), formula("share", "price / total", "number")]
    fields = [doc("lines", "lines", {"columns": columns}), formula("total", "SUM(lines.share)")]
    fault = problems(form(*fields))[0]
    assert fault.code == "formula_cycle"
    assert set(str(dict(fault.params)["cycle"]).split(" → ")) == {"total", "lines.share"}


def test_all_faults_come_at_once() -> None:
    assert found(doc("a", "number", {"min": "2", "max": "1"}), formula("b", "nope"), title="{gone}") == {
        "/fields/0/options/min": "min_above_max",
        "/fields/1/options/expression": "formula_unknown_name",
        "/title": "title_field",
    }


def test_title_and_list_name_what_can_be_shown() -> None:
    fields = [doc("a", "text"), doc("lines", "lines", LINES)]
    assert found(*fields, title="{a} {lines}", list=["a", "lines", "b"]) == {
        "/title": "title_field",
        "/list/1": "list_field",
        "/list/2": "list_field",
    }


def test_an_id_keeps_its_meaning_for_as_long_as_the_form_lives() -> None:
    first = form(doc("a", "money", CNY), doc("lines", "lines", LINES))
    known = storage_types(read_definition(first).fields)
    second = form(doc("a", "money", {"currency": "USD"}), doc("lines", "lines", {"columns": [doc("quantity", "text")]}))
    assert {fault.path: fault.code for fault in problems(second, known)} == {
        "/fields/0/type": "type_changed",
        "/fields/1/options/columns/0/type": "type_changed",
    }
    assert problems(first, known) == []


def test_changes_are_listed_for_the_builder() -> None:
    before = form(doc("a", "text"), doc("b", "number"), doc("lines", "lines", LINES))
    columns = [*LINES["columns"], doc("note", "text")]
    after = form(
        doc("c", "date"),
        doc("lines", "lines", {"columns": columns}),
        doc("a", "text", {"max_length": 5}, required=True),
    )
    assert changes(before, after) == [
        {"change": "field_added", "id": "c", "name": "c"},
        {"change": "field_added", "id": "lines.note", "name": "note"},
        {"change": "field_changed", "id": "a", "name": "a", "parts": ["required", "options.max_length"]},
        {"change": "field_removed", "id": "b", "name": "b"},
        {"change": "fields_moved"},
    ]
    assert changes(None, after) == [{"change": "form_created"}]


def test_a_formula_is_checked_although_another_field_is_not_finished() -> None:
    unfinished = doc("kind", "choice", {"choices": [{"value": ""}]})
    amount = doc("amount", "money")
    said = {
        "/fields/0/options/choices/0/value": "schema_min_length",
        "/fields/1/options/currency": "schema_required",
    }
    assert found(unfinished, amount, formula("a", "amount * 2")) == said
    assert found(unfinished, amount, formula("a", "amount * ")) == {
        **said,
        "/fields/2/options/expression": "formula_syntax",
    }
    assert found(unfinished, amount, formula("a", "kind * 2")) == {
        **said,
        "/fields/2/options/expression": "formula_type",
    }


@pytest.mark.parametrize(
    ("kind", "sound"), [("number", "x * 2"), ("date", 'DATEDIF(x, TODAY(), "D")'), ("text", "LEN(x)")]
)
def test_an_unfinished_formula_still_is_what_its_result_says(kind: str, sound: str) -> None:
    assert found(formula("x", "", kind), formula("a", sound)) == {"/fields/0/options/expression": "schema_min_length"}


def test_an_unfinished_truth_and_the_columns_of_an_unfinished_table_can_be_named() -> None:
    table = doc(
        "lines", "lines", {"max_rows": 0, "columns": [doc("price", "number"), formula("sum", "nonsense(", "money")]}
    )
    assert found(formula("x", "", "boolean"), table, formula("a", "IF(x, SUM(lines.price), SUM(lines.sum))")) == {
        "/fields/0/options/expression": "schema_min_length",
        "/fields/1/options/max_rows": "schema_minimum",
    }


def test_one_faulty_formula_does_not_hide_a_circle_of_others() -> None:
    assert found(formula("a", "1 +"), formula("b", "c"), formula("c", "b")) == {
        "/fields/0/options/expression": "formula_syntax",
        "/fields/1/options/expression": "formula_cycle",
    }
