"""Tests of values that change from day to day, rewritten to tests of what is stored.

`days_overdue > 30`, where `days_overdue` is `TODAY() - due`, holds exactly where `due < today - 30`: that can be
read from list entries and from an index of `due`. What can be rewritten:

- a number that is the days between today and one date: sums and differences of days, DATEDIF in "D", DAYS;
- a truth made of comparisons of those, of `due < TODAY()`, of ISBLANK, of a choice with one of its options and of
  stored truths, by AND, OR and NOT;
- what IF chooses by such a truth between fixed values, and formulas that name formulas of these kinds.

Every field that it comes to must stand in list entries. The rest is refused (`volatile_not_filterable`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from ...conditions.dynamic import DAY, Relative
from ...conditions.operators import OPERATORS, Operator
from ...conditions.tree import EVERYTHING, AllOf, AnyOf, Comparison, Not, is_absent
from ...conditions.tree import Node as Condition
from ...kernel.errors import FieldError, Named
from .computing import operands_of, read_result, stored_result
from .definition import Definition, read_definition
from .fields import Fault, Field, Moment, type_of
from .filter_kinds import FieldKind, Key, subject_of
from .formula import Budget, Call, Chain, FormulaError, Kind, Literal, Node, Reference, Scope, Unary, Value, evaluate
from .volatile import as_of, title_faults

NOT_FILTERABLE = "volatile_not_filterable"
FURTHEST = 1_000_000
"""Days from today that can be asked about."""
NOTHING = Not(EVERYTHING)
_FLIPPED = {"lt": "gt", "lte": "gte", "gt": "lt", "gte": "lte"}
_SIGNS = {"=": "eq", "<>": "ne", "<": "lt", "<=": "lte", ">": "gt", ">=": "gte"}
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""A moment for values that do not depend on it."""


class Unfilterable(Exception):
    """The formula is none of those that can be rewritten."""


@dataclass(frozen=True, slots=True)
class Affine:
    """`today * today's number + sign * the date's number + days`; as a number of days the first two cancel out."""

    today: int = 0
    sign: int = 0
    base: str = ""
    days: Decimal = Decimal(0)

    @property
    def is_distance(self) -> bool:
        """Whether it is days between today and one date."""
        return self.today + self.sign == 0 and abs(self.sign) == 1

    def plus(self, other: "Affine", sign: int) -> "Affine":
        """Raises Unfilterable for what depends on two dates."""
        if self.base and other.base and self.base != other.base:
            raise Unfilterable
        together = (self.today + sign * other.today, self.sign + sign * other.sign)
        return Affine(*together, self.base or other.base, self.days + sign * other.days)


class VolatileKind(FieldKind):
    """A field whose tests are rewritten (`rewritten`) once they are read."""

    def __init__(self, field: Field, rewrite: Callable[["VolatileKind", Operator, Sequence[Any]], Condition]) -> None:
        super().__init__(field)
        self._rewrite = rewrite
        self.span = ""  # no day can be asked for: its values are no stored dates

    def operand(self, raw: Any) -> str:
        """Raises Fault."""
        found = super().operand(raw)
        return Asked(found, found.index_key, raw) if isinstance(found, Key) else found

    def rewritten(self, test: Comparison) -> Condition:
        return self._rewrite(self, test.operator, test.args)


class Asked(Key):
    """An operand with what was written."""

    number: Decimal

    def __new__(cls, whole: str, index: str, raw: Any) -> "Asked":
        key = str.__new__(cls, whole)
        key.index_key = index
        key.number = Decimal(raw) if isinstance(raw, str | int | Decimal) and _is_number(raw) else Decimal(0)
        return key


def _is_number(raw: Any) -> bool:
    try:
        return Decimal(raw).is_finite()
    except ArithmeticError:
        return False


def rewritten(node: Condition) -> Condition:
    """The condition with every test of a volatile field rewritten to stored ones."""
    if isinstance(node, Comparison):
        kind = node.subject.kind
        return kind.rewritten(node) if isinstance(kind, VolatileKind) else node
    if isinstance(node, Not):
        return Not(rewritten(node.part))
    return replace(node, parts=tuple(rewritten(part) for part in node.parts))


def volatile_kind(definition: Definition, field: Field, known: Callable[[str], bool]) -> VolatileKind | None:
    """How the field is asked about; None if it cannot be. `known` says which fields' values stand in list entries."""
    return _Formula(definition, known).kind(field)


def sorted_by(definition: Definition, field: Field) -> tuple[Field, bool] | None:
    """The indexed date in whose order the field is, and whether it runs the other way; None if there is none."""
    found = _Formula(definition, lambda _: True).days_of(field)
    base = definition.by_id[found.base] if found else None
    return (base, found.sign < 0) if found and base in definition.indexed and base is not None else None


