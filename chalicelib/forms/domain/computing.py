"""Formulas of a record, computed in their order: all of them when it is saved, the volatile ones when it is read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import tzinfo
from typing import Any

from .definition import Definition
from .evaluation_order import Step
from .fields import Field, Moment, type_of
from .fields.formula import FIELD_TYPE as FORMULA
from .formula import Budget, FormulaError, Scope, Value, evaluate
from .stored import Values

OnFault = Callable[[str, Field, FormulaError], None]
"""Told the path of a value below `/values`, its field, and why it could not be computed."""


def compute(definition: Definition, steps: Iterable[Step], values: Values, moment: Moment, on_fault: OnFault) -> None:
    """The steps, into `values`. One that reads a failed one is left out: its fault is told already."""
    budget, failed = Budget(), set[str]()
    today = moment.now.astimezone(moment.zone).date()
    operands = operands_of(definition.fields, values, moment.zone)
    tables = {
        each.id: tuple(operands_of(each.columns, row, moment.zone) for row in values.get(each.id, []))
        for each in definition.fields
        if each.columns
    }
    for step in steps:
        if step.needs & failed:
            failed.add(step.path)
            continue
        for path, row, stored in _targets(step, tables, values):
            scope = Scope(operands, tables, today, row, budget, moment.calendar)
            try:
                value = FORMULA.store(step.field, evaluate(step.node, scope))
            except FormulaError as error:
                failed.add(step.path)
                on_fault(path, step.field, error)
                continue
            target = operands if row is None else row
            target[step.field.id] = None
            stored.pop(step.field.id, None)
            if value is not None:
                stored[step.field.id] = value
                target[step.field.id] = FORMULA.operand(step.field, value, moment.zone)


def operands_of(fields: tuple[Field, ...], values: Mapping[str, Any], zone: tzinfo) -> dict[str, Value]:
    """Every field by its value as formulas see it: a missing one is a blank, and never an unknown name."""
    return {
        each.id: type_of(each).operand(each, values[each.id], zone) if each.id in values else None
        for each in fields
        if type_of(each).in_formulas
    }


def stored_result(field: Field, value: Value) -> Any:
    """What a formula field stores of a value; None for a blank. Raises FormulaError."""
    return FORMULA.store(field, value)


def read_result(field: Field, value: Value, zone: tzinfo) -> Value:
    """What other formulas read of a formula field with that value: the stored one. Raises FormulaError."""
    stored = FORMULA.store(field, value)
    return None if stored is None else FORMULA.operand(field, stored, zone)


def _targets(
    step: Step, tables: Mapping[str, tuple[dict[str, Value], ...]], values: Values
) -> Iterator[tuple[str, dict[str, Value] | None, Values]]:
    """Where a formula's value goes: the record, or each row of its lines."""
    if not step.lines:
        yield f"/{step.field.id}", None, values
        return
    for index, row in enumerate(tables[step.lines]):
        yield f"/{step.lines}/{index}/{step.field.id}", row, values[step.lines][index]
