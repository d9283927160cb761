"""When the rules of a form hold: conditions over what people fill in, and formulas, read once for each version."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from ...conditions import reader
from ...conditions.dynamic import Surroundings
from ...conditions.kinds import KINDS
from ...conditions.tree import Node, Subject, settled
from ...kernel.errors import FieldError, Named
from .computing import operands_of
from .definition import Definition
from .evaluation_order import Step
from .fields import Field, Moment, type_of
from .filter_kinds import FieldKind
from .formula import FormulaError, Scope, Value, evaluate
from .record_query import ListFields
from .rule_setting import Rule

_KNOWN_TO_PAGES = ("me", "department", "department_and_below")


class RuleKind(FieldKind):
    """A field as rules compare it. Pages evaluate the same tests, so only those that they know are offered: of several
    values which are among them, of texts no order, and of the actor nobody's subordinates.
    """

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        plain = KINDS[self.name]
        self.ordered = plain.ordered
        self.scalar = plain.scalar and not plain.several
        self.takes_lists = False
        self.actors = tuple(name for name in self.actors if name in _KNOWN_TO_PAGES)


class RuleFields(ListFields):
    """What the condition of a rule may name."""

    def __init__(self, definition: Definition) -> None:
        super().__init__(definition)
        self._fields = definition.by_id

    def subject(self, name: str, path: str) -> Subject | None:
        field = self._fields.get(name)
        if field is None:
            self.faults.append(FieldError.of(path, "rule_field_missing", id=name))
            return None
        key = Named(field.id, field.name)
        if type_of(field).computed:
            self.faults.append(FieldError.of(path, "rule_field_computed", field=key))
            return None
        return Subject(key, RuleKind(field), partial(_value, field.id))


def _value(name: str, values: Mapping[str, Any]) -> Any:
    return values.get(name)


class Known:
    """The values that rules are evaluated on, as they change from rule to rule."""

    def __init__(self, definition: Definition, values: dict[str, Any], moment: Moment) -> None:
        self.values = values
        self._definition = definition
        self._moment = moment
        self._scope: Scope | None = None
        self.around = Surroundings(moment.now, moment.zone, moment.actor)

    def put(self, name: str, value: Any) -> None:
        """None: blank."""
        self._scope = None
        if value is None:
            self.values.pop(name, None)
        else:
            self.values[name] = value

    @property
    def scope(self) -> Scope:
        """The values as formulas see them."""
        if self._scope is None:
            fields, zone = self._definition.fields, self._moment.zone
            tables = {
                each.id: tuple(operands_of(each.columns, row, zone) for row in self.values.get(each.id, []))
                for each in fields
                if each.columns
            }
            today = self._moment.now.astimezone(zone).date()
            operands = operands_of(fields, self.values, zone)
            self._scope = Scope(operands, tables, today, calendar=self._moment.calendar)
        return self._scope


@dataclass(frozen=True, slots=True)
class Condition:
    """`reads` are the paths of what it looks at."""

    reads: frozenset[str]
    node: Node | None = None
    step: Step | None = None

    def holds(self, known: Known) -> bool:
        """What is blank, or cannot be computed, does not hold."""
        if self.node is not None:
            return bool(settled(self.node, known.around).holds(known.values))
        return self.step is not None and value_of(self.step, known) is True


NEVER = Condition(frozenset())
"""Of a condition that cannot be read any more."""


def value_of(step: Step, known: Known) -> Value:
    """What a formula results in; a blank if it cannot be computed."""
    try:
        return evaluate(step.node, known.scope)
    except FormulaError:
        return None


@lru_cache(maxsize=256)
def conditions_of(definition: Definition) -> tuple[Condition, ...]:
    """Those of the rules, in their order."""
    return tuple(_condition(definition, rule) for rule in definition.rules)


def _condition(definition: Definition, rule: Rule) -> Condition:
    if rule.condition is None:
        step = definition.rule_steps[rule.id]
        return Condition(step.needs, step=step)
    fields = RuleFields(definition)
    node = reader.read(rule.condition, fields, "")
    return NEVER if fields.faults else Condition(fields_named(rule.condition), node=node)


def fields_named(condition: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(test["field"]) for test in reader.leaves(condition))
