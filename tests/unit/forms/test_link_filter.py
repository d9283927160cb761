"""Which records a link may lead to: how its condition is judged when a form is published, and asked of a record."""

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.conditions.dynamic import Surroundings
from chalicelib.forms.domain.link_filter import admits, compiled, filter_faults, with_own_values
from chalicelib.forms.domain.link_values import with_ids
from chalicelib.forms.domain.linking import links_of, own_fields
from chalicelib.forms.domain.records import Record

from .made import SHANGHAI, definition, doc, formula
from .test_linking import A, B, C, link

AROUND = Surroundings(datetime(2026, 11, 22, tzinfo=UTC), SHANGHAI)
TARGET = definition(doc("name", "text"), link("customer"), doc("level", "number"), link("tags", multiple=True))
OWN = definition(
    doc("title", "text"),
    link("buyer"),
    link("several", multiple=True),
    doc("least", "number"),
    formula("twice", "least * 2"),
    doc("lines", "lines", {"columns": [link("buyer"), doc("note", "text")]}),
)
SAME = {"field": "customer", "op": "eq", "value": {"field": "buyer"}}


def target(**values: Any) -> Record:
    moment = "2026-11-22T00:00:00.000Z"
    return Record("r" * 26, "f" * 26, 1, values, "active", "m" * 26, moment, "m" * 26, moment, moment)


def passes(condition: dict[str, Any], own: dict[str, Any], **values: Any) -> bool:
    return admits(compiled(with_own_values(condition, OWN.by_id, own), TARGET, AROUND), target(**values))


def test_a_value_of_this_record_is_compared() -> None:
    assert passes(SAME, {"buyer": A}, customer=A)
    assert not passes(SAME, {"buyer": A}, customer=B)
    assert not passes(SAME, {"buyer": A})
    at_least = {"field": "level", "op": "gte", "value": {"field": "least"}}
    assert passes(at_least, {"least": "10"}, level="10.5")
    assert not passes(at_least, {"least": "10"}, level="9")


@pytest.mark.parametrize("own", [{}, {"buyer": None}, {"buyer": ""}, {"buyer": "hidden:x"}, {"buyer": 7}])
def test_without_a_value_of_this_record_a_test_holds_for_nothing(own: dict[str, Any]) -> None:
    for op in ("eq", "ne"):
        assert not passes({**SAME, "op": op}, own, customer=A)
    assert passes({"any": [SAME, {"field": "level", "op": "empty"}]}, own, customer=A)


def test_several_of_this_record_are_any_of_them() -> None:
    among = {"field": "customer", "op": "in", "value": {"field": "several"}}
    assert passes(among, {"several": [A, B]}, customer=B)
    assert not passes(among, {"several": [A, B]}, customer=C)
    tagged = {"field": "tags", "op": "has", "value": {"field": "buyer"}}
    assert passes(tagged, {"buyer": A}, tags=[B, A])


def test_a_test_about_a_field_that_is_gone_holds_for_nothing() -> None:
    gone = {"field": "gone", "op": "empty"}
    assert not passes(gone, {})
    assert passes({"any": [gone, {"field": "name", "op": "not_empty"}]}, {}, name="x")
    assert passes({"not": gone}, {})


def test_what_every_record_has_can_be_asked() -> None:
    assert passes({"field": "@state", "op": "eq", "value": "active"}, {})
    assert not passes({"field": "@state", "op": "eq", "value": "draft"}, {})


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (SAME, {}),
        ({"all": [SAME, {"field": "level", "op": "gte", "value": "5"}]}, {}),
        ({**SAME, "field": "gone"}, {"/field": "link_filter_field"}),
        ({**SAME, "value": {"field": "gone"}}, {"/value": "link_filter_own"}),
        ({"field": "level", "op": "eq", "value": {"field": "twice"}}, {"/value": "link_filter_own"}),
        ({"field": "level", "op": "eq", "value": {"field": "lines"}}, {"/value": "link_filter_own"}),
        ({"field": "level", "op": "eq", "value": {"field": "buyer"}}, {"/value": "link_filter_value"}),
        ({"field": "level", "op": "between", "value": {"field": "least"}}, {"/value": "link_filter_value"}),
        ({"field": "level", "op": "gte", "value": "x"}, {"/value": "link_filter_value"}),
        ({"any": [{"not": {**SAME, "value": {"field": "gone"}}}]}, {"/any/0/not/value": "link_filter_own"}),
        ({"field": "level", "op": "perhaps", "value": "1"}, {"": "condition_shape"}),
        ({"sometimes": []}, {"": "condition_shape"}),
    ],
)
def test_what_is_wrong_with_a_condition_is_told_at_its_place(condition: dict[str, Any], found: dict[str, str]) -> None:
    assert {each.path: each.code for each in filter_faults(condition, TARGET, OWN.by_id, "")} == found


def test_a_column_compares_with_its_row_before_the_record() -> None:
    (inner,) = [each for each in links_of(OWN) if each.lines]
    own = own_fields(OWN, inner)
    assert own["buyer"] is inner.field
    assert own["least"] is OWN.by_id["least"]


def test_ids_are_changed_wherever_a_client_may_have_put_them() -> None:
    sent = {"buyer": A, "several": [A, B, 7], "lines": [{"buyer": A, "note": A}, "no row"], "title": A, "strange": A}
    changed = with_ids(OWN, sent, lambda _, value: C if value == A else value)
    assert changed == {
        "buyer": C, "several": [C, B, 7], "lines": [{"buyer": C, "note": A}, "no row"], "title": A, "strange": A,
    }  # fmt: skip
    assert sent["buyer"] == A


def test_an_id_that_is_taken_out_leaves_nothing_behind() -> None:
    held = {"buyer": A, "several": [A], "lines": [{"buyer": A, "note": "x"}]}
    assert with_ids(OWN, held, lambda _, __: None) == {"lines": [{"note": "x"}]}
    assert with_ids(OWN, {"buyer": "", "several": None, "lines": 3}, lambda _, value: value) == {
        "buyer": "", "several": None, "lines": 3,
    }  # fmt: skip
