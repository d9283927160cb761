"""Which places of a definition name a field: what a builder should know before deleting it.

Definitions are looked at as they are written, drafts too. `target` is a field's id or `lines.column`; what names a
column of a table uses the table as well.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from .columns import columns_of
from .condition_fields import tested_fields
from .definition import TITLE_PART
from .fields import TYPES
from .formula import named_in
from .labels import Label
from .link_options import form_ids

FIELD, TITLE, LIST, RULE, BALANCE, ACCESS, FLOW = "field", "title", "list", "rule", "balance", "access", "flow"
_LISTS = (LIST, "duplicates", "unique_together")
"""Parts of a definition that say fields by their ids and nothing else that could be taken for one."""
_WORDS = ("id", "name", "hint", "text", "message")

Doc = Mapping[str, Any]


@dataclass(frozen=True)
class FieldUse:
    """`name` is the label of the field, balance or group, "" where it has none; `type` of a field; `number` of a rule;
    `node` of a flow.
    """

    kind: str
    name: Label = ""
    type: str = ""
    number: int = 0
    node: str = ""


def uses_within(definition: Doc, target: str) -> Iterator[FieldUse]:
    """The places of the form itself, in reading order."""
    yield from _by_fields(definition, target)
    if _is_named(target, TITLE_PART.findall(definition.get("title", ""))):
        yield FieldUse(TITLE)
    for part in _LISTS:
        if _is_named(target, _texts(definition.get(part, ()))):
            yield FieldUse(part)
    yield from _by_rules(definition, target)
    for balance in definition.get("balances", ()):
        own = [balance.get("on", ""), balance.get("amount", ""), balance.get("period", {}).get("by", "")]
        if _is_named(target, [*own, *tested_fields(balance.get("when"))]):
            yield FieldUse(BALANCE, balance.get("name", ""))
    for group in definition.get("access", {}).get("groups", ()):
        if _is_named(target, [*group.get("fields", {}), *tested_fields(group.get("rows"))]):
            yield FieldUse(ACCESS, group.get("name", ""))


def _by_fields(definition: Doc, target: str) -> Iterator[FieldUse]:
    """A field does not count as its own user, nor do the columns of a table as users of the table."""
    for place in _fields(definition):
        named = (_resolved(name, place) for name in TYPES[place.doc["type"]].names_beside(_options(place.doc)))
        if not _is_named(target, [place.path]) and _is_named(target, named):
            yield FieldUse(FIELD, place.doc.get("name", ""), place.doc["type"])


def _by_rules(definition: Doc, target: str) -> Iterator[FieldUse]:
    for index, rule in enumerate(definition.get("rules", ())):
        acted_on = [name for action in rule["then"] for name in action["fields"]]
        if _is_named(target, [*named_in(rule["when"]["formula"]), *acted_on]):
            yield FieldUse(RULE, number=index + 1)


def uses_of_form(definition: Doc, form_id: str, target: str) -> Iterator[FieldUse]:
    """The places that name a field of the form `form_id`, to whose records the definition's link or the other way."""
    own = {field["id"]: _options(field) for field in _known(definition.get("fields", ()))}
    for place in _fields(definition):
        beside = {**own, **place.row}
        if _is_named(target, TYPES[place.doc["type"]].names_of(_options(place.doc), form_id, beside)):
            yield FieldUse(FIELD, place.doc.get("name", ""), place.doc["type"])
    for balance in definition.get("balances", ()):
        leads = form_id in form_ids(own.get(str(balance.get("on")), {}))
        if leads and _is_named(target, [str(balance.get("limit", {}).get("field", ""))]):
            yield FieldUse(BALANCE, balance.get("name", ""))


class _Place(NamedTuple):
    """A field, or a column of the field `lines`; `row` are the options of the columns of its row."""

    doc: Doc
    lines: str
    row: dict[str, Doc]

    @property
    def path(self) -> str:
        return f"{self.lines}.{self.doc['id']}" if self.lines else str(self.doc["id"])


def _fields(definition: Doc) -> Iterator[_Place]:
    for field in _known(definition.get("fields", ())):
        yield _Place(field, "", {})
        columns = _known(columns_of(field)) if TYPES[field["type"]].holds_rows else []
        row = {column["id"]: _options(column) for column in columns}
        yield from (_Place(column, field["id"], row) for column in columns)


def _known(fields: Iterable[Any]) -> list[Doc]:
    return [each for each in fields if isinstance(each, Mapping) and each.get("type") in TYPES and "id" in each]


def _options(field: Doc) -> Doc:
    options = field.get("options", {})
    return options if isinstance(options, Mapping) else {}


def _resolved(name: str, place: _Place) -> str:
    """Of a column, a bare name is that of a column of its row, if there is one."""
    return f"{place.lines}.{name}" if name in place.row else name


def _is_named(target: str, names: Iterable[str]) -> bool:
    return any(name == target or name.startswith(f"{target}.") for name in names)


def _texts(value: Any) -> Iterator[str]:
    """Every text in it, but for what people read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            if key not in _WORDS:
                yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
