"""Rules of a form, as saving checks them."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.definition import read_definition
from chalicelib.forms.domain.errors import RecordInvalid
from chalicelib.forms.domain.stored import stored_beside
from chalicelib.forms.domain.values import canonical_values

from .made import MOMENT, doc, formula

TEXT = {"zh-CN": "结束不能早于开始。", "en": "It cannot end before it starts."}
FIELDS = (
    doc("amount", "number"),
    doc("reason", "text", required=True),
    doc("note", "text"),
    doc("start", "date"),
    doc("end", "date"),
    formula("double", "amount * 2"),
    doc("lines", "lines", {"columns": [doc("item", "text", required=True), doc("price", "number")]}),
)
HIDE = {"act": "hide", "fields": ["amount"]}
MESSAGE = {"act": "message", "fields": ["amount"], "text": "no"}
BY_NOTE = {"field": "note", "op": "eq", "value": "x"}


def rule(when: str, *then: dict[str, Any], rule_id: str = "r1") -> dict[str, Any]:
    return {"id": rule_id, "when": {"formula": when}, "then": list(then)}


def when(condition: dict[str, Any], *then: dict[str, Any], otherwise: Any = ()) -> dict[str, Any]:
    return {"id": "r1", "when": condition, "then": list(then), "else": list(otherwise)}


def form(*rules: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {"name": "x", "fields": list(FIELDS), "rules": list(rules), **parts}


def saved(raw: dict[str, Any], *rules: dict[str, Any]) -> dict[str, Any]:
    return canonical_values(read_definition(form(*rules)), raw, MOMENT)


def refused(raw: dict[str, Any], *rules: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(RecordInvalid) as caught:
        saved(raw, *rules)
    return [(each.path, each.code) for each in caught.value.fields]


SHOW_REASON = rule("amount > 1000", {"act": "show", "fields": ["reason"]})
CLEAR_NOTE = rule("amount > 1000", {"act": "hide", "fields": ["note"], "when_hidden": "clear"})
KEEP_NOTE = rule("amount > 1000", {"act": "hide", "fields": ["note"]})
REQUIRE_NOTE = rule("amount > 1000", {"act": "require", "fields": ["note"]}, rule_id="r2")
ORDERED = rule("end < start", {"act": "message", "fields": ["end"], "text": TEXT})


def test_a_field_that_a_rule_shows_is_required_only_while_it_is_shown() -> None:
    assert saved({"amount": "5"}, SHOW_REASON) == {"amount": "5", "double": "10"}
    assert refused({"amount": "2000"}, SHOW_REASON) == [("/values/reason", "schema_required")]


def test_a_condition_that_is_blank_does_not_hold() -> None:
    assert "reason" not in saved({}, SHOW_REASON)


def test_a_hidden_field_keeps_its_value_or_is_emptied() -> None:
    raw = {"amount": "2000", "reason": "x", "note": "n"}
    assert saved(raw, KEEP_NOTE)["note"] == "n"
    assert "note" not in saved(raw, CLEAR_NOTE)
    assert saved({**raw, "amount": "1"}, CLEAR_NOTE)["note"] == "n"


def test_what_is_emptied_is_emptied_of_a_stored_record_too() -> None:
    stored = {"amount": "1", "reason": "x", "note": "n"}
    definition = read_definition(form(CLEAR_NOTE))
    sent = {**stored, "amount": "2000"}
    values = canonical_values(definition, sent, MOMENT, stored_beside(definition.fields, sent, stored))
    assert values == {"amount": "2000", "reason": "x", "double": "4000"}


def test_a_rule_requires_a_field_unless_it_is_hidden() -> None:
    raw = {"amount": "2000", "reason": "x"}
    assert refused(raw, REQUIRE_NOTE) == [("/values/note", "schema_required")]
    assert saved({**raw, "amount": "1"}, REQUIRE_NOTE)
    assert saved(raw, REQUIRE_NOTE, KEEP_NOTE)


def test_the_last_rule_that_holds_decides() -> None:
    again = rule("amount > 1500", {"act": "show", "fields": ["note"]}, rule_id="r3")
    assert refused({"amount": "2000", "reason": "x"}, KEEP_NOTE, again, REQUIRE_NOTE) == [
        ("/values/note", "schema_required")
    ]
    assert saved({"amount": "1200", "reason": "x"}, KEEP_NOTE, again, REQUIRE_NOTE)


def test_a_message_refuses_saving_in_the_language_of_the_reader() -> None:
    raw = {"reason": "x", "start": "2026-03-02", "end": "2026-03-01"}
    with pytest.raises(RecordInvalid) as caught:
        saved(raw, ORDERED)
    (fault,) = caught.value.fields
    assert (fault.path, fault.code) == ("/values/end", "rule_message")
    assert dict(fault.params)["text"] == TEXT[MOMENT.language]
    assert saved({**raw, "end": "2026-03-02"}, ORDERED)


def test_a_value_that_is_wrong_does_not_stop_the_other_faults_from_being_told() -> None:
    assert refused({"amount": "many"}, SHOW_REASON)[0][0] == "/values/amount"


@pytest.mark.parametrize(
    ("made", "path", "code"),
    [
        (rule("amount >", {"act": "hide", "fields": ["note"]}), "/rules/0/when/formula", None),
        (rule("amount + 1", {"act": "hide", "fields": ["note"]}), "/rules/0/when/formula", "formula_result"),
        (rule("double > 1", {"act": "hide", "fields": ["note"]}), "/rules/0/when/formula", "rule_field_computed"),
        (rule("amount > 1", {"act": "hide", "fields": ["gone"]}), "/rules/0/then/0/fields", "rule_field_missing"),
        (rule("amount > 1", {"act": "require", "fields": ["double"]}), "/rules/0/then/0/fields", "rule_field_computed"),
        (when({"field": "double", "op": "empty"}, HIDE), "/rules/0/when/field", "rule_field_computed"),
        (when({"field": "gone", "op": "empty"}, HIDE), "/rules/0/when/field", "rule_field_missing"),
        (when({"all": []}, HIDE), "/rules/0/when", "rule_condition_missing"),
        (when({"field": "note", "op": "lt", "value": "x"}, HIDE), "/rules/0/when/op", "list_filter_op"),
        (
            when(BY_NOTE, {"act": "set", "fields": ["note"], "value": "y"}),
            "/rules/0/then/0/fields",
            "rule_replaces_read",
        ),
        (when(BY_NOTE, {"act": "readonly", "fields": ["note"]}), "/rules/0/then/0/fields", "rule_replaces_read"),
        (
            when(BY_NOTE, {"act": "set", "fields": ["amount"], "value": {"formula": "amount + 1"}}),
            "/rules/0/then/0/fields",
            "rule_replaces_read",
        ),
        (when(BY_NOTE, {"act": "set", "fields": ["amount"], "value": "x"}), "/rules/0/then/0/value", "not_a_number"),
        (
            when(BY_NOTE, {"act": "set", "fields": ["amount"], "value": {"formula": '"x"'}}),
            "/rules/0/then/0/value/formula",
            "formula_result",
        ),
        (when(BY_NOTE, {"act": "set", "fields": ["lines"], "value": "x"}), "/rules/0/then/0/fields", "rule_set_type"),
        (when(BY_NOTE, {"act": "set", "fields": ["lines.item"]}), "/rules/0/then/0/fields", "rule_column"),
        (
            when(BY_NOTE, MESSAGE, otherwise=[{"act": "hide", "fields": ["gone"]}]),
            "/rules/0/else/0/fields",
            "rule_field_missing",
        ),
        (rule("amount > 1", {"act": "message", "fields": ["note"]}), "/rules/0/then/0/text", "rule_text_missing"),
        (
            rule('note = "x"', {"act": "hide", "fields": ["note"], "when_hidden": "clear"}),
            "/rules/0/when/formula",
            "rule_reads_cleared",
        ),
    ],
)
def test_publishing_refuses_rules_that_cannot_be_followed(made: dict[str, Any], path: str, code: str | None) -> None:
    (fault,) = problems(form(made))
    assert fault.path == path
    assert code is None or fault.code == code


def test_rules_act_on_no_field_that_some_may_not_see() -> None:
    groups = [{"id": "g", "rows": "all", "fields": {"note": "hidden"}}]
    found = problems(form(KEEP_NOTE, access={"groups": groups}))
    assert [(each.path, each.code) for each in found] == [("/rules/0/then/0/fields", "rule_field_limited")]


def test_who_may_not_read_what_a_condition_reads_is_told_that_a_rule_refuses_and_not_why() -> None:
    groups = [{"id": "g", "rows": "all", "fields": {"note": "hidden"}}]
    doc = form(when(BY_NOTE, MESSAGE), access={"groups": groups})
    assert problems(doc) == []
    for hidden, code in (("", "rule_message"), ("note", "rule_refuses")):
        moment = replace(MOMENT, reads=partial(str.__ne__, hidden))
        with pytest.raises(RecordInvalid) as caught:
            canonical_values(read_definition(doc), {"note": "x", "reason": "r"}, moment)
        (fault,) = caught.value.fields
        assert (fault.path, fault.code) == ("/values/amount", code)
        assert ("no" in str(fault.params)) is (hidden == "")


def test_a_required_column_that_a_rule_hides_is_not_missing_and_the_rule_still_reads_the_other_columns() -> None:
    hide = rule("SUM(lines.price) > 10", {"act": "hide", "fields": ["lines.item"]})
    rows = [{"price": "20"}]
    assert saved({"reason": "x", "lines": rows}, hide)["lines"] == rows
    assert refused({"reason": "x", "lines": [{"price": "1"}]}, hide) == [("/values/lines/0/item", "schema_required")]


def test_read_only_lines_are_the_stored_rows_whatever_is_sent() -> None:
    lock = when({"field": "note", "op": "eq", "value": "x"}, {"act": "readonly", "fields": ["lines"]})
    definition = read_definition(form(lock))
    held = {"reason": "r", "note": "x", "lines": [{"item": "p", "price": "1", "gone": "kept"}]}
    for rows in ([], [{"item": "q"}, {"item": "p", "price": "many"}]):
        sent = {"reason": "r", "note": "x", "lines": rows}
        values = canonical_values(definition, sent, MOMENT, stored_beside(definition.fields, sent, held))
        assert values["lines"] == held["lines"]


def test_a_read_only_column_is_as_its_row_was_and_blank_in_a_new_row() -> None:
    lock = when({"field": "note", "op": "eq", "value": "x"}, {"act": "readonly", "fields": ["lines.price"]})
    definition = read_definition(form(lock))
    held = {"reason": "r", "note": "x", "lines": [{"item": "p", "price": "1"}]}
    sent = {"reason": "r", "note": "x", "lines": [{"item": "new", "price": "7"}, {"item": "p", "price": "1"}]}
    values = canonical_values(definition, sent, MOMENT, stored_beside(definition.fields, sent, held))
    assert values["lines"] == [{"item": "new"}, {"item": "p", "price": "1"}]


def test_what_a_rule_fills_in_takes_the_place_of_a_wrong_value_and_must_satisfy_the_field_itself() -> None:
    fill = when(BY_NOTE, {"act": "set", "fields": ["amount"], "value": {"formula": "LEN(reason)"}})
    assert saved({"note": "x", "reason": "abc", "amount": "many"}, fill)["amount"] == "3"
    bounded = {**form(fill), "fields": [doc("amount", "number", {"max": "2"}), *FIELDS[1:]]}
    with pytest.raises(RecordInvalid) as caught:
        canonical_values(read_definition(bounded), {"note": "x", "reason": "abc"}, MOMENT)
    assert [(each.path, each.code) for each in caught.value.fields] == [("/values/amount", "above_max")]


def test_two_rows_with_the_same_value_are_both_named_unless_they_were_so_before() -> None:
    item = doc("item", "text", unique_in_lines=True)
    made = {"name": "x", "fields": [doc("lines", "lines", {"columns": [item, doc("price", "number")]})]}
    assert problems(made) == []
    definition = read_definition(made)
    rows = [{"item": "P-1"}, {"item": "other"}, {"item": "p‐1"}, {"price": "1"}, {"price": "2"}]
    with pytest.raises(RecordInvalid) as caught:
        canonical_values(definition, {"lines": rows}, MOMENT)
    assert [(each.path, dict(each.params)["rows"]) for each in caught.value.fields] == [
        ("/values/lines/0/item", "1, 3"),
        ("/values/lines/2/item", "1, 3"),
    ]
    sent = {"lines": rows}
    assert canonical_values(definition, sent, MOMENT, stored_beside(definition.fields, sent, sent)) == sent


@pytest.mark.parametrize(
    ("together", "code"),
    [(["note"], "together_too_few"), (["note", "gone"], "together_field"), (["note", "double"], "cannot_be_unique")],
)
def test_publishing_refuses_fields_that_cannot_be_compared_together(together: list[str], code: str) -> None:
    (fault,) = problems(form(unique_together=[{"id": "u", "fields": together}]))
    assert (fault.path, fault.code) == ("/unique_together/0/fields", code)


def test_a_form_with_sound_rules_may_be_published() -> None:
    assert problems(form(SHOW_REASON, REQUIRE_NOTE)) == []
