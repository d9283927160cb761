"""What is wrong with a definition, all of it at once, each fault with the path that the editor can show it at."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from ...edge.schemas import field_errors, make_validator
from ...kernel.errors import FieldError
from .definition import (
    MAX_FIELDS,
    MAX_INDEXED,
    MAX_LISTED,
    MAX_UNIQUE,
    TITLE_PART,
    every_field,
    read_field,
    storage_types,
)
from .evaluation_order import Step, currency_faults, formulas, make_step, order
from .fields import TYPES, Fault, Field, FieldType, meant, type_of
from .formula import FormulaError
from .layout import layout_faults
from .rule_checks import may_be_compared, rule_faults

_OWNER = re.compile(r"/fields/[0-9]+(/options/columns/[0-9]+)?(?=/)")


def problems(doc: Mapping[str, Any], known: Mapping[str, str] | None = None) -> list[FieldError]:
    """Everything that keeps `doc` from being published. `known` are the storage types of all ids ever published.

    `doc` satisfies `schemas/form_definition.json` already; an empty answer means that `read_definition` may read it.
    """
    docs = doc["fields"]
    if not docs:
        return [FieldError.of("/fields", "no_fields")]
    found = list(_structure(docs, "/fields", TYPES.keys()))
    if found:
        # Whoever writes a formula is told about it although another field is not finished.
        return found + list(_formulas(_sound(docs, found)))
    fields = tuple(read_field(each) for each in docs)
    found += _identities(fields)
    found += _limits(fields)
    for path, field in _placed(fields):
        found += list(_field(path, field)) or _beside(path, field, fields)
    found += _formulas(fields)
    found += _presentation(doc, fields)
    if not found:
        found += _continuity(fields, known or {})
        found += rule_faults(doc, fields)
        found += layout_faults(doc)
    return found


def _structure(docs: list[Any], path: str, allowed: Any) -> Iterator[FieldError]:
    for index, doc in enumerate(docs):
        here = f"{path}/{index}"
        if doc.get("type") not in allowed:
            code = "column_type" if doc.get("type") in TYPES else "unknown_type"
            yield FieldError.of(f"{here}/type", code, type=str(doc.get("type")))
            continue
        options = doc.get("options", {})
        faults = field_errors(options_validator(doc["type"]), options, root=f"{here}/options")
        yield from faults
        if TYPES[doc["type"]].holds_rows and not faults:
            columns = [name for name, each in TYPES.items() if each.may_be_column]
            yield from _structure(options["columns"], f"{here}/options/columns", columns)


def _sound(docs: list[Any], faults: list[FieldError]) -> tuple[Field, ...]:
    """The fields as far as formulas can see: one that cannot be read yet is replaced by another of its kind."""
    broken = {match.group() for fault in faults if (match := _OWNER.match(fault.path))}
    return tuple(read_field(_readable(doc, f"/fields/{index}", broken)) for index, doc in enumerate(docs))


def _readable(doc: Mapping[str, Any], path: str, broken: set[str], *, within: bool = False) -> Mapping[str, Any]:
    unread = within or path in broken
    options = doc.get("options", {})
    field_type = TYPES.get(doc["type"])
    if field_type and field_type.holds_rows and not within:
        columns = [each for each in options.get("columns", ()) if isinstance(each, Mapping)]
        read = [
            # Columns of a table that is broken itself were not looked at.
            _readable(each, f"{path}/options/columns/{place}", broken, within=unread)
            for place, each in enumerate(columns)
        ]
        return {**doc, "options": {"columns": read}}
    if not unread:
        return doc
    return field_type.stand_in_for(doc) if field_type else {**doc, "type": FieldType.stand_in, "options": {}}


@cache
def options_validator(name: str) -> Draft202012Validator:
    """Of the settings of a type: compiled once a process, in which the types do not change."""
    return make_validator(TYPES[name].options_schema())


def _placed(fields: tuple[Field, ...]) -> Iterator[tuple[str, Field]]:
    for index, field in enumerate(fields):
        yield f"/fields/{index}", field
        for place, column in enumerate(field.columns):
            yield f"/fields/{index}/options/columns/{place}", column


def _identities(fields: tuple[Field, ...]) -> Iterator[FieldError]:
    tables = {field.id for field in fields if type_of(field).holds_rows}
    seen: set[str] = set()
    for index, field in enumerate(fields):
        if field.id in seen:
            yield FieldError.of(f"/fields/{index}/id", "duplicate_id", id=field.id)
        seen.add(field.id)
        columns: set[str] = set()
        for place, column in enumerate(field.columns):
            if column.id in columns or column.id in tables:
                yield FieldError.of(f"/fields/{index}/options/columns/{place}/id", "duplicate_id", id=column.id)
            columns.add(column.id)


def _limits(fields: tuple[Field, ...]) -> Iterator[FieldError]:
    if len(list(every_field(fields))) > MAX_FIELDS:
        yield FieldError.of("/fields", "too_many_fields", limit=MAX_FIELDS)
    if sum(field.indexed for field in fields) > MAX_INDEXED:
        yield FieldError.of("/fields", "too_many_indexed", limit=MAX_INDEXED)
    if sum(field.unique for field in fields) > MAX_UNIQUE:
        yield FieldError.of("/fields", "too_many_unique", limit=MAX_UNIQUE)
    seen: set[str] = set()
    for index, field in enumerate(fields):
        if field.type in seen and not type_of(field).may_repeat:
            yield FieldError.of(f"/fields/{index}/type", "second_serial")
        seen.add(field.type)


def _beside(path: str, field: Field, fields: tuple[Field, ...]) -> list[FieldError]:
    found = type_of(field).problems_beside(field, fields)
    return [FieldError.of(path + fault.path, fault.code, **fault.params) for fault in found]


def _field(path: str, field: Field) -> Iterator[FieldError]:
    field_type = type_of(field)
    column = "/columns/" in path
    if field.unique and (column or not field_type.may_be_unique):
        yield FieldError.of(f"{path}/unique", "cannot_be_unique", type=field.type)
    if field.indexed and (column or not field_type.may_be_indexed):
        yield FieldError.of(f"{path}/indexed", "cannot_be_indexed", type=field.type)
    if field.unique_in_lines and not (column and may_be_compared(field)):
        yield FieldError.of(f"{path}/unique_in_lines", "cannot_be_unique", type=field.type)
    faults = list(field_type.problems(field))
    for fault in faults:
        yield FieldError.of(path + fault.path, fault.code, **fault.params)
    if not faults:
        yield from _default(path, field)


def _default(path: str, field: Field) -> Iterator[FieldError]:
    if field.default is None:
        return
    field_type = type_of(field)
    if not field_type.may_have_default:
        yield FieldError.of(f"{path}/default", "no_default", type=field.type)
        return
    if field_type.dynamic_default and field.default == field_type.dynamic_default:
        return
    try:
        field_type.canonical(field, field.default)
    except Fault as fault:
        yield FieldError.of(f"{path}/default{fault.path}", fault.code, **fault.params)


def _formulas(fields: tuple[Field, ...]) -> Iterator[FieldError]:
    places = {id(field): path for path, field in _placed(fields)}
    steps: list[Step] = []
    for field, lines in formulas(fields):
        try:
            steps.append(make_step(fields, field, lines))
        except FormulaError as error:
            yield FieldError.of(f"{places[id(field)]}/options/expression", error.code, **error.params)
    try:
        plan = order(steps)
    except FormulaError as error:
        first = next(step for step in steps if step.path == error.params["cycle"].split(" → ")[0])
        yield FieldError.of(f"{places[id(first.field)]}/options/expression", error.code, **error.params)
        return
    for step, mixed in currency_faults(fields, plan):
        yield FieldError.of(f"{places[id(step.field)]}/options/expression", mixed.code, **mixed.params)


def _presentation(doc: Mapping[str, Any], fields: tuple[Field, ...]) -> Iterator[FieldError]:
    by_id = {field.id: field for field in fields}
    title = doc.get("title", "")
    for name in TITLE_PART.findall(title):
        if name not in by_id or not type_of(meant(by_id[name])).may_be_in_title:
            yield FieldError.of("/title", "title_field", id=name)
    listed = doc.get("list", [])
    if len(listed) > MAX_LISTED:
        yield FieldError.of("/list", "too_many_listed", limit=MAX_LISTED)
    for index, name in enumerate(listed):
        if name not in by_id or not type_of(meant(by_id[name])).may_be_listed:
            yield FieldError.of(f"/list/{index}", "list_field", id=name)


def _continuity(fields: tuple[Field, ...], known: Mapping[str, str]) -> Iterator[FieldError]:
    """An id keeps its meaning: old records hold values under it, and a list sorts them together with the new."""
    now = storage_types(fields)
    for path, field in _placed(fields):
        name = field.id
        if "/columns/" in path:
            name = f"{fields[int(path.split('/')[2])].id}.{field.id}"
        if name in known and known[name] != now[name]:
            yield FieldError.of(f"{path}/type", "type_changed", id=name, before=known[name], after=now[name])
