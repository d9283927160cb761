"""A serial number such as `QT-{yyyy}{mm}-{0000}` or, with what a field holds, `{region}-{0000}`.

Gapless, it is counted in the record's own transaction: none is skipped, and those who create at once wait for each
other. Fast, it is taken before: nobody waits, and the number of a record that is refused in the end is skipped. None is
given twice either way.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, tzinfo
from typing import Any, ClassVar

from ..formula import Kind, Value
from ..labels import Label
from ..normal_form import folded, has_control
from ._registry import TYPES
from ._texts import text_key
from .base import Fault, Field, FieldType

_PART = re.compile(r"\{(yyyy|yy|mm|dd|0{1,10})\}")
_FIELD = re.compile(r"\{(?!(?:yyyy|yy|mm|dd)\})([a-z][a-z0-9_]{0,39})\}")
_ANY = re.compile(f"{_PART.pattern}|{_FIELD.pattern}")
MOST_SEGMENT = 20
"""Characters that a field gives to a number; a longer value is cut."""
GAPLESS, FAST = "gapless", "fast"
_PERIODS = ("never", "year", "month", "day")
_PERIOD_TEXT = {"never": "all", "year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}


class Serial(FieldType):
    type = "serial"
    words: ClassVar[Label] = {"zh-CN": "流水号", "en": "serial number"}
    compare = "text"
    kind = Kind.TEXT
    may_be_indexed = True
    may_be_column = False
    may_have_default = False
    may_repeat = False
    listed_by_default = False
    computed = True
    numbers_records = True
    options: ClassVar[dict[str, Any]] = {
        "template": {"type": "string", "minLength": 1, "maxLength": 60},
        "reset": {"enum": list(_PERIODS)},
        "numbering": {"enum": [GAPLESS, FAST]},
    }
    needs = ("template",)

    def problems(self, field: Field) -> Iterator[Fault]:
        template = field.options["template"]
        parts = _PART.findall(template)
        if sum(part.startswith("0") for part in parts) != 1:
            yield Fault("serial_counter", "/options/template", example="QT-{yyyy}{mm}-{0000}")
        rest = _FIELD.sub("", _PART.sub("", template))
        if "{" in rest or "}" in rest or has_control(rest):
            yield Fault("serial_template", "/options/template")
        if _PERIODS.index(self.reset(field)) > _PERIODS.index(_finest(template)):
            yield Fault("serial_reset", "/options/reset", reset=self.reset(field))

    def problems_beside(self, field: Field, fields: Sequence[Field]) -> Iterator[Fault]:
        sayable = {each.id for each in fields if TYPES[each.type].in_serials}
        for name in _FIELD.findall(field.options["template"]):
            if name not in sayable:
                yield Fault("serial_segment", "/options/template", id=name)

    def names_beside(self, options: Mapping[str, Any]) -> Iterator[str]:
        return iter(_FIELD.findall(str(options.get("template", ""))))

    def reset(self, field: Field) -> str:
        return str(field.options.get("reset") or _finest(field.options["template"]))

    def is_fast(self, field: Field) -> bool:
        return bool(field.options.get("numbering", GAPLESS) == FAST)

    def period(self, field: Field, day: date) -> str:
        """Which counter a day counts in."""
        return day.strftime(_PERIOD_TEXT[self.reset(field)])

    def segments(self, field: Field, fields: Sequence[Field], values: Mapping[str, Any]) -> dict[str, str]:
        """What the fields that the template names give to a number; a blank one gives nothing."""
        named = set(_FIELD.findall(field.options["template"]))
        return {
            each.id: TYPES[each.type].segment(each, values[each.id])[:MOST_SEGMENT]
            for each in fields
            if each.id in named and each.id in values
        }

    def render(self, field: Field, day: date, count: int, segments: Mapping[str, str] | None = None) -> str:
        """`segments` are the texts of the fields that the template names."""
        said = segments or {}
        parts = {"yyyy": f"{day.year:04d}", "yy": f"{day.year % 100:02d}", "mm": f"{day.month:02d}"}
        parts["dd"] = f"{day.day:02d}"

        def written(match: re.Match[str]) -> str:
            part = match.group(1)
            return parts[part] if part in parts else f"{count:0{len(part)}d}"

        def said_or_written(match: re.Match[str]) -> str:
            """In one pass: what a field holds is never read as a part of the template."""
            return written(match) if _PART.fullmatch(match.group()) else said.get(match.group()[1:-1], "")

        return _ANY.sub(said_or_written, field.options["template"])

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        return {"type": "string", "readOnly": True}

    def canonical(self, field: Field, value: Any) -> Any:
        del field
        return value

    def unlimited(self, field: Field) -> Field:
        """The text type that takes what every other does."""
        return Field(field.id, "long_text", field.name)

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return text_key(value)

    def whole_key(self, field: Field, value: str) -> str:
        del field
        return folded(value)

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        del field, zone
        return value


def _finest(template: str) -> str:
    """The period that the template's dates can tell apart."""
    parts = set(_PART.findall(template))
    if not parts & {"yyyy", "yy"}:
        return "never"
    if "mm" not in parts:
        return "year"
    return "day" if "dd" in parts else "month"


FIELD_TYPE = Serial()
