"""What is wrong with the rules of a definition."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...kernel.errors import FieldError, Named
from ..access.groups import EDITABLE, read_access
from .definition import every_field
from .evaluation_order import make_step
from .fields import Field, type_of
from .formula import FormulaError
from .rule_setting import MESSAGE, Rule, read_rules


def rule_faults(doc: Mapping[str, Any], fields: tuple[Field, ...]) -> Iterator[FieldError]:
    """A rule reads what people fill in, and names fields of the record that everybody who fills it in may see."""
    rules = read_rules(doc.get("rules", ()))
    groups = read_access(doc.get("access", {})).groups
    limited = frozenset(
        name.split(".")[0] for group in groups for name, level in group.fields.items() if level < EDITABLE
    )
    known = dict(every_field(fields))
    cleared = {name for rule in rules for action in rule.then if action.clear for name in action.fields}
    seen: set[str] = set()
    for index, rule in enumerate(rules):
        here = f"/rules/{index}"
        if rule.id in seen:
            yield FieldError.of(f"{here}/id", "duplicate_id", id=rule.id)
        seen.add(rule.id)
        yield from _condition(f"{here}/when/formula", rule, fields, limited, cleared)
        for place, action in enumerate(rule.then):
            at = f"{here}/then/{place}"
            if action.act == MESSAGE and not action.text:
                yield FieldError.of(f"{at}/text", "rule_text_missing")
            for name in action.fields:
                field = known.get(name)
                if field is None or "." in name:
                    yield FieldError.of(f"{at}/fields", "rule_field_missing", id=name)
                elif name in limited:
                    yield FieldError.of(f"{at}/fields", "rule_field_limited", field=Named(field.id, label=field.name))
                elif type_of(field).computed:
                    yield FieldError.of(f"{at}/fields", "rule_field_computed", field=Named(field.id, label=field.name))


def _condition(
    path: str, rule: Rule, fields: tuple[Field, ...], limited: frozenset[str], cleared: set[str]
) -> Iterator[FieldError]:
    known = dict(every_field(fields))
    try:
        step = make_step(fields, rule.as_field)
    except FormulaError as error:
        yield FieldError.of(path, error.code, **error.params)
        return
    for name in sorted(step.needs):
        field, top = known.get(name), name.split(".")[0]
        if field is not None and type_of(field).computed:
            yield FieldError.of(path, "rule_field_computed", field=Named(field.id, label=field.name))
        elif field is not None and top in limited:
            yield FieldError.of(path, "rule_field_limited", field=Named(field.id, label=field.name))
        elif field is not None and top in cleared:
            yield FieldError.of(path, "rule_reads_cleared", field=Named(field.id, label=field.name))
