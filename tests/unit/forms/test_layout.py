"""The layout of a form, as publishing checks it."""

from typing import Any

from chalicelib.edge.schemas import field_errors, validator
from chalicelib.forms.domain.changes import changes
from chalicelib.forms.domain.checks import problems

from .made import doc, form

FIELDS = (doc("customer", "text"), doc("amount", "number"))


def faults(*parts: dict[str, Any]) -> dict[str, str]:
    made = form(*FIELDS, layout={"parts": list(parts)})
    assert field_errors(validator("forms/form_definition"), made) == []
    return {fault.path: fault.code for fault in problems(made)}


def part(kind: str, identity: str = "p1", **more: Any) -> dict[str, Any]:
    return {"id": identity, "kind": kind, **more}


def test_parts_name_fields_and_may_leave_some_out() -> None:
    assert faults(part("section", fields=["amount"], columns=3), part("text", "p2", text="说明")) == {}
    assert faults(part("tab", name={"zh-CN": "基本", "en": "Basics"}, fields=["customer"])) == {}


def test_a_part_names_each_field_of_the_form_once() -> None:
    assert faults(part("section", fields=["amount", "gone"]), part("section", "p2", fields=["amount"])) == {
        "/layout/parts/0/fields/1": "layout_field_missing",
        "/layout/parts/1/fields/0": "layout_field_twice",
    }


def test_what_is_opened_by_its_name_has_one() -> None:
    assert faults(part("tab"), part("section", "p2", collapsed=True), part("section", "p3")) == {
        "/layout/parts/0/name": "layout_name_missing",
        "/layout/parts/1/name": "layout_name_missing",
    }


def test_a_text_says_something_and_holds_no_fields() -> None:
    assert faults(part("text", text=" "), part("text", "p2", text={"en": "Help"}, fields=["amount"])) == {
        "/layout/parts/0/text": "layout_text_missing",
        "/layout/parts/1/fields": "layout_text_fields",
    }


def test_two_parts_of_one_id_are_refused() -> None:
    assert faults(part("section"), part("section")) == {"/layout/parts/1/id": "duplicate_id"}


def test_a_new_layout_is_a_change_of_the_form() -> None:
    after = form(*FIELDS, layout={"parts": []})
    assert changes(form(*FIELDS), after) == [{"change": "form_changed", "parts": ["layout"]}]
