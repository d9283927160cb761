"""A tree of choices: chosen by its path, found by any level of it, kept when the form offers it no more."""

import json
from typing import Any

import pytest

from chalicelib.flows.form_view import in_language, summary, view_of
from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.definition import Form
from chalicelib.forms.domain.fields import Locale, type_of
from chalicelib.forms.domain.record_query import parse_query
from chalicelib.forms.domain.records import title_of
from chalicelib.forms.domain.retired import retired_choices, with_retired
from chalicelib.forms.domain.stored import stored_beside
from chalicelib.forms.domain.values import canonical_values

from .made import MOMENT, SHANGHAI, definition, doc, faults, form, formula
from .test_one_file_is_a_type import AROUND

TREE = [
    {"value": "east", "name": {"zh-CN": "华东", "en": "East"}},
    {"value": "sh", "name": {"zh-CN": "上海", "en": "Shanghai"}, "parent": "east"},
    {"value": "pd", "name": {"zh-CN": "浦东", "en": "Pudong"}, "parent": "sh"},
    {"value": "hz", "name": {"zh-CN": "杭州", "en": "Hangzhou"}, "parent": "east"},
    {"value": "west", "name": "西部"},
]
PUDONG = ["east", "sh", "pd"]
AREA = doc("area", "cascade", {"choices": TREE})


@pytest.mark.parametrize("given", [PUDONG, "pd", [" east", "sh ", "pd"], ["pd"]])
def test_the_path_is_kept(given: Any) -> None:
    assert canonical_values(definition(AREA), {"area": given}, MOMENT) == {"area": PUDONG}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("nowhere", "not_a_choice"),
        (["east", "nowhere"], "not_a_choice"),
        (["east", "pd"], "not_a_path"),
        (["west", "sh", "pd"], "not_a_path"),
        (["east", "sh"], "not_a_last_choice"),
        ({"east": "sh"}, "not_a_list"),
        ([1], "not_a_choice"),
    ],
)
def test_what_is_no_way_through_the_tree_is_refused(given: Any, code: str) -> None:
    assert faults(definition(AREA), {"area": given}) == {"/values/area": code}


def test_any_level_may_be_chosen_where_the_form_says_so() -> None:
    found = definition(doc("area", "cascade", {"choices": TREE, "any_level": True}))
    assert canonical_values(found, {"area": "sh"}, MOMENT) == {"area": ["east", "sh"]}


def test_a_filter_finds_it_by_any_level() -> None:
    found = definition(AREA, list=["area"])

    def passes(op: str, *values: str) -> bool:
        where = json.dumps([{"field": "area", "op": op, "value": list(values)}])
        return bool(parse_query(found, AROUND, filters=where).passes({"values": {"area": PUDONG}}))

    assert passes("has", "east")
    assert passes("has", "sh")
    assert passes("has", "west", "pd")
    assert not passes("has", "hz")
    assert passes("has_none", "hz", "west")


def test_it_is_told_as_its_path() -> None:
    found = definition(AREA, formula("told", "area", "text"), title="{area}")
    values = canonical_values(found, {"area": "pd"}, MOMENT)
    assert values["told"] == "east/sh/pd"
    assert title_of(found, values, Locale("zh-CN", SHANGHAI)) == "华东 / 上海 / 浦东"
    form_ = Form("f" * 26, 1, found)
    (card,) = in_language(summary(form_, values, ("area",)), "en")
    assert card["value"] == "East / Shanghai / Pudong"
    assert view_of(form_, "en").fields["area"].choices["pd"] == "Pudong"


def test_what_the_form_offers_no_more_keeps_its_name_and_may_stay() -> None:
    before = definition(AREA)
    after = definition(doc("area", "cascade", {"choices": [TREE[0], TREE[3]]}))
    named = with_retired(after, retired_choices([before], after, {}))
    assert type_of(named.fields[0]).text(named.fields[0], PUDONG, Locale("en", SHANGHAI)) == "East / Shanghai / Pudong"
    assert named.fields[0].retired[0] == TREE[1]
    held = stored_beside(after.fields, {"area": PUDONG}, {"area": PUDONG}, tolerant=True)
    assert canonical_values(after, {"area": PUDONG}, MOMENT, held) == {"area": PUDONG}
    assert faults(after, {"area": PUDONG}) == {"/values/area": "not_a_choice"}


@pytest.mark.parametrize(
    ("choices", "path", "code"),
    [
        ([{"value": "a", "parent": "b"}, {"value": "b"}], "/fields/0/options/choices/0/parent", "cascade_parent"),
        ([{"value": "a", "parent": "a"}], "/fields/0/options/choices/0/parent", "cascade_parent"),
        ([{"value": "a"}, {"value": "a"}], "/fields/0/options/choices/1/value", "duplicate_choice"),
        (
            [{"value": "1"}, *({"value": str(level), "parent": str(level - 1)} for level in range(2, 8))],
            "/fields/0/options/choices/5/parent",
            "cascade_depth",
        ),
        ([{"value": str(number)} for number in range(2001)], "/fields/0/options/choices", "schema_max_items"),
    ],
)
def test_a_tree_that_is_none_is_not_published(choices: list[Any], path: str, code: str) -> None:
    assert [(fault.path, fault.code) for fault in problems(form(doc("area", "cascade", {"choices": choices})))] == [
        (path, code)
    ]
