"""Numbers that say what a field holds, and amounts in words."""

from datetime import date
from typing import Any

import pytest

from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.fields.serial import FIELD_TYPE as SERIAL

from .made import CNY, definition, doc, form

FIELDS = [
    doc("kind", "choice", {"choices": [{"value": "HW"}, {"value": "SW"}]}),
    doc("line", "text"),
    doc("at", "region"),
    doc("day", "date"),
]
DAY = date(2026, 11, 22)


def number(template: str, values: dict[str, Any], count: int = 7) -> str:
    found = definition(*FIELDS, doc("no", "serial", {"template": template}))
    serial = found.serial
    assert serial is not None
    return SERIAL.render(serial, DAY, count, SERIAL.segments(serial, found.fields, values))


@pytest.mark.parametrize(
    ("template", "values", "made"),
    [
        ("{kind}-{yyyy}{mm}-{0000}", {"kind": "HW"}, "HW-202611-0007"),
        ("{at}-{000}", {"at": ["310000", "310100", "310115"]}, "310115-007"),
        ("{day}-{line}-{00}", {"day": "2026-12-01", "line": "A"}, "20261201-A-07"),
        ("{kind}-{0000}", {}, "-0007"),
        ("{line}-{00}", {"line": "x" * 30}, f"{'x' * 20}-07"),
        ("{line}-{00}", {"line": "{00}{kind}"}, "{00}{kind}-07"),
    ],
)
def test_a_number_says_what_fields_hold(template: str, values: dict[str, Any], made: str) -> None:
    assert number(template, values) == made


@pytest.mark.parametrize("template", ["{nobody}-{0000}", "{total}-{0000}", "{no}-{0000}"])
def test_a_number_names_only_fields_that_it_can_say(template: str) -> None:
    found = problems(form(*FIELDS, doc("total", "money", CNY), doc("no", "serial", {"template": template})))
    assert [(fault.path, fault.code) for fault in found] == [("/fields/5/options/template", "serial_segment")]


def test_what_is_no_name_of_a_field_is_refused_as_before() -> None:
    found = problems(form(doc("no", "serial", {"template": "{Kind}-{0000}"})))
    assert [fault.code for fault in found] == ["serial_template"]


def test_only_yuan_are_written_in_capitals() -> None:
    assert problems(form(doc("total", "money", {**CNY, "words": True}))) == []
    found = problems(form(doc("total", "money", {"currency": "USD", "words": True})))
    assert [(fault.path, fault.code) for fault in found] == [("/fields/0/options/words", "words_currency")]
