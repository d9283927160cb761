"""Stages of a field: what may follow, what one asks for, and how records of before are read."""

from typing import Any

import pytest

from chalicelib.forms.domain.definition import Definition
from chalicelib.forms.domain.fields import Locale, filter_value, type_of
from chalicelib.forms.domain.records import CurrentStage, Record, list_row
from chalicelib.forms.domain.retired import retired_choices, with_retired
from chalicelib.forms.domain.stages import (
    current_of,
    entry_rule,
    follows,
    missing_fields,
    name_at,
    rule_words,
    stages_of,
)
from chalicelib.forms.store.records import RECORDS

from .made import SHANGHAI, definition, doc, faults


def form(*stages: dict[str, Any], **options: Any) -> Definition:
    pipelines = [{"value": "sales", "stages": list(stages)}, {"value": "renewal", "stages": [{"value": "again"}]}]
    return definition(doc("note", "text"), doc("stage", "stage", {"pipelines": pipelines, **options}, indexed=True))


BEGIN = {"value": "begin", "to": ["offer"]}
OFFER = {"value": "offer", "name": {"zh-CN": "报价", "en": "Offer"}, "required": ["note"], "reason": "note"}
DEAL = form(BEGIN, OFFER, {"value": "won", "kind": "won"})


@pytest.mark.parametrize(
    ("left", "entered", "allowed"),
    [
        ("begin", "offer", True),
        ("begin", "won", False),
        ("offer", "begin", True),
        ("begin", "again", True),
        ("again", "offer", False),
        ("again", "begin", True),
        ("gone", "won", True),
        ("", "begin", True),
        ("", "won", False),
    ],
)
def test_what_may_follow(left: str, entered: str, *, allowed: bool) -> None:
    assert follows(stages_of(DEAL.by_id["stage"]), left, entered) is allowed


def test_a_field_that_two_rules_ask_for_is_named_once() -> None:
    stage = stages_of(DEAL.by_id["stage"])["offer"]
    assert [field.id for field in missing_fields(stage, DEAL, {"note": " "})] == ["note"]
    assert missing_fields(stage, DEAL, {"note": "x"}) == []


def test_the_entry_rule_is_told_in_the_builders_words_or_names_its_fields() -> None:
    rule = {"all": [{"field": "note", "op": "not_empty"}, {"field": "@state", "op": "eq", "value": "active"}]}
    found = form(BEGIN, {"value": "offer", "entry": rule}, {"value": "won", "entry": rule, "entry_hint": "Ask first"})
    stages = stages_of(found.by_id["stage"])
    assert [rule_words(stages[each], found, "en") for each in ("offer", "won")] == ["note, @state", "Ask first"]
    assert entry_rule(found, "stage", "begin") != entry_rule(found, "stage", "offer")


def test_a_removed_stage_keeps_its_name_and_can_be_asked_for() -> None:
    newer = form({"value": "begin"}, moved={"offer": "begin"})
    known = with_retired(newer, retired_choices([DEAL], newer, {}))
    field = known.by_id["stage"]
    assert type_of(field).text(field, "offer", Locale("en", SHANGHAI)) == "Offer"
    assert (name_at(field, "offer"), current_of(field, "offer")) == (OFFER["name"], "begin")
    assert filter_value(field, "offer") == "offer"
    assert faults(known, {"stage": "offer"}) == {"/values/stage": "not_a_choice"}


def test_a_record_of_before_stands_in_no_stage_and_its_card_says_nothing_of_it() -> None:
    old = Record("r", "f", 1, {}, "active", "m", "2026-11-01T00:00:00.000Z", "m", "2026-11-01T00:00:00.000Z")
    stored = RECORDS.dump(old)
    assert "stages" not in stored
    assert RECORDS.load(stored, version=0).stages == {}
    assert "stages" not in list_row(old, (), 1)


def test_what_a_record_keeps_of_its_stage_is_stored_and_read() -> None:
    current = CurrentStage("offer", "2026-11-02T00:00:00.000Z", 2, "2026-11-03T00:00:00.000Z")
    moment = "2026-11-01T00:00:00.000Z"
    record = Record("r", "f", 1, {}, "active", "m", moment, "m", moment, stages={"stage": current})
    assert RECORDS.load(RECORDS.dump(record), version=0).stages == {"stage": current}
    assert list_row(record, (), 1)["stages"] == {"stage": {"since": current.since, "due_at": current.due_at}}