class _Formula:
    def __init__(self, definition: Definition, known: Callable[[str], bool]) -> None:
        self._definition = definition
        self._known = known
        self._nodes = {step.path: step.node for step in definition.plan.steps if not step.lines}
        moment = Moment(_NEVER, UTC)
        blank = as_of(definition, {}, moment)
        self._blank = operands_of(definition.fields, blank, UTC)
        self._stored_blank = blank

    def kind(self, field: Field) -> VolatileKind | None:
        days = self.days_of(field)
        if days is not None and self._known(days.base):
            return VolatileKind(field, lambda kind, operator, args: self._asked_days(days, kind, operator, args))
        try:
            cases = [(when, stored_result(field, value)) for when, value in self._cases(self._nodes[field.id])]
        except (Unfilterable, FormulaError):
            return None
        return VolatileKind(field, lambda kind, operator, args: _asked_cases(cases, kind, operator, args))

    def days_of(self, field: Field) -> Affine | None:
        """The days between today and one date that the field is, if it is that."""
        try:
            found = self._affine(self._nodes[field.id])
        except (Unfilterable, KeyError):
            return None
        is_number = type_of(field).formula_kind(field) is Kind.NUMBER
        return found if is_number and found.is_distance and _is_whole(found.days) else None

    # -- days

    def _affine(self, node: Node) -> Affine:
        if isinstance(node, Literal) and isinstance(node.value, Decimal):
            return Affine(days=node.value)
        if isinstance(node, Unary) and node.sign in "+-":
            return Affine().plus(self._affine(node.operand), 1 if node.sign == "+" else -1)
        if isinstance(node, Reference) and not node.column:
            return self._named(node.name)
        if isinstance(node, Chain) and all(sign in "+-" for sign, _ in node.rest):
            found = self._affine(node.first)
            for sign, operand in node.rest:
                found = found.plus(self._affine(operand), 1 if sign == "+" else -1)
            return found
        if isinstance(node, Call):
            return self._called(node)
        raise Unfilterable

    def _named(self, name: str) -> Affine:
        if name in self._definition.volatile:
            found = self._affine(self._nodes[name])
            if not _is_whole(found.days):
                raise Unfilterable  # it is rounded where it is read
            return found
        field = self._definition.by_id.get(name)
        if field is None or type_of(field).formula_kind(field) is not Kind.DATE or not FieldKind(field).span:
            raise Unfilterable
        return Affine(sign=1, base=name)

    def _called(self, node: Call) -> Affine:
        if node.name == "TODAY":
            return Affine(today=1)
        if node.name == "DAYS":
            return self._affine(node.arguments[0]).plus(self._affine(node.arguments[1]), -1)
        unit = node.arguments[2] if node.name == "DATEDIF" else None
        if not isinstance(unit, Literal) or str(unit.value).upper() != "D":
            raise Unfilterable
        return self._affine(node.arguments[1]).plus(self._affine(node.arguments[0]), -1)

    def _asked_days(self, days: Affine, kind: VolatileKind, operator: Operator, args: Sequence[Any]) -> Condition:
        """Of a record with the date, and of one without it."""
        found = _days_pass(self._subject(days.base), days, operator.name, [each.number for each in args])
        blank = self._stored_blank.get(kind.field.id)
        passes = operator.absent if is_absent(blank) else operator.holds(kind, blank, args)
        return AnyOf((found, self._empty(days.base))) if passes else found

    def _subject(self, name: str) -> Any:
        return subject_of(self._definition.by_id[name])

    def _empty(self, name: str) -> Condition:
        return Comparison(self._subject(name), OPERATORS["empty"], ())

    # -- truths, and values that are chosen by them

    def _cases(self, node: Node) -> list[tuple[Condition, Value]]:
        """Fixed values that the formula may have, each with when it has it."""
        if isinstance(node, Literal):
            return [(EVERYTHING, node.value)]
        if isinstance(node, Reference) and not node.column and node.name in self._definition.volatile:
            named = self._definition.by_id[node.name]
            return [(when, read_result(named, value, UTC)) for when, value in self._cases(self._nodes[node.name])]
        if isinstance(node, Call) and node.name == "IF" and len(node.arguments) == 3:
            holds = self._truth(node.arguments[0])
            then, otherwise = (self._cases(each) for each in node.arguments[1:])
            return [
                *((AllOf((holds, when)), value) for when, value in then),
                *((AllOf((Not(holds), when)), value) for when, value in otherwise),
            ]
        holds = self._truth(node)
        return [(holds, True), (Not(holds), False)]

    def _truth(self, node: Node) -> Condition:
        if isinstance(node, Chain) and len(node.rest) == 1 and node.rest[0][0] in _SIGNS:
            return self._compared(node)
        if isinstance(node, Reference) and not node.column:
            return self._named_truth(node.name)
        if isinstance(node, Call) and node.name in ("AND", "OR"):
            parts = tuple(self._truth(each) for each in node.arguments)
            return AllOf(parts) if node.name == "AND" else AnyOf(parts)
        if isinstance(node, Call) and node.name == "NOT":
            return Not(self._truth(node.arguments[0]))
        if isinstance(node, Call) and node.name == "ISBLANK":
            name = node.arguments[0]
            if isinstance(name, Reference) and not name.column and self._stands(name.name):
                return self._empty(name.name)
        raise Unfilterable

    def _named_truth(self, name: str) -> Condition:
        if name in self._definition.volatile:
            return self._truth(self._nodes[name])
        field = self._definition.by_id.get(name)
        if field is None or type_of(field).formula_kind(field) is not Kind.BOOLEAN or not self._stands(name):
            raise Unfilterable
        subject = subject_of(field)
        return Comparison(subject, OPERATORS["eq"], (subject.kind.operand(True),))

    def _stands(self, name: str) -> bool:
        return name in self._definition.by_id and name not in self._definition.volatile and self._known(name)

    def _compared(self, node: Chain) -> Condition:
        """Days or dates on both sides: what matters is their difference, and what comes of a date that is not there."""
        (sign, right) = node.rest[0]
        if isinstance(node.first, Reference) and isinstance(right, Literal) and isinstance(right.value, str):
            return self._chosen(node.first.path, sign, right.value)
        days = self._affine(node.first).plus(self._affine(right), -1)
        if not days.is_distance or not self._stands(days.base):
            raise Unfilterable
        found = _days_pass(self._subject(days.base), days, _SIGNS[sign], [Decimal(0)])
        scope = Scope(self._blank, {}, _NEVER.date(), budget=Budget())
        return AnyOf((found, self._empty(days.base))) if evaluate(node, scope) is True else found

    def _chosen(self, name: str, sign: str, option: str) -> Condition:
        """A choice that is, or is not, one of its options. Of other texts conditions compare in any case."""
        field = self._definition.by_id.get(name)
        if field is None or not self._stands(name) or sign not in ("=", "<>") or not option:
            raise Unfilterable
        subject = subject_of(field)
        if subject.kind.name != "choice":
            raise Unfilterable
        try:
            return Comparison(subject, OPERATORS[_SIGNS[sign]], (subject.kind.operand(option),))
        except Fault as fault:
            raise Unfilterable from fault


