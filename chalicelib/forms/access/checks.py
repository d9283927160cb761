"""What keeps permission groups from being published, each fault with its path."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...conditions import reader
from ...kernel.errors import FieldError
from ..domain.definition import read_definition
from ..domain.fields import type_of
from ..domain.record_query import ListFields

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
        if definition and isinstance(group["rows"], Mapping):
            fields = ListFields(definition)
            reader.read(group["rows"], fields, f"{path}/rows")
            yield from fields.faults
