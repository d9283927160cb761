"""Whom `department_head` asks of an initiator with several departments, and of a department with several heads."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.directory.org import Department, Org, Placement
from chalicelib.flows.engine.approvers import RULE_TYPES
from chalicelib.flows.engine.builder import Builder
from chalicelib.flows.engine.context import Context
from chalicelib.flows.engine.starters import starters

from .builders import FORM, company, member

REP = replace(member("rep", "east"), other_placements=(Placement("lab"),))


def two_departments() -> Org:
    org = company(member("chemist", "lab"), member("physicist", "lab"), REP)
    lab = Department("lab", "实验室", "hq", "chemist", other_head_ids=("physicist",))
    return replace(org, departments={**org.departments, "lab": lab})


@pytest.mark.parametrize(
    ("raw", "asked"),
    [
        ({}, ["head"]),
        ({"departments": "main"}, ["head"]),
        ({"departments": "all"}, ["head", "chemist", "physicist"]),
        ({"departments": "all", "level": 2}, ["director", "chair"]),
        ({"department": "lab", "departments": "all"}, ["chemist", "physicist"]),
    ],
)
def test_heads_of_the_main_department_or_of_all(raw: dict[str, Any], asked: list[str]) -> None:
    rule = RULE_TYPES["department_head"].build(Builder(FORM, {}), {"type": "department_head", **raw}, "/approvers/0")
    assert rule is not None
    assert [person.member for person in rule.candidates(Context(two_departments(), "rep"))] == asked


def test_who_is_in_a_department_beside_the_main_one_may_start_what_it_may() -> None:
    org = two_departments()
    admitted = starters([{"type": "department", "ids": ["lab"]}])
    assert [each for each in ("rep", "rep2", "chemist") if admitted.admit(org, each)] == ["rep", "chemist"]
