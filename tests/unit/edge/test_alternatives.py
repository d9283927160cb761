"""What is said of a value with several shapes: the faults of the one that was meant, and of no other."""

from typing import Any

import pytest

from chalicelib.edge.schemas import field_errors, validator


def told(name: str, value: Any) -> dict[str, str]:
    return {fault.path: fault.code for fault in field_errors(validator(name), value)}


def approval(**changed: Any) -> dict[str, Any]:
    return {"type": "approve", "id": "a", "name": "A", "mode": "any", "approvers": [{"type": "initiator"}], **changed}


def test_what_fits_is_said_nothing_of() -> None:
    assert told("flows/step", approval()) == {}


def test_every_fault_of_the_meant_shape_is_told_with_its_own_path() -> None:
    faulty = approval(mode="some", color="red", approvers=[{"type": "manager", "level": 0}])
    assert told("flows/step", faulty) == {
        "/mode": "schema_enum",
        "/color": "schema_additional",
        "/approvers/0/level": "schema_minimum",
    }


def test_a_type_that_is_unknown_is_the_only_fault() -> None:
    assert told("flows/step", approval(type="magic")) == {"/type": "schema_enum"}
    assert told("flows/rule", {"type": "magic", "color": "red"}) == {"/type": "schema_enum"}


@pytest.mark.parametrize("name", ["flows/step", "flows/rule"])
def test_a_missing_type_is_named(name: str) -> None:
    assert told(name, {})["/type"] == "schema_required"


def test_a_value_that_is_no_object_is_told_so() -> None:
    assert told("flows/step", 5) == {"": "schema_type"}


def test_steps_within_steps_are_told_by_their_whole_path() -> None:
    arm = {"id": "x", "name": "X", "condition": {"any": []}, "steps": [approval(mode="some")]}
    branch = {"type": "branch", "id": "b", "name": "B", "branches": [arm], "default": {"steps": [{"type": "end"}]}}
    assert told("flows/step", branch) == {
        "/branches/0/steps/0/mode": "schema_enum",
        "/default/steps/0/id": "schema_required",
        "/default/steps/0/name": "schema_required",
        "/default/steps/0/outcome": "schema_required",
    }
