"""The keys of fields, columns and choices in a definition.

A field's key is its id and a choice's is its value (or derived from it) until a builder chooses another one. Only
chosen keys are stored, so that a definition of an earlier release equals the same one saved today; answers name all.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from ...kernel.errors import FieldError
from ...kernel.ids import derived_id
from ...kernel.slugs import derived_key, is_key, looks_derived
from .columns import columns_of

CHOICE = "choice"
Doc = Mapping[str, Any]
Change = Callable[[Doc, str], Doc]
"""What becomes of a field or choice, given its derived key."""


def key_of_field(field: Doc) -> str:
    return str(field.get("key") or field["id"])


def key_of_choice(choice: Doc) -> str:
    return str(choice.get("key") or _of_value(choice["value"]))


def with_keys(definition: Doc) -> dict[str, Any]:
    """As the API answers it: every field, column and choice with its key."""
    return _each(definition, lambda doc, derived: {**doc, "key": doc.get("key") or derived})


def chosen_only(definition: Doc) -> dict[str, Any]:
    """As it is stored: without the keys that would be derived anyway."""
    return _each(
        definition,
        lambda doc, derived: {
            name: value for name, value in doc.items() if name != "key" or value not in (derived, "", None)
        },
    )


def key_faults(definition: Doc, published: Doc | None) -> Iterator[FieldError]:
    """Keys that two things of one owner share, and chosen keys that another version was published with."""
    before = {place.identity: place.key for place in _placed(published or {"fields": []}) if "key" in place.doc}
    taken: set[tuple[str, str]] = set()
    for place in _placed(definition):
        if (place.owner, place.key) in taken:
            yield FieldError.of(f"{place.path}/key", "key_taken", key=place.key)
        elif before.get(place.identity, place.key) != place.key:
            yield FieldError.of(f"{place.path}/key", "key_fixed", key=before[place.identity])
        elif "value" in place.doc and "key" in place.doc and looks_derived(place.key, CHOICE):
            yield FieldError.of(f"{place.path}/key", "key_reserved")
        taken.add((place.owner, place.key))


def _of_value(value: str) -> str:
    return value if is_key(value) else derived_key(CHOICE, derived_id(value))


def _each(definition: Doc, change: Change) -> dict[str, Any]:
    return {**definition, "fields": [_field(field, change) for field in definition.get("fields", ())]}


def _field(field: Any, change: Change) -> Any:
    """A draft may be unfinished: what has another shape stays as it is, and is complained about at publishing."""
    if not isinstance(field, Mapping) or "id" not in field:
        return field
    options = field.get("options", {})
    changed = dict(options)
    if isinstance(options.get("columns"), list):
        changed["columns"] = [_field(column, change) for column in options["columns"]]
    if isinstance(options.get("choices"), list):
        changed["choices"] = [_choice(choice, change) for choice in options["choices"]]
    whole = {**field, "options": changed} if "options" in field else field
    return dict(change(whole, field["id"]))


def _choice(choice: Any, change: Change) -> Any:
    known = isinstance(choice, Mapping) and isinstance(choice.get("value"), str)
    return dict(change(choice, _of_value(choice["value"]))) if known else choice


class _Place(NamedTuple):
    """A field, column or choice of a definition that is sound; `identity` is its ids from the form down."""

    owner: str
    identity: str
    path: str
    key: str
    doc: Doc


def _placed(definition: Doc) -> Iterator[_Place]:
    yield from _fields(definition["fields"], "", "/fields")


def _fields(fields: Any, owner: str, path: str) -> Iterator[_Place]:
    for index, field in enumerate(fields):
        here, identity = f"{path}/{index}", f"{owner}{field['id']}"
        yield _Place(owner, identity, here, key_of_field(field), field)
        options = field.get("options", {})
        yield from _fields(columns_of(field), f"{identity}.", f"{here}/options/columns")
        for number, choice in enumerate(options.get("choices", ())):
            at = f"{here}/options/choices/{number}"
            yield _Place(f"{identity}=", f"{identity}={choice['value']}", at, key_of_choice(choice), choice)
