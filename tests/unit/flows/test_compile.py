"""Faulty definitions: every fault in one answer, each with the path of the node that it is at."""

from typing import Any

import pytest

from chalicelib.edge.errors import told
from chalicelib.edge.schemas import validator
from chalicelib.flows.engine import compile_flow
from chalicelib.flows.engine.errors import DefinitionInvalid
from chalicelib.kernel.errors import FieldError
from chalicelib.kernel.languages import LANGUAGES

from .builders import FORM, approve, arm, branch, cc, definition, end, flow, people, when


def faults(*steps: dict[str, Any], **settings: Any) -> list[tuple[str, str]]:
    with pytest.raises(DefinitionInvalid) as refused:
        compile_flow(definition(*steps, **settings), FORM)
    return [(fault.path, fault.code) for fault in refused.value.fields]


def test_an_empty_flow() -> None:
    assert faults() == [("/steps", "flow_empty")]


def test_a_card_cannot_show_what_the_form_does_not_have() -> None:
    assert faults(approve("x", people("head")), summary=["total", "nosuch"]) == [("/summary/1", "field_unknown")]


def test_an_unknown_field_and_an_unsuitable_one() -> None:
    arms = [arm("a", when("nosuch", "eq", "1")), arm("b", when("files", "gt", "1")), arm("c", when("note", "lt", "1"))]
    assert faults(branch("b", arms, approve("x", people("head")))) == [
        ("/steps/0/branches/0/condition/any/0/all/0/field", "field_unknown"),
        ("/steps/0/branches/1/condition/any/0/all/0/op", "operator_unsuitable"),
        ("/steps/0/branches/2/condition/any/0/all/0/op", "operator_unsuitable"),
    ]


@pytest.mark.parametrize(
    ("field", "op", "value", "code"),
    [
        ("total", "gt", "一百", "value_unsuitable"),
        ("total", "gt", "１００", "value_unsuitable"),
        ("total", "gt", None, "value_missing"),
        ("total", "gt", "", "value_missing"),
        ("total", "between", ["1", ""], "value_missing"),
        ("grade", "eq", "", "value_missing"),
        ("total", "gt", ["1"], "value_shape"),
        ("total", "in", "1", "value_shape"),
        ("total", "between", ["1"], "value_shape"),
        ("due", "lt", "2026-02-30", "value_unsuitable"),
        ("at", "lt", "2026-02-03T00:00:00", "value_unsuitable"),
        ("grade", "eq", "D", "option_unknown"),
        ("tags", "in", ["urgent", "D"], "option_unknown"),
    ],
)
def test_a_value_that_does_not_fit(field: str, op: str, value: Any, code: str) -> None:
    arms = [arm("a", when(field, op, value))]
    assert faults(branch("b", arms)) == [("/steps/0/branches/0/condition/any/0/all/0/value", code)]


def test_conditions_that_say_nothing() -> None:
    arms = [arm("a", {"any": []}), arm("b", {"any": [{"all": []}]})]
    assert [code for _, code in faults(branch("b", arms))] == ["condition_empty", "condition_empty"]


def test_nobody_is_named() -> None:
    assert faults(
        approve("a"), approve("b", people()), cc("c"), approve("d", people("head"), empty={"action": "assign"})
    ) == [
        ("/steps/0/approvers", "nobody_named"),
        ("/steps/1/approvers/0/members", "nobody_named"),
        ("/steps/2/recipients", "nobody_named"),
        ("/steps/3/empty/members", "nobody_named"),
    ]


def test_every_option_needs_somebody() -> None:
    rule = {"type": "choice", "field": "line", "map": {"a": ["pm_a"], "z": ["pm_b"]}}
    assert faults(approve("pm", rule)) == [
        ("/steps/0/approvers/0/map/b", "option_without_people"),
        ("/steps/0/approvers/0/map/z", "option_unknown"),
    ]


def test_a_choice_needs_a_choice_field_and_people_a_field_of_people() -> None:
    assert faults(
        approve("pm", {"type": "choice", "field": "total", "map": {}}, {"type": "field", "field": "total"})
    ) == [
        ("/steps/0/approvers/0/field", "field_kind_unsuitable"),
        ("/steps/0/approvers/1/field", "field_kind_unsuitable"),
    ]


