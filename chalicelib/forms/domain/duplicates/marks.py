"""Under what a record stands for a duplicate rule: the same mark for records that are the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....kernel.ids import derived_id
from ..definition import Definition
from ..fields import type_of
from ..normalisers import NORMALISERS
from .setting import DuplicateRule


@dataclass(frozen=True, slots=True)
class Watch:
    """A rule of the form `owner` as it concerns the records of one form, whose `fields` stand for its parts."""

    owner: str
    rule: DuplicateRule
    fields: tuple[str, ...]

    @property
    def scope(self) -> str:
        """What marks of the rule mean: with other normal forms they mean something else."""
        return f"{self.owner}#{self.rule.id}#{'.'.join(self.rule.ways)}"

    def mark(self, definition: Definition, values: Mapping[str, Any]) -> str:
        """Of the values of a record; "" if a part of it is blank, or says nothing: then it is the duplicate of none."""
        found = [_normal(definition, values, name, way) for name, way in zip(self.fields, self.rule.ways, strict=True)]
        return derived_id(*found) if found and all(found) else ""


def watches(owner: str, definition: Definition, form_id: str) -> Iterator[Watch]:
    """The rules of the form `owner`, of this definition, as far as they concern the records of a form."""
    for rule in definition.duplicates:
        if form_id == owner:
            yield Watch(owner, rule, tuple(part.field for part in rule.parts))
        for across in rule.across:
            if across.form == form_id:
                yield Watch(owner, rule, across.fields)


def _normal(definition: Definition, values: Mapping[str, Any], name: str, way: str) -> str:
    field, value = definition.by_id.get(name), values.get(name)
    if field is None or value is None or way not in type_of(field).matched_as(field):
        return ""
    return NORMALISERS[way](str(value))
