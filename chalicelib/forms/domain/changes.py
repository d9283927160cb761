"""What a new version changes, in terms that a builder reads before he publishes."""

from collections.abc import Iterator, Mapping
from typing import Any

from .columns import columns_of

_FORM_PARTS = (
    "name", "description", "title", "list", "icon", "color", "access", "approval", "balances", "rules", "layout",
    "duplicates", "unique_together",
)  # fmt: skip
_MADE = ("source", "since")
"""Options that publishing makes: nobody changed them."""
_FIELD_PARTS = ("name", "key", "required", "unique", "indexed", "unique_in_lines", "help", "default")

Doc = Mapping[str, Any]


def changes(before: Doc | None, after: Doc) -> list[dict[str, Any]]:
    """`{"change", "id"?, "name"?, "parts"?}` in the order of the new form; of a first version only `form_created`."""
    if before is None:
        return [{"change": "form_created"}]
    found: list[dict[str, Any]] = []
    parts = [part for part in _FORM_PARTS if before.get(part) != after.get(part)]
    if parts:
        found.append({"change": "form_changed", "parts": parts})
    found += _fields(before["fields"], after["fields"], "")
    return found


def _fields(before: list[Doc], after: list[Doc], prefix: str) -> Iterator[dict[str, Any]]:
    old = {field["id"]: field for field in before}
    new = {field["id"]: field for field in after}
    for identity, field in new.items():
        where = {"id": prefix + identity, "name": field["name"]}
        if identity not in old:
            yield {"change": "field_added", **where}
            continue
        parts = list(_parts(old[identity], field))
        if parts:
            yield {"change": "field_changed", **where, "parts": parts}
        yield from _fields(columns_of(old[identity]), columns_of(field), f"{prefix}{identity}.")
    for identity, field in old.items():
        if identity not in new:
            yield {"change": "field_removed", "id": prefix + identity, "name": field["name"]}
    kept = [identity for identity in old if identity in new]
    if kept != [identity for identity in new if identity in old]:
        yield {"change": "fields_moved", **({"id": prefix.rstrip(".")} if prefix else {})}


def _parts(before: Doc, after: Doc) -> Iterator[str]:
    for part in _FIELD_PARTS:
        if before.get(part) != after.get(part):
            yield part
    old, new = before.get("options", {}), after.get("options", {})
    for option in dict.fromkeys((*old, *new)):
        told = option == "columns" and (columns_of(before) or columns_of(after))
        if not told and option not in _MADE and old.get(option) != new.get(option):
            yield f"options.{option}"
