"""Which roles, departments and members a definition names, and where."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..access.giving import EDIT_ALL_PLACE, READ_ALL_PLACE
from .columns import columns_of
from .fields import TYPES

SUBMIT, DEFAULT = "submit", "default"


class Named(NamedTuple):
    """`id` of what is named; `place` as the directory's `Use` calls it; `path` into the definition."""

    id: str
    kind: str
    place: str
    path: str
    field: Any = ""
    """Label of the field whose default it is."""


def named(definition: Mapping[str, Any]) -> Iterator[Named]:
    """Of a draft, too: it may be unfinished."""
    access = definition.get("access", {})
    submit = access.get("submit")
    for kind, ids in submit.items() if isinstance(submit, Mapping) else ():
        for each in ids:
            yield Named(each, kind, SUBMIT, f"/access/submit/{kind}")
    for place in (READ_ALL_PLACE, EDIT_ALL_PLACE):
        for each in access.get(place, {}).get("roles", ()):
            yield Named(each, "roles", place, f"/access/{place}/roles")
    yield from _groups(access.get("groups", ()))
    for index, field in enumerate(definition.get("fields", ())):
        yield from _defaults(field, f"/fields/{index}")
        for number, column in enumerate(columns_of(field)):
            yield from _defaults(column, f"/fields/{index}/options/columns/{number}")


def _groups(groups: Sequence[Mapping[str, Any]]) -> Iterator[Named]:
    """Whom permission groups name. Where, is told as all records to read or to change: what a group comes to."""
    for index, group in enumerate(groups):
        audience = group.get("audience")
        for kind, ids in audience.items() if isinstance(audience, Mapping) else ():
            for each in ids:
                place = EDIT_ALL_PLACE if group.get("actions") else READ_ALL_PLACE
                yield Named(each, kind, place, f"/access/groups/{index}/audience/{kind}")


def _defaults(field: Mapping[str, Any], path: str) -> Iterator[Named]:
    field_type = TYPES.get(str(field.get("type")))
    if field_type:
        for each in field_type.named_by_default(field.get("default")):
            yield Named(each, f"{field_type.refers_to}s", DEFAULT, f"{path}/default", field.get("name", ""))
