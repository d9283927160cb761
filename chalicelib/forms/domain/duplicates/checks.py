"""What keeps duplicate rules from being published, each fault with its path."""

from collections.abc import Iterator, Sequence

from ....kernel.errors import FieldError
from ..definition import Definition
from ..fields import type_of
from .marks import watches
from .setting import Across, DuplicateRule


def own_faults(definition: Definition, form_id: str) -> Iterator[FieldError]:
    """What the form says by itself."""
    seen: set[str] = set()
    for index, rule in enumerate(definition.duplicates):
        path = f"/duplicates/{index}"
        if rule.id in seen:
            yield FieldError.of(f"{path}/id", "duplicate_id", id=rule.id)
        seen.add(rule.id)
        if not rule.parts:
            yield FieldError.of(f"{path}/fields", "duplicate_no_field")
        named = [part.field for part in rule.parts]
        yield from _fields(definition, named, rule.ways, f"{path}/fields")
        yield from _across(rule, form_id, path)


def _across(rule: DuplicateRule, form_id: str, path: str) -> Iterator[FieldError]:
    forms: set[str] = set()
    for index, across in enumerate(rule.across):
        here = f"{path}/across/{index}"
        if across.form in forms or across.form == form_id:
            yield FieldError.of(f"{here}/form", "duplicate_form_twice")
        forms.add(across.form)
        if len(across.fields) != len(rule.parts):
            yield FieldError.of(f"{here}/fields", "duplicate_field")


def across_faults(rule: DuplicateRule, across: Across, target: Definition, path: str) -> Iterator[FieldError]:
    """What the other form lacks."""
    if len(across.fields) == len(rule.parts):
        yield from _fields(target, across.fields, rule.ways, f"{path}/fields")


def lost_fields(owner: str, others: Definition, definition: Definition, form_id: str) -> Iterator[str]:
    """Fields that rules of another form need of this one, and this version has not."""
    for watch in watches(owner, others, form_id):
        for name, way in zip(watch.fields, watch.rule.ways, strict=True):
            if not _suits(definition, name, way):
                yield name


def _fields(definition: Definition, names: Sequence[str], ways: Sequence[str], path: str) -> Iterator[FieldError]:
    for index, (name, way) in enumerate(zip(names, ways, strict=True)):
        if name in names[:index] or not _suits(definition, name, way):
            yield FieldError.of(f"{path}/{index}", "duplicate_field")


def _suits(definition: Definition, name: str, way: str) -> bool:
    """Whether the field is there, and what people fill in, and can be compared like that."""
    field = definition.by_id.get(name)
    return field is not None and not type_of(field).computed and way in type_of(field).matched_as(field)
