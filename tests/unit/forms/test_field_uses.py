"""Which places name a field, and what becomes of them in a copy of the form."""

from typing import Any

from chalicelib.forms.domain.copying import copied
from chalicelib.forms.domain.field_uses import FieldUse, uses_of_form, uses_within

from .made import doc, form, formula

MINE, OTHER, COPY = "a" * 26, "b" * 26, "c" * 26


def link(identity: str, to: str, **options: Any) -> dict[str, Any]:
    return doc(identity, "link", {"forms": [to], **options})


def named(found: Any) -> list[str]:
    return [use.name for use in found]


def test_a_formula_uses_what_it_reads_and_a_column_means_its_own_row_first() -> None:
    lines = doc("lines", "lines", {"columns": [doc("price", "number"), formula("sum", "price * rate")]})
    made = form(doc("price", "number"), doc("rate", "number"), lines, formula("total", "SUM(lines.sum) + price"))
    assert named(uses_within(made, "price")) == ["total"]
    assert named(uses_within(made, "lines.price")) == ["sum"]
    assert named(uses_within(made, "rate")) == ["sum"]
    assert named(uses_within(made, "lines")) == ["total"]
    assert named(uses_within(made, "total")) == []


def test_settings_of_fields_that_name_another() -> None:
    test = {"field": "owner", "op": "eq", "value": {"field": "buyer"}}
    stage = {"value": "won", "required": ["amount"], "reason": "why", "entry": {"field": "ready", "op": "not_empty"}}
    made = form(
        link("customer", OTHER, filter={"all": [test]}),
        doc("phone", "lookup", {"link": "customer", "from": "tel", "mode": "live"}),
        doc("no", "serial", {"template": "{region}-{0000}"}),
        doc("step", "stage", {"pipelines": [{"value": "p", "stages": [stage]}], "amount": "worth"}),
    )
    assert named(uses_within(made, "buyer")) == ["customer"]
    assert named(uses_within(made, "customer")) == ["phone"]
    assert named(uses_within(made, "region")) == ["no"]
    assert [named(uses_within(made, each)) for each in ("amount", "why", "ready", "worth")] == [["step"]] * 4


def test_parts_of_the_form_that_name_a_field() -> None:
    rule = {"id": "r", "when": {"formula": "amount > 5"}, "then": [{"act": "require", "fields": ["note"]}]}
    group = {
        "id": "g",
        "name": "财务",
        "rows": {"field": "amount", "op": "gt", "value": "5"},
        "fields": {"note": "hidden"},
    }
    made = form(
        doc("amount", "number"),
        title="{note}",
        list=["amount"],
        rules=[rule],
        balances=[{"id": "b", "name": "预算", "on": "item", "limit": {"field": "amount"}, "amount": "amount"}],
        access={"groups": [group]},
        duplicates=[{"id": "note", "fields": [{"field": "amount"}]}],
        unique_together=[["note", "item"]],
    )
    assert list(uses_within(made, "amount")) == [
        FieldUse("list"),
        FieldUse("duplicates"),
        FieldUse("rule", number=1),
        FieldUse("balance", "预算"),
        FieldUse("access", "财务"),
    ]
    assert [use.kind for use in uses_within(made, "note")] == ["title", "unique_together", "rule", "access"]
    assert [use.kind for use in uses_within(made, "item")] == ["unique_together", "balance"]


def test_an_unfinished_draft_can_be_asked() -> None:
    strange = [
        {"type": "gone", "name": "x", "id": "x"},
        formula("f", "1 +"),
        doc("l", "link", {"forms": 5, "columns": 3}),
    ]
    assert list(uses_within(form(*strange), "x")) == []
    assert list(uses_of_form(form(*strange), OTHER, "x")) == []


def test_what_another_form_shows_of_it() -> None:
    rolled = {"form": OTHER, "link": "buyer", "function": "sum", "of": "lines.amount", "where": [{"field": "kind"}]}
    made = form(
        link("customer", OTHER, columns=["tel"], filter={"field": "kind", "op": "eq", "value": "a"}),
        doc("phone", "lookup", {"link": "customer", "from": "tel", "mode": "live"}),
        doc("sum", "rollup", rolled),
        balances=[{"id": "b", "name": "额度", "on": "customer", "limit": {"field": "credit"}, "amount": "x"}],
    )
    assert named(uses_of_form(made, OTHER, "tel")) == ["customer", "phone"]
    assert named(uses_of_form(made, OTHER, "kind")) == ["customer", "sum"]
    assert named(uses_of_form(made, OTHER, "lines")) == ["sum"]
    assert named(uses_of_form(made, OTHER, "credit")) == ["额度"]
    assert named(uses_of_form(made, MINE, "tel")) == []


def test_a_copy_links_to_itself_where_the_form_did() -> None:
    rows = doc("rows", "lines", {"columns": [link("part", MINE), link("product", OTHER)]})
    rolled = doc("sum", "rollup", {"form": MINE, "link": "parent", "function": "count"})
    made = form(link("parent", MINE), rows, rolled, balances=[], layout={"parts": []})
    copy = copied(made, MINE, COPY, "zh-CN")
    parent, lines, rollup = copy["fields"]
    assert parent["options"]["forms"] == [COPY]
    assert [column["options"]["forms"] for column in lines["options"]["columns"]] == [[COPY], [OTHER]]
    assert rollup["options"]["form"] == COPY
    assert copy["name"] == "Form 副本"
    assert "layout" in copy
    assert "balances" not in copy


def test_the_name_of_a_copy_fits_in_every_language() -> None:
    made = {**form(), "name": {"zh-CN": "单" * 100, "en": "Order"}}
    name = copied(made, MINE, COPY, "en")["name"]
    assert name["en"] == "Order (copy)"
    assert (len(name["zh-CN"]), name["zh-CN"][-3:]) == (100, " 副本")