def test_ids_are_unique_in_the_whole_tree() -> None:
    inner = approve("same", people("head"))
    assert faults(branch("b", [arm("x", when("total", "gt", 1), inner)]), approve("same", people("cfo"))) == [
        ("/steps/0/branches/0/steps/0/id", "node_id_taken")
    ]


def test_nesting_and_length_are_bounded() -> None:
    step = approve("leaf", people("head"))
    for depth in range(6):
        step = branch(f"b{depth}", [arm("x", when("total", "gt", 1), step)])
    assert [code for _, code in faults(step)] == ["flow_too_deep"]
    assert {code for _, code in faults(*[approve(f"n{number}", people("head")) for number in range(101)])} == {
        "flow_too_long"
    }


def test_a_spec_knows_which_fields_it_consults() -> None:
    spec = flow(
        branch("b", [arm("x", when("total", "gt", 1))], approve("o", {"type": "field", "field": "owner"})),
        approve("head", people("head")),
    )
    assert spec.consulted == {"total", "owner"}


ID = "0" * 26
SCHEMA = validator("flows/definition")


@pytest.mark.parametrize(
    "step",
    [
        approve("a", {"type": "member", "members": [ID]}, mode="most"),
        approve("a", {"type": "member", "members": [ID], "extra": 1}),
        approve("a", {"type": "manager", "level": 0}),
        approve("a", {"type": "guess"}),
        {**approve("a"), "unknown": True},
        {**end("e"), "outcome": "maybe"},
        {**branch("b", []), "default": None},
        branch("b", [arm("x", when("total", "like", 1))]),
        {"type": "loop", "id": "l", "name": "l"},
        approve("a b"),
        approve("a", name=""),
    ],
)
def test_the_schema_refuses(step: dict[str, Any]) -> None:
    assert list(SCHEMA.iter_errors({**definition(step), "form_id": ID}))


def test_the_schema_admits_a_whole_flow_and_an_unfinished_draft() -> None:
    rules: list[dict[str, Any]] = [
        {"type": "member", "members": [ID]},
        {"type": "role", "role": ID},
        {"type": "department_head", "level": 2},
        {"type": "manager"},
        {"type": "initiator"},
        {"type": "field", "field": "owner"},
        {"type": "choice", "field": "line", "map": {"a": [ID]}},
    ]
    whole = definition(
        branch("b", [arm("x", when("total", "between", [1, "2"]), end("e"))], approve("a", *rules)), cc("c", *rules)
    )
    for each in (whole, definition(approve("a", {"type": "role", "role": ""}))):
        assert not list(SCHEMA.iter_errors({**each, "form_id": ID}))


def said(fault: FieldError) -> list[str]:
    return [told(fault, language)["message"] for language in LANGUAGES]


@pytest.mark.parametrize(
    ("test", "chinese", "english"),
    [
        (when("total", "gt", "x"), "这个值不能与“总额”比较。", "This value cannot be compared with “总额”."),
        (when("total", "gt", ""), "请填写要与“总额”比较的值。", "Say what “总额” is compared with."),
        (when("grade", "eq", "D"), "“客户类型”没有这个选项，请重新选择。",
         "“客户类型” has no such option; choose another one."),
        (when("note", "lt", "1"), "“备注”不能用“小于”来比较。", "“is less than” cannot be asked of “备注”."),
        (when("total", "between", "1"), "“介于”需要的值个数不对。", "“is between” needs another number of values."),
        (when("@initiator.role", "lt", "x"), "“发起人的角色”不能用“小于”来比较。",
         "“is less than” cannot be asked of “the initiator's role”."),
        (when("f_x8sphejwhv", "eq", "1"), "这里用到的字段已不在表单里，请重新选择。",
         "The field used here is no longer on the form; choose another one."),
    ],
)  # fmt: skip
def test_a_fault_names_fields_and_operators_as_the_form_does(test: dict[str, Any], chinese: str, english: str) -> None:
    with pytest.raises(DefinitionInvalid) as refused:
        compile_flow(definition(branch("b", [arm("a", test)])), FORM)
    (fault,) = refused.value.fields
    assert said(fault) == [chinese, english]
