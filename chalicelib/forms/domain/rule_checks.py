"""What is wrong with the rules of a definition, and with what it says must not be repeated together."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...conditions import reader
from ...kernel.errors import FieldError, Named
from ..access.groups import EDITABLE, read_access
from .definition import Definition, every_field
from .evaluation_order import make_step
from .fields import Fault, Field, type_of
from .fields.base import OPAQUE
from .formula import FormulaError
from .rule_conditions import RuleFields, fields_named
from .rule_setting import (
    BRANCHES,
    HIDE,
    MESSAGE,
    OF_COLUMNS,
    SET,
    SHOW,
    Action,
    Rule,
    Together,
    read_rules,
    read_together,
)

FEWEST_TOGETHER = 2


def rule_faults(doc: Mapping[str, Any], fields: tuple[Field, ...]) -> Iterator[FieldError]:
    """Of a definition whose fields are sound. Rules read what people fill in, and act on fields that everybody who
    fills them in may see and edit.
    """
    yield from _Rules(doc, fields).faults()
    yield from together_faults(read_together(doc.get("unique_together", ())), {each.id: each for each in fields})


class _Rules:
    def __init__(self, doc: Mapping[str, Any], fields: tuple[Field, ...]) -> None:
        self._fields = fields
        self._known = dict(every_field(fields))
        self._rules = read_rules(doc.get("rules", ()))
        groups = read_access(doc.get("access", {})).groups
        self._limited = frozenset(
            name.split(".")[0] for group in groups for name, level in group.fields.items() if level < EDITABLE
        )
        self._emptied = {path for rule in self._rules for each in rule.actions if each.empties for path in each.fields}
        self._read: set[str] = set()
        """What rules have read so far: later ones must not replace it."""

    def faults(self) -> Iterator[FieldError]:
        seen: set[str] = set()
        for index, rule in enumerate(self._rules):
            here = f"/rules/{index}"
            if rule.id in seen:
                yield FieldError.of(f"{here}/id", "duplicate_id", id=rule.id)
            seen.add(rule.id)
            yield from self._condition(f"{here}/when", rule)
            actions = [
                (f"{here}/{branch}/{place}", action)
                for branch, actions in zip(BRANCHES, (rule.then, rule.otherwise), strict=True)
                for place, action in enumerate(actions)
            ]
            for path, action in actions:
                yield from self._filled_in(path, action)
            for path, action in actions:
                yield from self._action(path, action)

    def _condition(self, path: str, rule: Rule) -> Iterator[FieldError]:
        if rule.condition is None:
            yield from self._formula(f"{path}/formula", rule.as_field)
            return
        fields = RuleFields(Definition("", self._fields))
        reader.read(rule.condition, fields, path)
        if fields.faults or next(reader.leaves(rule.condition), None) is None:
            yield from fields.faults or [FieldError.of(path, "rule_condition_missing")]
            return
        yield from self._reads(path, fields_named(rule.condition))

    def _formula(self, path: str, formula: Field) -> Iterator[FieldError]:
        try:
            step = make_step(self._fields, formula)
        except FormulaError as error:
            yield FieldError.of(path, error.code, **error.params)
            return
        for name in sorted(step.needs):
            field = self._known.get(name)
            if field is not None and type_of(field).computed:
                yield FieldError.of(path, "rule_field_computed", field=_named(field))
        yield from self._reads(path, step.needs)

    def _reads(self, path: str, paths: frozenset[str]) -> Iterator[FieldError]:
        self._read |= paths
        for name in sorted(paths):
            field = self._known.get(name)
            if field is not None and self._touches(name, self._emptied):
                yield FieldError.of(path, "rule_reads_cleared", field=_named(field))

    def _touches(self, path: str, paths: set[str]) -> bool:
        """Whether one of the paths is this one, or its lines, or a column of it."""
        own = path.partition(".")[0]
        return path in paths or own in paths or any(each.startswith(f"{path}.") for each in paths)

    def _filled_in(self, path: str, action: Action) -> Iterator[FieldError]:
        """What a rule fills in: a value that each field takes, or a formula of its kind."""
        for name in action.fields if action.act == SET else ():
            field = self._known.get(name)
            if field is None or "." in name or not _fills(field):
                continue
            if action.formula is not None:
                if not type_of(field).filled_by_formula:
                    yield FieldError.of(f"{path}/value", "rule_set_formula", field=_named(field))
                else:
                    yield from self._formula(f"{path}/value/formula", action.formula_for(field))
            elif action.value not in (None, "", [], type_of(field).dynamic_default):
                try:
                    type_of(field).canonical(field, action.value)
                except Fault as fault:
                    yield FieldError.of(f"{path}/value", fault.code, **{"field": _named(field), **fault.params})

    def _action(self, path: str, action: Action) -> Iterator[FieldError]:
        if action.act == MESSAGE and not action.text:
            yield FieldError.of(f"{path}/text", "rule_text_missing")
        for name in action.fields:
            field, at = self._known.get(name), f"{path}/fields"
            if field is None or ("." in name and action.act not in OF_COLUMNS):
                yield FieldError.of(at, "rule_field_missing" if field is None else "rule_column", id=name)
                continue
            if name.split(".")[0] in self._limited:
                yield FieldError.of(at, "rule_field_limited", field=_named(field))
            elif not _may(action, field):
                yield FieldError.of(at, "rule_field_computed", field=_named(field))
            elif action.act == SET and not _fills(field):
                yield FieldError.of(at, "rule_set_type", field=_named(field))
            elif action.replaces and self._touches(name, self._read):
                yield FieldError.of(at, "rule_replaces_read", field=_named(field))


def _may(action: Action, field: Field) -> bool:
    """What the server makes can be shown or hidden, and nothing else; where a record stands is changed by moving it."""
    kept = type_of(field).computed or type_of(field).has_stages
    return not kept or (action.act in (SHOW, HIDE) and not action.empties)


def _fills(field: Field) -> bool:
    return type_of(field).may_have_default


def _named(field: Field) -> Named:
    return Named(field.id, label=field.name)


def together_faults(found: tuple[Together, ...], fields: Mapping[str, Field]) -> Iterator[FieldError]:
    seen: set[str] = set()
    for index, each in enumerate(found):
        here = f"/unique_together/{index}"
        if each.id in seen:
            yield FieldError.of(f"{here}/id", "duplicate_id", id=each.id)
        seen.add(each.id)
        if len(each.fields) < FEWEST_TOGETHER:
            yield FieldError.of(f"{here}/fields", "together_too_few")
        for name in each.fields:
            field = fields.get(name)
            if field is None:
                yield FieldError.of(f"{here}/fields", "together_field", id=name)
            elif not may_be_compared(field):
                yield FieldError.of(f"{here}/fields", "cannot_be_unique", type=field.type)


def may_be_compared(field: Field) -> bool:
    """Whether two records, or two rows, can be told to hold the same there when they are saved."""
    kind = type_of(field)
    return not kind.computed and kind.compare_kind(field) != OPAQUE
