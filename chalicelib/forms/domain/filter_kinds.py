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
from .fields import Fault, Field, type_of
from .fields._choices import values_of
from .records import CREATED, CUT, ORDERS, STATES, index_key, moment_of
from .texts import searchable

TEXTS = ("text", "long_text", "serial")
_STATE = "@state"
SYSTEM = {
    _STATE: Field(_STATE, "choice", _STATE, options={"choices": [{"value": state} for state in STATES]}),
    "@created_by": Field("@created_by", "member", "@created_by"),
    **{name: Field(name, "datetime", name) for name in (CREATED, *ORDERS)},
}
_BOOLEAN = "boolean"
_TRUTHS = {"true": True, "false": False}
_REFERRED = {"member": KINDS["member"].actors, "department": KINDS["department"].actors}
_SPANS = {"date": "day", "datetime": "moment"}


class Entry(NamedTuple):
    """A list entry that is asked; `whole` says that its values are the record's own."""

    card: Mapping[str, Any]
    whole: bool


class Key(str):
    """A key to compare with, and the same as an index has it."""

    index: str

    def __new__(cls, whole: str, index: str) -> "Key":
        key = super().__new__(cls, whole)
        key.index = index
        return key


class FieldKind(Kind):
    """One field. Operands are `Key`s; of `contains` and `has`, texts."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self._comparable = comparable(field)
        self._type = type_of(self._comparable)
        self.name = field.type
        self.textual = is_textual(field)
        self.several = field.type == "choices"
        self.ordered = self.textual or self._type.may_be_indexed
        self.scalar = self.ordered or self.several
        self.members = self.several or bool(self._type.refers_to)
        self.takes_lists = bool(field.options.get("multiple"))
        self.actors = _REFERRED.get(self._type.refers_to, ())
        self.span = _SPANS.get(self._comparable.type, "")

    def value(self, stored: Any) -> str:
        return self._type.whole_key(self._comparable, stored)

    def operand(self, raw: Any) -> str:
        """Raises Fault."""
        if self.several:
            return self.item(raw)
        canonical = self._canonical(raw)
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

    def _canonical(self, raw: Any) -> Any:
        if self.field.type == "choice":
            return self._choice(raw)
        if self._comparable.type == "formula":
            return _computed(self._comparable, raw)
        if self.takes_lists and isinstance(raw, str):
            raw = [raw]
        return self._type.canonical(self._comparable, raw)

    def _choice(self, raw: Any) -> str:
        """Options that the form no longer offers, records hold still; what never was one is refused."""
        known = {*values_of(self.field), *(choice["value"] for choice in self.field.retired)}
        text = raw.strip() if isinstance(raw, str) else ""
        if text not in known:
            raise Fault("not_a_choice", value=str(raw)[:60])
        return text


def _computed(field: Field, value: Any) -> Any:
    """A computed text is kept as it came out, spaces at its ends included."""
    if field.options["result"] == _BOOLEAN:
        if str(value).lower() not in _TRUTHS:
            raise Fault("not_a_choice", value=str(value)[:60])
        return _TRUTHS[str(value).lower()]
    if not isinstance(value, str):
        raise Fault("not_text")
    return value


def is_textual(field: Field) -> bool:
    return field.type in TEXTS or (field.type == "formula" and field.options["result"] == "text")


def comparable(field: Field) -> Field:
    """The field without what only limits input: a filter may ask for whatever the field ever could hold."""
    if field.type == "formula":
        result = field.options["result"]
        if result in ("text", _BOOLEAN):
            return Field(field.id, field.type, field.name, options={"result": result})
        return Field(field.id, "date" if result == "date" else "number", field.name)
    if is_textual(field):
        return Field(field.id, "long_text", field.name)
    if field.type in ("percent", "money"):
        return Field(field.id, "number", field.name)
    kept = {name: field.options[name] for name in ("multiple",) if name in field.options}
    return Field(field.id, field.type, field.name, options=kept)


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
    low, high = test.operator.bounds([each.index for each in test.args if isinstance(each, Key)])
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
