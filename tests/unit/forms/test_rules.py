"""Rules of a form, as saving checks them."""

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
)


def rule(when: str, *then: dict[str, Any], rule_id: str = "r1") -> dict[str, Any]:
    return {"id": rule_id, "when": {"formula": when}, "then": list(then)}


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
        (rule("amount > 1", {"act": "hide", "fields": ["double"]}), "/rules/0/then/0/fields", "rule_field_computed"),
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


def test_rules_keep_away_from_fields_that_some_may_not_see() -> None:
    groups = [{"id": "g", "rows": "all", "fields": {"note": "hidden"}}]
    reads = rule('note = "x"', {"act": "hide", "fields": ["amount"]})
    found = problems(form(reads, access={"groups": groups}))
    assert [(each.path, each.code) for each in found] == [("/rules/0/when/formula", "rule_field_limited")]


def test_a_form_with_sound_rules_may_be_published() -> None:
    assert problems(form(SHOW_REASON, REQUIRE_NOTE)) == []