def _asked_cases(
    cases: list[tuple[Condition, Any]], kind: VolatileKind, operator: Operator, args: Sequence[Any]
) -> Condition:
    """`cases` are stored values, each with when it is that."""

    def passes(stored: Any) -> bool:
        return operator.absent if is_absent(stored) else operator.holds(kind, stored, args)

    return AnyOf(tuple(when for when, stored in cases if passes(stored)))


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _days_pass(subject: Any, days: Affine, name: str, numbers: Sequence[Decimal]) -> Condition:
    """When `sign * (date - today) + days` passes a test, of records that have the date."""

    def test(operator: str, number: Decimal) -> Condition:
        """The date lies `sign * (number - days)` days from today, or on the side that the operator asks for."""
        distance = days.sign * (number - days.days)
        operator = _FLIPPED.get(operator, operator) if days.sign < 0 else operator
        if operator == "eq" and not (_is_whole(distance) and abs(distance) <= FURTHEST):
            return NOTHING
        up = operator in ("gte", "lt")
        whole = int(distance.to_integral_value(ROUND_CEILING if up else ROUND_FLOOR))
        whole = max(-FURTHEST, min(whole, FURTHEST))
        return Comparison(subject, OPERATORS[operator], (Relative(DAY, whole),))

    there = Comparison(subject, OPERATORS["not_empty"], ())
    if name in ("eq", "in"):
        return AnyOf(tuple(test("eq", each) for each in numbers))
    if name in ("ne", "not_in"):
        return AllOf((there, *(Not(test("eq", each)) for each in numbers)))
    if name == "between":
        return AllOf((test("gte", numbers[0]), test("lte", numbers[1])))
    if name in ("empty", "not_empty"):
        return there if name == "not_empty" else NOTHING
    return test(name, numbers[0])


def volatile_faults(doc: Mapping[str, Any]) -> Iterator[FieldError]:
    """What keeps a definition with volatile fields, whose fields are sound otherwise, from being published."""
    definition = read_definition(doc)
    for index, field in enumerate(definition.fields):
        if field.indexed and field.id in definition.volatile and sorted_by(definition, field) is None:
            yield FieldError.of(f"/fields/{index}/indexed", NOT_FILTERABLE, field=Named(field.id, field.name))
    yield from title_faults(definition)
