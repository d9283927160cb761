"""The fields of a form as lists compare them: by the keys of their types, which the indexes are made of.

The keys of an index and the texts of a list entry are cut, so both may only narrow: what is compared is the whole key.
A text without its end is given as `Cut`, so that the answer can be "ask the record itself".
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from ...conditions.kinds import KINDS, Kind
from ...conditions.operators.base import Bounds
from ...conditions.tree import Comparison, Cut, Subject
from ...kernel.clock import from_text
from ...kernel.errors import Named
from ...kernel.ids import ordered_id_bounds
from .fields import Fault, Field, filter_value, type_of
from .normal_form import searchable
from .records import CREATED, CUT, ORDERS, STATES, index_key, moment_of

_STATE = "@state"
SYSTEM = {
    _STATE: Field(_STATE, "choice", _STATE, options={"choices": [{"value": state} for state in STATES]}),
    "@created_by": Field("@created_by", "member", "@created_by"),
    **{name: Field(name, "datetime", name) for name in (CREATED, *ORDERS)},
}


OWNER, OWNER_DEPARTMENT = "@owner", "@owner_department"


def owner_of(card: Mapping[str, Any]) -> str:
    """A list entry by an earlier release does not say: there it is whoever made it."""
    return str(card.get("owner") or card["created_by"])


class Entry(NamedTuple):
    """A list entry that is asked; `whole` says that its values are the record's own."""

    card: Mapping[str, Any]
    whole: bool


class Key(str):
    """A key to compare with, and the same as an index has it."""

    index_key: str

    def __new__(cls, whole: str, index: str) -> "Key":
        key = super().__new__(cls, whole)
        key.index_key = index
        return key


class FieldKind(Kind):
    """One field. Operands are `Key`s; of `contains` and `has`, texts.

    What an index holds of several members is one key, so that `eq` and `in` compare it as a whole; `has` looks inside.
    """

    def __init__(self, field: Field) -> None:
        self.field = field
        self._comparable = type_of(field).unlimited(field)
        self._type = type_of(self._comparable)
        kind = KINDS[self._type.compare_kind(self._comparable)]
        self.name = kind.name
        self.textual = kind.textual
        self.ordered = self.textual or self._type.may_be_indexed
        self.several = kind.several and not self.ordered
        self.takes_lists = kind.several and self.ordered
        self.scalar = self.ordered or self.several
        self.members = kind.members
        self.actors = kind.actors
        self.span = kind.span

    def value(self, stored: Any) -> str:
        return self._type.whole_key(self._comparable, stored)

    def operand(self, raw: Any) -> str:
        """Raises Fault."""
        if self.several:
            return self.item(raw)
        canonical = filter_value(self.field, raw)
        return Key(self.value(canonical), index_key(self._comparable, canonical))

    def item(self, raw: Any) -> str:
        """Raises Fault."""
        if not isinstance(raw, str):
            raise Fault("not_text")
        return raw

    def text(self, stored: Any) -> str:
        return searchable(stored)

    def part(self, raw: Any) -> str:
        """Raises Fault."""
        text = searchable(raw) if isinstance(raw, str) else ""
        if not text:
            raise Fault("not_text")
        return text


def is_textual(field: Field) -> bool:
    return type_of(field).compare_kind(field) == "text"


def subject_of(field: Field) -> Subject:
    return Subject(Named(field.id, field.name), FieldKind(field), partial(_read, field))


def value_of(card: Mapping[str, Any], name: str) -> Any:
    if name in ORDERS:
        return moment_of(card, name[1:])
    return card[name[1:]] if name.startswith("@") else card["values"].get(name)


def _read(field: Field, entry: Entry) -> Any:
    value = value_of(entry.card, field.id)
    if not entry.whole and isinstance(value, str) and len(value) >= CUT and is_textual(field):
        return Cut(value)
    return value


def index_bounds(test: Comparison) -> Bounds:
    """Of sort keys `<key>#<id>`: `#` sorts before whatever could follow, `$` just behind."""
    low, high = test.operator.bounds([each.index_key for each in test.args if isinstance(each, Key)])
    return low or None, f"{high}$" if high else None


def id_bounds(test: Comparison) -> Bounds:
    """Of the ids of records made at moments that pass a test of `@created_at`."""
    op = test.operator.name
    if op not in ("eq", "lt", "lte", "gt", "gte", "between"):
        return None, None
    moments = [from_text(each) for each in test.args]
    low = None if op in ("lt", "lte") else ordered_id_bounds(moments[0])[0]
    high = None if op in ("gt", "gte") else ordered_id_bounds(moments[-1])[1]
    return low, high
