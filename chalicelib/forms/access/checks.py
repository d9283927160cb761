"""What keeps permission groups from being published, each fault with its path."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...conditions import reader
from ...kernel.errors import FieldError
from ..domain.definition import Definition, read_definition
from ..domain.fields import type_of
from ..domain.linking import links_of
from ..domain.record_query import ListFields
from .rows import MEMBERS, MOST_FIELDS, THROUGH, is_condition, members_of, through_of

PLACE = "/access/groups"


def group_faults(doc: Mapping[str, Any]) -> Iterator[FieldError]:
    """Of a definition whose fields are sound."""
    groups = doc.get("access", {}).get("groups", ())
    definition = read_definition(doc) if groups else None
    seen: set[str] = set()
    for index, group in enumerate(groups if definition else ()):
        path = f"{PLACE}/{index}"
        if group["id"] in seen:
            yield FieldError.of(f"{path}/id", "duplicate_id", id=group["id"])
        seen.add(group["id"])
        for name, level in group.get("fields", {}).items():
            field = definition.by_id.get(name) if definition else None
            if field is None:
                yield FieldError.of(f"{path}/fields/{name}", "group_field", id=name)
            elif level == "masked" and type_of(field).compare_kind(field) != "text":
                yield FieldError.of(f"{path}/fields/{name}", "group_mask", id=name)
        for name in group.get("reveal", ()):
            if group.get("fields", {}).get(name) != "masked":
                yield FieldError.of(f"{path}/reveal", "group_reveal", id=name)
        if definition:
            yield from _row_faults(definition, group["rows"], f"{path}/rows")
    if definition and len(definition.access.team_fields) > MOST_FIELDS:
        yield FieldError.of(PLACE, "group_rows_fields", limit=MOST_FIELDS)


def _row_faults(definition: Definition, rows: Any, path: str) -> Iterator[FieldError]:
    links = {link.path for link in links_of(definition)}
    if (link := through_of(rows)) and link not in links:
        yield FieldError.of(f"{path}/{THROUGH}", "group_rows_link", id=link)
    for name in members_of(rows):
        field = definition.by_id.get(name)
        people = field is not None and type_of(field).compare_kind(field) in ("member", "members")
        if not people or name in definition.beside:
            yield FieldError.of(f"{path}/{MEMBERS}", "group_rows_member", id=name)
    if is_condition(rows):
        fields = ListFields(definition)
        reader.read(rows, fields, path)
        yield from fields.faults
