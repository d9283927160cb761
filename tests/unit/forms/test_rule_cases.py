"""Cases that browser and server answer alike (`tests/contracts/rule_cases.json`); `rules.test.ts` is the other side."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.definition import read_definition
from chalicelib.forms.domain.fields import Moment
from chalicelib.forms.domain.rule_conditions import Known, conditions_of
from chalicelib.forms.domain.rules import effects, faults_of
from chalicelib.forms.domain.stored import NOTHING, stored_beside

from .made import MOMENT

CASES = json.loads(Path("tests/contracts/rule_cases.json").read_text())


def made(*rules: dict[str, Any]) -> dict[str, Any]:
    return {"name": "x", "fields": CASES["fields"], "rules": list(rules)}


def at() -> Moment:
    actors = {"me": [CASES["member"]], **CASES["departments"]}
    moment = replace(MOMENT, member_id=CASES["member"], actor=lambda name: frozenset(actors[name]))
    assert moment.now.astimezone(moment.zone).date().isoformat() == CASES["today"]
    return moment


@pytest.mark.parametrize("case", CASES["conditions"], ids=lambda case: case["name"])
def test_a_condition_holds_as_the_cases_say(case: dict[str, Any]) -> None:
    doc = made({"id": "r", "when": case["when"], "then": [{"act": "message", "fields": ["amount"], "text": "x"}]})
    assert problems(doc) == []
    definition = read_definition(doc)
    (condition,) = conditions_of(definition)
    assert condition.holds(Known(definition, dict(case["values"]), at())) is case["holds"]


@pytest.mark.parametrize("case", CASES["effects"], ids=lambda case: case["name"])
def test_rules_have_the_effects_that_the_cases_say(case: dict[str, Any]) -> None:
    doc, expected = made(*case["rules"]), case["expected"]
    assert problems(doc) == []
    definition, values = read_definition(doc), json.loads(json.dumps(case["values"]))
    stored = NOTHING
    if "stored" in case:
        stored = stored_beside(definition.fields, values, case["stored"])
    found = effects(definition, values, values, at(), stored)
    assert found.values == expected["values"]
    for name in ("hidden", "readonly", "required"):
        assert sorted(getattr(found, name)) == expected.get(name, []), name
    messages = {
        each.path.removeprefix("/values/"): dict(each.params)["text"]
        for each in faults_of(found, definition, at())
        if each.code == "rule_message"
    }
    assert messages == expected.get("messages", {})
