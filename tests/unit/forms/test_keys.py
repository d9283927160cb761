"""Keys of fields, columns and choices in a definition."""

from typing import Any

import pytest

from chalicelib.forms.domain.keys import chosen_only, key_faults, with_keys
from chalicelib.kernel.slugs import is_key

CHOICES = [{"value": "客户"}, {"value": "plain"}, {"value": "其他", "key": "other"}]
LINES = {"id": "lines", "type": "lines", "name": "明细", "options": {"columns": [{"id": "what", "type": "text"}]}}
KIND = {"id": "kind", "type": "choice", "name": "类型", "options": {"choices": CHOICES}}
DEFINITION = {"name": "x", "fields": [LINES, KIND, {"id": "f_1", "key": "customer", "type": "text"}]}


def text(identity: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "type": "text", "name": identity, **more}


def codes(*fields: dict[str, Any], before: list[dict[str, Any]] | None = None) -> list[tuple[str, str]]:
    published = None if before is None else {"fields": before}
    return [(fault.path, fault.code) for fault in key_faults({"fields": list(fields)}, published)]


def test_everything_is_answered_with_a_key() -> None:
    lines, kind, chosen = with_keys(DEFINITION)["fields"]
    assert (lines["key"], lines["options"]["columns"][0]["key"], kind["key"]) == ("lines", "what", "kind")
    keys = [choice["key"] for choice in kind["options"]["choices"]]
    assert keys[1:] == ["plain", "other"]
    assert is_key(keys[0])
    assert chosen["key"] == "customer"


def test_what_is_answered_and_sent_back_is_stored_as_it_was() -> None:
    assert chosen_only(with_keys(DEFINITION)) == DEFINITION


def test_a_draft_that_is_not_finished_is_left_as_it_is() -> None:
    unfinished = {"name": "x", "fields": [{"type": "text"}, text("a", options={"choices": [{"name": "x"}, 3]})]}
    assert with_keys(unfinished)["fields"][0] == {"type": "text"}
    assert chosen_only(with_keys(unfinished)) == unfinished


@pytest.mark.parametrize("second", [text("b", key="a"), text("b", key="one")])
def test_two_fields_do_not_share_a_key(second: dict[str, Any]) -> None:
    assert codes(text("a"), text("c", key="one"), second) == [("/fields/2/key", "key_taken")]


def test_a_column_may_be_called_as_a_field_of_the_form() -> None:
    column = {"id": "lines", "type": "lines", "options": {"columns": [text("x", key="a")]}}
    assert codes(text("a"), column) == []


def test_a_chosen_key_stays_once_it_was_published() -> None:
    before = [text("a", key="one"), text("b")]
    assert codes(text("a", key="two"), text("b"), before=before) == [("/fields/0/key", "key_fixed")]
    assert codes(text("a"), text("b"), before=before) == [("/fields/0/key", "key_fixed")]
    assert codes(text("a", key="one"), text("b", key="late"), before=before) == []


def test_a_choice_is_not_called_as_another_could_be_called() -> None:
    derived = with_keys(DEFINITION)["fields"][1]["options"]["choices"][0]["key"]
    field = text("a", options={"choices": [{"value": "x", "key": derived}]})
    assert codes(field) == [("/fields/0/options/choices/0/key", "key_reserved")]
