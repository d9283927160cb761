"""What of a saved view still fits the form, and whoever reads it."""

from datetime import UTC, datetime
from typing import Any

from chalicelib.conditions.dynamic import Surroundings
from chalicelib.forms.domain.definition import Definition, read_definition
from chalicelib.forms.domain.saved_views import Column, Setting, fitting, view_faults

AROUND = Surroundings(datetime(2026, 3, 5, tzinfo=UTC), UTC, lambda _: frozenset())
NONE: frozenset[str] = frozenset()


def form() -> Definition:
    fields: list[dict[str, Any]] = [
        {"id": "customer", "type": "text", "name": "客户", "indexed": True},
        {"id": "kind", "type": "choice", "name": "类型", "options": {"choices": [{"value": "A"}]}},
        {"id": "due", "type": "date", "name": "日期"},
        {"id": "note", "type": "text", "name": "备注"},
    ]
    return read_definition({"name": "报价", "fields": fields, "list": ["customer", "kind", "due"]})


def asking(field: str, value: str = "A") -> dict[str, Any]:
    return {"field": field, "op": "eq", "value": value}


def kept(setting: Setting, hides: frozenset[str] = NONE) -> tuple[Setting, tuple[str, ...]]:
    return fitting(form(), AROUND, setting, hides)


def test_what_fits_stays_as_it_is() -> None:
    setting = Setting("kanban", (Column("customer", 120),), {"any": [asking("kind")]}, "-customer", "kind", "kind")
    assert list(view_faults(form(), AROUND, setting, NONE)) == []
    assert kept(setting) == (setting, ())


def test_a_test_that_cannot_be_asked_leaves_its_group() -> None:
    condition = {"all": [asking("note"), {"any": [asking("gone"), asking("kind")]}, {"any": [asking("gone")]}]}
    setting, dropped = kept(Setting(filter=condition))
    assert setting.filter == {"all": [{"any": [asking("kind")]}]}
    assert dropped == ("filter",)


def test_a_negated_part_is_left_out_as_a_whole() -> None:
    condition = {"all": [asking("kind"), {"not": {"any": [asking("kind"), asking("gone")]}}]}
    assert kept(Setting(filter=condition))[0].filter == {"all": [asking("kind")]}


def test_a_filter_that_lost_everything_is_none() -> None:
    assert kept(Setting(filter=asking("gone")))[0].filter is None


def test_what_is_hidden_from_the_reader_is_as_if_there_were_none() -> None:
    setting = Setting("calendar", (Column("due"), Column("kind")), asking("due", "2026-03-05"), "", "due", "due")
    found, dropped = kept(setting, frozenset({"due"}))
    assert found == Setting("table", (Column("kind"),), None, "", "", "")
    assert dropped == ("columns", "filter", "group", "by")
    faults = view_faults(form(), AROUND, setting, frozenset({"due"}))
    assert {each.path for each in faults} == {"/columns/0/field", "/filter/field", "/group", "/by"}


def test_a_board_needs_a_choice_and_a_calendar_a_date() -> None:
    for kind, by, code in (("kanban", "due", "view_by_choice"), ("calendar", "kind", "view_by_date")):
        assert [each.code for each in view_faults(form(), AROUND, Setting(kind, by=by), NONE)] == [code]
