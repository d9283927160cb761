"""A field of a form, and for whom a value is checked, computed or written. What no type has to say anything about."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Any

from ....kernel.money import MAX_EXPONENT
from ..formula import Calendar
from ..labels import Label, label_text


class Fault(Exception):
    """A value or an option that will not do: stable code, path below the field, what the message names."""

    def __init__(self, code: str, path: str = "", **params: Any) -> None:
        super().__init__(code, path, params)
        self.code = code
        self.path = path
        self.params = params


@dataclass(frozen=True)
class Field:
    """`options` are the type's own settings; `columns` are the fields of a row, for types that hold rows only."""

    id: str
    type: str
    name: Label
    required: bool = False
    unique: bool = False
    indexed: bool = False
    unique_in_lines: bool = False
    """Of a column: no two rows of a record may hold the same."""
    help: Label = ""
    default: Any = None
    options: Mapping[str, Any] = field(default_factory=dict)
    columns: tuple["Field", ...] = ()
    retired: tuple[Mapping[str, Any], ...] = ()
    """Choices that older versions of the form offered: shown by name where a record holds them, not offered."""

    def label(self, language: str) -> str:
        return label_text(self.name, language)


@dataclass(frozen=True)
class Locale:
    """How to write a value for people: in which language, and in whose day."""

    language: str
    zone: tzinfo


def _nobody(name: str) -> frozenset[str]:
    del name
    return frozenset()


def _everything(field_id: str) -> bool:
    del field_id
    return True


@dataclass(frozen=True, slots=True)
class Moment:
    """When and for whom values are computed: what `@today`, `@me` and TODAY() mean, and which days are worked.

    `actor` gives the ids for each name of `conditions.dynamic.ACTORS`, `reads` says which fields of the record that is
    saved may be read by whoever saves; both cost nothing until they are asked.
    """

    now: datetime
    zone: tzinfo
    member_id: str = ""
    language: str = "zh-CN"
    calendar: Calendar | None = None
    """Given only where a formula asks for it."""
    actor: Callable[[str], frozenset[str]] = _nobody
    reads: Callable[[str], bool] = _everything


@dataclass(frozen=True)
class Reader(Locale):
    """For whom a mail tells a value. `named` is (type, id) -> the name of that member or department, "" if none."""

    named: Callable[[str, str], str]

    def joined(self, parts: list[str]) -> str:
        return ("、" if self.language == "zh-CN" else ", ").join(part for part in parts if part)

    def counted(self, number: int) -> str:
        return f"{number} 项" if self.language == "zh-CN" else f"{number} items"


def frozen(value: Any) -> Hashable:
    """A JSON value as one that can be compared and put into a set; numbers as their text, files as their ids."""
    if isinstance(value, Mapping):
        return frozen(value["id"]) if "id" in value else tuple(sorted((name, frozen(value[name])) for name in value))
    if isinstance(value, list | tuple):
        return tuple(frozen(item) for item in value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = Decimal(value)
        return format(number, "f") if number.is_finite() and abs(number.adjusted()) <= MAX_EXPONENT else str(number)
    return str(value) if value is not None and not isinstance(value, bool) else value
