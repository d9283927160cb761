"""What publishing says about a flow and the live organisation."""

from typing import Any

import pytest

from chalicelib.directory.org import Org
from chalicelib.flows.engine import check

from .builders import ORG, approve, arm, branch, cc, company, end, flow, member, people, when


def errors(*steps: dict[str, Any], org: Org = ORG, **settings: Any) -> list[tuple[str, str]]:
    return [(fault.path, fault.code) for fault in check(flow(*steps, **settings), org).errors]


def warnings(*steps: dict[str, Any], org: Org = ORG, **settings: Any) -> list[tuple[str, str, dict[str, Any]]]:
    return [(each.path, each.code, dict(each.params)) for each in check(flow(*steps, **settings), org).warnings]


def test_a_sound_flow_has_no_findings() -> None:
    findings = check(flow(approve("head", people("cfo", "pm_a")), cc("c", people("assistant"))), ORG)
    assert findings.errors == ()
    assert findings.warnings == ()


def test_what_follows_an_end_is_unreachable() -> None:
    assert errors(end("e"), approve("a", people("head"))) == [("/steps/1", "node_unreachable")]


def test_what_follows_a_branch_whose_every_arm_ends_is_unreachable() -> None:
    ends = branch("b", [arm("x", when("total", "gt", 1), end("e1"))], end("e2", "rejected"))
    assert errors(ends, approve("a", people("head")), cc("c", people("head"))) == [
        ("/steps/1", "node_unreachable"),
        ("/steps/2", "node_unreachable"),
    ]


def test_one_arm_that_goes_on_is_enough() -> None:
    assert errors(branch("b", [arm("x", when("total", "gt", 1), end("e"))]), approve("a", people("head"))) == []


def test_arms_that_can_never_be_taken() -> None:
    never = {"any": [{"all": [{"field": "total", "op": "gt", "value": 5}, {"field": "total", "op": "lt", "value": 1}]}]}
    arms = [
        arm("a", when("total", "lte", "0.25")),
        arm("b", never),
        arm("c", when("total", "lte", "0.250")),
        arm("d", when("total", "lt", "0.1")),
        arm("e", when("total", "gt", "0.1")),
    ]
    assert errors(branch("b", arms, approve("x", people("head")))) == [
        ("/steps/0/branches/1/condition", "condition_never_holds"),
        ("/steps/0/branches/2/condition", "condition_repeated"),
        ("/steps/0/branches/3/condition", "condition_covered"),
    ]


def test_no_approver_for_anyone_is_an_error() -> None:
    assert errors(approve("a", {"type": "role", "role": "gone"})) == [("/steps/0/approvers", "approver_missing")]


def test_no_approver_for_some_is_a_warning_with_their_names() -> None:
    ((path, code, params),) = warnings(approve("a", {"type": "manager", "level": 2}))
    assert (path, code) == ("/steps/0/approvers", "approver_missing_for_some")
    assert params["names"] == "CFO、CHAIR、DIRECTOR、PM_A、PM_B"
    assert params["count"] == 5


def test_only_who_may_start_is_tried() -> None:
    east = [{"type": "department", "ids": ["east"]}]
    assert warnings(approve("a", {"type": "manager", "level": 2}), initiators=east) == []


def test_a_flow_that_nobody_may_start() -> None:
    assert errors(approve("a", people("head")), initiators=[{"type": "member", "ids": ["leaver"]}]) == [
        ("/initiators", "nobody_may_start")
    ]


def test_an_approval_that_always_passes_by_itself_is_a_warning() -> None:
    found = warnings(approve("a", {"type": "role", "role": "gone"}, empty={"action": "approve"}))
    assert [(path, code) for path, code, _ in found] == [("/steps/0", "approver_never_found")]


def test_ids_that_the_organisation_does_not_have() -> None:
    steps = [
        approve("a", people("head", "stranger"), {"type": "role", "role": "nosuch"}),
        approve("b", people("head"), {"type": "department_head", "department": "nosuch"}),
        approve("c", {"type": "choice", "field": "line", "map": {"a": ["pm_a"], "b": ["leaver"]}}),
        approve("d", people("head"), empty={"action": "assign", "members": ["leaver"]}),
    ]
    assert errors(*steps) == [
        ("/steps/0/approvers/0/members/1", "member_unknown"),
        ("/steps/0/approvers/1/role", "role_unknown"),
        ("/steps/1/approvers/1/department", "department_unknown"),
        ("/steps/2/approvers/0/map/b/0", "member_unknown"),
        ("/steps/3/empty/members/0", "member_unknown"),
    ]


def test_the_top_of_the_company_gets_nobody_when_the_manager_should_stand_in() -> None:
    (found,) = warnings(approve("a", people("chair")))
    assert found[2]["names"] == "CHAIR"


def test_a_large_company_is_listed_by_some_names_and_the_count() -> None:
    many = company(*[member(f"top{number:03}", "", manager="") for number in range(60)])
    ((_, _, params),) = warnings(approve("a", {"type": "manager"}), org=many)
    assert params["count"] == 61
    assert len(params["names"].split("、")) == 20


@pytest.mark.parametrize(
    "test",
    [
        when("note", "contains", ""),
        when("note", "eq", ""),
        when("grade", "in", []),
        when("@initiator.role", "not_in", []),
        when("@initiator.member", "eq", ""),
    ],
    ids=str,
)
def test_a_condition_that_compares_with_nothing_is_not_published(test: dict[str, Any]) -> None:
    steps = [branch("b", [arm("a", test, approve("x", people("head")))], approve("y", people("head")))]
    assert errors(*steps) == [("/steps/0/branches/0/condition/any/0/all/0/value", "value_missing")]
