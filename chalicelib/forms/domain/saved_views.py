"""Saved views of a form's records: what they hold, and what of them still fits the form and whoever reads them. Pure.

A view never widens rights: its filter is sent as a filter of the list, like one that was typed.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...conditions import reader
from ...conditions.dynamic import Surroundings
from ...kernel.errors import FieldError
from .definition import Definition
from .errors import ListInvalid
from .fields import Field, type_of
from .filter_kinds import SYSTEM
from .record_query import ListFields, parse_query

PERSONAL, ROLES, EVERYONE = "personal", "roles", "everyone"
MAX_FILTER = 4_000
"""Characters of a filter as JSON: what the list takes."""
TITLE = "@title"
_SHARED_COLUMNS = frozenset({TITLE, *SYSTEM})
_ARRANGED = {
    "kanban": (frozenset({"choice"}), "view_by_choice"),
    "calendar": (frozenset({"date", "datetime"}), "view_by_date"),
}
"""By kind: as what the field that cards are laid out by must be compared, and the code of the fault."""

Condition = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is in pixels, 0: as wide as its content needs; `total` is a function of sums, "": none."""

    field: str
    width: int = 0
    total: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a view shows. Empty `columns` are those of the form, an empty `sort` is newest first."""

    kind: str = "table"
    columns: tuple[Column, ...] = ()
    filter: Condition | None = None
    sort: str = ""
    group: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class SavedView:
    """`owner` is who made it: of a personal one the only reader."""

    id: str
    form_id: str
    name: str
    audience: str
    owner: str
    setting: Setting
    created_at: str
    updated_at: str
    updated_by: str
    roles: tuple[str, ...] = ()
    version: int = 0

    @property
    def shared(self) -> bool:
        return self.audience != PERSONAL


def read_setting(doc: Mapping[str, Any]) -> Setting:
    """From a request that its schema let through."""
    return Setting(
        kind=doc["kind"],
        columns=tuple(Column(**each) for each in doc.get("columns", ())),
        filter=doc.get("filter") or None,
        sort=doc.get("sort", ""),
        group=doc.get("group", ""),
        by=doc.get("by", ""),
    )


def view_faults(
    definition: Definition, around: Surroundings, setting: Setting, hides: frozenset[str]
) -> Iterator[FieldError]:
    """What of it the list could not answer; fields in `hides` are as if there were none."""
    listed = frozenset(definition.summary_fields) - hides
    for at, column in enumerate(setting.columns):
        if column.field not in listed | _SHARED_COLUMNS:
            yield FieldError.of(f"/columns/{at}/field", "view_field", id=column.field)
    if setting.filter is not None:
        yield from _condition_faults(definition, setting.filter, "/filter", hides)
        if len(json.dumps(setting.filter, ensure_ascii=False, separators=(",", ":"))) > MAX_FILTER:
            yield FieldError.of("/filter", "list_filter_size", limit=MAX_FILTER)
    yield from _order_faults(definition, around, setting.sort, hides)
    if setting.group and setting.group not in listed | SYSTEM.keys():
        yield FieldError.of("/group", "view_field", id=setting.group)
    yield from _arrangement_faults(definition, setting, listed)


def fitting(
    definition: Definition, around: Surroundings, setting: Setting, hides: frozenset[str]
) -> tuple[Setting, tuple[str, ...]]:
    """The setting without what names fields that are removed, listed no more, or hidden; and which parts lost
    something. It names no field: a hidden one must not be told of.
    """
    listed = frozenset(definition.summary_fields) - hides
    known = listed | _SHARED_COLUMNS
    kept = replace(
        setting,
        columns=tuple(each for each in setting.columns if each.field in known),
        filter=_pruned(definition, setting.filter, hides),
        sort="" if any(_order_faults(definition, around, setting.sort, hides)) else setting.sort,
        group=setting.group if setting.group in listed | SYSTEM.keys() else "",
        by="" if any(_arrangement_faults(definition, setting, listed)) else setting.by,
    )
    if setting.kind in _ARRANGED and not kept.by:
        kept = replace(kept, kind="table")
    parts = ("columns", "filter", "sort", "group", "by")
    return kept, tuple(part for part in parts if getattr(kept, part) != getattr(setting, part))


def _arrangement_faults(definition: Definition, setting: Setting, listed: frozenset[str]) -> Iterator[FieldError]:
    wanted = _ARRANGED.get(setting.kind)
    if wanted is None:
        return
    kinds, code = wanted
    field = _field(definition, setting.by, listed)
    if field is None or field.id in definition.volatile or type_of(field).compare_kind(field) not in kinds:
        yield FieldError.of("/by", code)


def _field(definition: Definition, name: str, listed: frozenset[str]) -> Field | None:
    return definition.by_id[name] if name in listed else SYSTEM.get(name)


def _order_faults(
    definition: Definition, around: Surroundings, sort: str, hides: frozenset[str]
) -> Sequence[FieldError]:
    try:
        parse_query(definition, around, sort=sort, hides=hides)
    except ListInvalid as refused:
        return refused.fields
    return ()


def _condition_faults(
    definition: Definition, condition: Condition, path: str, hides: frozenset[str]
) -> Sequence[FieldError]:
    fields = ListFields(definition, hides)
    reader.read(condition, fields, path)
    return fields.faults


def _pruned(definition: Definition, condition: Any, hides: frozenset[str]) -> Any:
    """The condition without tests that the list cannot answer, and without groups that have lost all of theirs."""
    if condition is None or not _condition_faults(definition, condition, "", hides):
        return condition
    if "not" in condition:
        # Without one of its tests a negated part would refuse other records than it was meant to.
        return None
    for name in ("all", "any"):
        if name in condition:
            left = [each for part in condition[name] if (each := _pruned(definition, part, hides)) is not None]
            return {name: left} if left else None
    return None
