"""What the rules of a form make of one record: which fields are hidden or required, and which messages refuse it.

Rules are evaluated in their order, on what was filled in, before formulas are computed. A field that a rule shows is
hidden until one does; of several rules the last one decides. A condition that is blank or cannot be computed does not
hold. A hidden field is never required.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...kernel.errors import FieldError
from .computing import operands_of
from .definition import Definition
from .evaluation_order import Step
from .fields import Moment
from .formula import FormulaError, Scope, evaluate
from .labels import label_text
from .rule_setting import HIDE, MESSAGE, REQUIRE, SHOW, Action


@dataclass(frozen=True, slots=True)
class Effects:
    hidden: frozenset[str] = frozenset()
    cleared: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    refusals: tuple[Action, ...] = ()


def effects(definition: Definition, values: Mapping[str, Any], moment: Moment) -> Effects:
    """Of canonical values; a field whose value is not canonical must not be among them."""
    if not definition.rules:
        return Effects()
    hidden = {name: False for rule in definition.rules for act in rule.then if act.act == SHOW for name in act.fields}
    required: set[str] = set()
    refusals: list[Action] = []
    scope = _scope(definition, values, moment)
    for rule, step in zip(definition.rules, definition.rule_steps, strict=True):
        if not _holds(step, scope):
            continue
        for action in rule.then:
            if action.act == SHOW:
                for name in action.fields:
                    hidden.pop(name, None)
            elif action.act == HIDE:
                hidden.update(dict.fromkeys(action.fields, action.clear))
            elif action.act == REQUIRE:
                required.update(action.fields)
            elif action.act == MESSAGE:
                refusals.append(action)
    cleared = frozenset(name for name, clear in hidden.items() if clear)
    return Effects(frozenset(hidden), cleared, frozenset(required - hidden.keys()), tuple(refusals))


def faults_of(found: Effects, definition: Definition, values: Mapping[str, Any], language: str) -> list[FieldError]:
    """What is missing, and the messages that refuse, at the fields that they name."""
    missing = [name for name in definition.by_id if name in found.required and name not in values]
    return [
        *(
            FieldError.of(f"/values/{each}", "schema_required", field=definition.by_id[each].label(language))
            for each in missing
        ),
        *(
            FieldError.of(f"/values/{name}", "rule_message", text=label_text(action.text, language))
            for action in found.refusals
            for name in action.fields
        ),
    ]


def _scope(definition: Definition, values: Mapping[str, Any], moment: Moment) -> Scope:
    tables = {
        each.id: tuple(operands_of(each.columns, row, moment.zone) for row in values.get(each.id, []))
        for each in definition.fields
        if each.columns
    }
    today = moment.now.astimezone(moment.zone).date()
    return Scope(operands_of(definition.fields, values, moment.zone), tables, today, calendar=moment.calendar)


def _holds(step: Step, scope: Scope) -> bool:
    try:
        return evaluate(step.node, scope) is True
    except FormulaError:
        return False
