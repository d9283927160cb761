"""In which order a form's formulas are computed, and the proof at publishing that there is such an order."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from .fields import Field, type_of
from .formula import (
    PLAIN,
    FormulaError,
    Kind,
    Names,
    Node,
    Unit,
    Units,
    in_currency,
    infer,
    parse,
    references,
    unit_of,
    unit_text,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One formula: of a field (`lines` ""), or of a column in every row of `lines`. `needs` are the paths it reads.

    `siblings` are the ids of the columns of its row.
    """

    field: Field
    node: Node
    lines: str = ""
    needs: frozenset[str] = frozenset()
    siblings: frozenset[str] = frozenset()

    @property
    def path(self) -> str:
        return f"{self.lines}.{self.field.id}" if self.lines else self.field.id


@dataclass(frozen=True, slots=True)
class Plan:
    steps: tuple[Step, ...] = ()


def names_of(fields: tuple[Field, ...], lines: Field | None = None) -> Names:
    """What a formula of the form may name; of a column, if `lines` says whose."""

    def kinds(of: tuple[Field, ...]) -> dict[str, Kind]:
        return {each.id: type_of(each).formula_kind(each) for each in of if type_of(each).in_formulas}

    tables = {each.id: kinds(each.columns) for each in fields if type_of(each).holds_rows}
    return Names(kinds(fields), tables, kinds(lines.columns) if lines else None)


def make_step(fields: tuple[Field, ...], each: Field, lines: Field | None = None) -> Step:
    """Parse and check one formula. Raises FormulaError."""
    node = parse(each.options["expression"])
    found = infer(node, names_of(fields, lines))
    expected = type_of(each).formula_kind(each)
    if found not in (expected, Kind.ANY, Kind.BLANK):
        raise FormulaError("formula_result", found=found.value, expected=expected.value)
    siblings = frozenset(column.id for column in lines.columns) if lines else frozenset()
    table_ids = {table.id for table in fields if type_of(table).holds_rows}
    needs: set[str] = set()
    for reference in references(node):
        if lines and not reference.column and reference.name in siblings:
            needs.add(f"{lines.id}.{reference.name}")
        elif reference.name in table_ids and not reference.column:
            continue
        else:
            needs.add(reference.path)
    return Step(each, node, lines.id if lines else "", frozenset(needs), siblings)


def formulas(fields: tuple[Field, ...]) -> Iterator[tuple[Field, Field | None]]:
    """Each formula field, and the lines that it is a column of."""
    for each in fields:
        if type_of(each).has_expression:
            yield each, None
        for column in each.columns:
            if type_of(column).has_expression:
                yield column, each


def make_plan(fields: tuple[Field, ...]) -> Plan:
    """Raises FormulaError: whatever a formula can get wrong, and formula_cycle with the cycle named."""
    return order([make_step(fields, each, lines) for each, lines in formulas(fields)])


def order(steps: list[Step]) -> Plan:
    """Steps so that each comes after what it reads. Raises FormulaError formula_cycle."""
    by_path = {step.path: step for step in steps}
    graph = {path: sorted(step.needs & by_path.keys()) for path, step in by_path.items()}
    try:
        return Plan(tuple(by_path[path] for path in TopologicalSorter(graph).static_order()))
    except CycleError as error:
        raise FormulaError("formula_cycle", cycle=" → ".join(reversed(error.args[1]))) from error


def dependents(plan: Plan, changed: Collection[str]) -> frozenset[str]:
    """The paths of formulas that read one of the changed paths, through others too."""
    found, reached = set[str](), set(changed)
    for step in plan.steps:
        if step.needs & reached:
            reached.add(step.path)
            found.add(step.path)
    return frozenset(found)


def currency_faults(fields: tuple[Field, ...], plan: Plan) -> Iterator[tuple[Step, FormulaError]]:
    """Formulas that mix amounts of two currencies, or whose amount is in another one than the field says.

    Asked when a form is published only: what was published before goes on computing as it did.
    """
    units = _declared(fields)
    for step in plan.steps:
        try:
            units[step.path] = _checked(step, units, _row_units(step, units))
        except FormulaError as error:
            yield step, error


def _declared(fields: tuple[Field, ...]) -> dict[str, Unit]:
    """Of amounts, formulas with an amount for their result included; it stays where the formula is at fault."""
    units: dict[str, Unit] = {}
    for each in fields:
        for path, field in ((each.id, each), *((f"{each.id}.{column.id}", column) for column in each.columns)):
            currency = type_of(field).currency(field)
            if currency:
                units[path] = in_currency(currency)
    return units


def _row_units(step: Step, units: Mapping[str, Unit]) -> dict[str, Unit]:
    """What the bare names of its row's columns stand for, plain ones included: a column hides a field of its name."""
    return {name: units.get(f"{step.lines}.{name}", PLAIN) for name in step.siblings}


def _checked(step: Step, units: Mapping[str, Unit], row: Mapping[str, Unit]) -> Unit:
    """The unit of the formula's value; a number carries that of its amounts on, so that no detour loses it."""
    found = unit_of(step.node, Units(units, row))
    field_type = type_of(step.field)
    currency = field_type.currency(step.field)
    if currency:
        if found not in (PLAIN, in_currency(currency)):
            raise FormulaError("formula_result_currency", found=unit_text(found), expected=currency)
        return in_currency(currency)
    return found if field_type.keeps_unit(step.field) else PLAIN
