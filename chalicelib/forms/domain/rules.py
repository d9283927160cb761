"""What the rules of a form make of one record: which fields are hidden, required or read-only, what they hold then, and
which messages refuse it.

Rules are evaluated in their order, on what was filled in, before formulas are computed. What a rule fills in, and what
of a read-only field is put back, later rules read. A field that a rule shows is hidden until one does; of several rules
the last one decides. A condition that is blank or cannot be computed does not hold. Neither a hidden nor a read-only
field is required. What hidden fields lose they lose at the end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...kernel.errors import FieldError
from .cells import ROOT
from .definition import Definition
from .fields import Fault, Field, Moment, type_of
from .formula import kind_of
from .labels import label_text
from .rule_conditions import Known, conditions_of, value_of
from .rule_setting import CLEAR, DEFAULT, HIDE, KEEP, MESSAGE, READONLY, REQUIRE, SET, SHOW, Action, paths_hidden_first
from .stored import NOTHING, Stored, Values


@dataclass(frozen=True, slots=True)
class Refusal:
    """A message, and the ids of the fields that its condition reads."""

    action: Action
    reads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Effects:
    """Of paths, as `note` and `lines.price`. `values` are those to store. `replaced`: what was sent does not count."""

    values: Values
    hidden: frozenset[str] = frozenset()
    readonly: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()
    refusals: tuple[Refusal, ...] = ()
    faults: tuple[FieldError, ...] = ()
    """What a rule fills in and the field does not take."""


def effects(
    definition: Definition, values: Values, sound: Mapping[str, Any], moment: Moment, stored: Stored = NOTHING
) -> Effects:
    """`sound` are those of the values that are canonical: conditions read nothing else. `stored` is what the record
    holds already; of a new record, what is read-only holds its default.
    """
    if not definition.rules:
        return Effects(values)
    return _Evaluation(definition, values, sound, moment, stored).run()


def faults_of(found: Effects, definition: Definition, moment: Moment) -> Iterator[FieldError]:
    """What is missing, what a rule filled in wrongly, and the messages that refuse, at the fields that they name. Who
    may not read what a condition looks at is told that a rule refuses, not why.
    """
    yield from found.faults
    for path in sorted(found.required):
        yield from _missing(definition, path, found.values, moment.language)
    for refusal in found.refusals:
        told = all(moment.reads(each) for each in refusal.reads)
        text = label_text(refusal.action.text, moment.language)
        for name in refusal.action.fields:
            at = f"{ROOT}/{name}"
            yield FieldError.of(at, "rule_message", text=text) if told else FieldError.of(at, "rule_refuses")


def _missing(definition: Definition, path: str, values: Values, language: str) -> Iterator[FieldError]:
    name, _, column_id = path.partition(".")
    field = definition.by_id.get(name)
    if field is None:
        return
    if not column_id:
        if name not in values:
            yield FieldError.of(f"{ROOT}/{name}", "schema_required", field=field.label(language))
        return
    column = next((each for each in field.columns if each.id == column_id), None)
    rows = values.get(name)
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if column is not None and isinstance(row, dict) and column_id not in row:
            at = f"{ROOT}/{name}/{index}/{column_id}"
            yield FieldError.of(at, "schema_required", field=column.label(language))


class _Evaluation:
    """One pass over the rules."""

    def __init__(
        self, definition: Definition, values: Values, sound: Mapping[str, Any], moment: Moment, stored: Stored
    ) -> None:
        self._definition = definition
        self._values = values
        self._moment = moment
        self._stored = stored
        self._known = Known(definition, {**sound, **_kept_stages(definition, sound, stored)}, moment)
        self._hidden = dict(paths_hidden_first(definition.rules))
        self._readonly: set[str] = set()
        self._required: set[str] = set()
        self._replaced: set[str] = set()
        self._refusals: list[Refusal] = []
        self._faults: dict[str, FieldError] = {}

    def run(self) -> Effects:
        for rule, condition in zip(self._definition.rules, conditions_of(self._definition), strict=True):
            reads = frozenset(path.partition(".")[0] for path in condition.reads)
            for action in rule.then if condition.holds(self._known) else rule.otherwise:
                self._act(action, reads)
        for path, when_hidden in self._hidden.items():
            if when_hidden in (CLEAR, DEFAULT):
                self._replace(path, default=when_hidden == DEFAULT)
        free = self._hidden.keys() | self._readonly
        required = frozenset(path for path in self._required if not {path, path.partition(".")[0]} & free)
        return Effects(
            self._values,
            frozenset(self._hidden),
            frozenset(self._readonly),
            required,
            frozenset(self._replaced),
            tuple(self._refusals),
            tuple(self._faults.values()),
        )

    def _act(self, action: Action, reads: frozenset[str]) -> None:
        if action.act == MESSAGE:
            self._refusals.append(Refusal(action, reads))
        for path in action.fields:
            if action.act == SHOW:
                self._hidden.pop(path, None)
            elif action.act == HIDE:
                self._hidden[path] = action.when_hidden or KEEP
            elif action.act == REQUIRE:
                self._required.add(path)
            elif action.act == READONLY:
                self._readonly.add(path)
                self._put_back(path)
            elif action.act == SET and path in self._definition.by_id:
                self._fill_in(self._definition.by_id[path], action)

    # -- what fields hold

    def _put(self, name: str, value: Any) -> None:
        """None: blank."""
        self._replaced.add(name)
        self._faults.pop(name, None)
        self._known.put(name, value)
        if value is None:
            self._values.pop(name, None)
        else:
            self._values[name] = value

    def _fill_in(self, field: Field, action: Action) -> None:
        kind = type_of(field)
        if action.formula is not None:
            value = value_of(self._definition.rule_steps[action.key(field.id)], self._known)
            raw = None if value in (None, "") else _sent(field, value)
        else:
            raw = None if action.value in (None, "", []) else action.value
            raw = raw if raw is None else kind.made_default(_with_default(field, raw), self._moment)
        try:
            self._put(field.id, None if raw is None else kind.canonical(field, raw))
        except Fault as fault:
            self._put(field.id, None)
            params = {"field": field.label(self._moment.language), **fault.params}
            self._faults[field.id] = FieldError.of(f"{ROOT}/{field.id}{fault.path}", fault.code, **params)

    def _put_back(self, path: str) -> None:
        """What the record holds, or what a new one begins with."""
        name, _, column_id = path.partition(".")
        field = self._definition.by_id.get(name)
        if field is None:
            return
        if column_id:
            self._put_column(field, column_id, self._stored.beside.get(name))
        elif self._stored is NOTHING:
            self._put(name, self._default(field))
        elif field.columns:
            self._stored.put_back(name)
            self._put(name, _entered_rows(field, self._stored.values.get(name)))
        else:
            self._put(name, self._stored.values.get(name))

    def _replace(self, path: str, *, default: bool) -> None:
        """What a hidden field holds."""
        name, _, column_id = path.partition(".")
        field = self._definition.by_id.get(name)
        if field is None:
            return
        if column_id:
            self._put_column(field, column_id, None, default=default)
        else:
            self._put(name, self._default(field) if default else None)

    def _put_column(self, lines: Field, column_id: str, beside: Any, *, default: bool = True) -> None:
        """Of each row what stands `beside` it; of one that is new, or without `beside`, the default or nothing."""
        column = next((each for each in lines.columns if each.id == column_id), None)
        rows = self._values.get(lines.id)
        if column is None or not isinstance(rows, list):
            return
        made = self._default(column) if default else None
        changed = []
        for index, row in enumerate(rows):
            if not isinstance(row, dict):
                changed.append(row)
                continue
            held = beside[index] if beside else None
            value = held.get(column_id) if held else made
            kept = {name: cell for name, cell in row.items() if name != column_id}
            changed.append(kept if value is None else {**kept, column_id: value})
        self._replaced.add(f"{lines.id}.{column_id}")
        self._values[lines.id] = changed
        if lines.id in self._known.values:
            self._known.put(lines.id, changed)

    def _default(self, field: Field) -> Any:
        if field.default is None:
            return None
        try:
            return type_of(field).canonical(field, type_of(field).made_default(field, self._moment))
        except Fault:
            return None


def _sent(field: Field, value: Any) -> Any:
    """A result of a formula as somebody would fill it in; one of another kind is a day that is not filled in."""
    return type_of(field).from_value(field, value) if kind_of(value) is type_of(field).formula_kind(field) else None


def _with_default(field: Field, value: Any) -> Field:
    return replace(field, default=value)


def _entered_rows(lines: Field, rows: Any) -> Any:
    """Stored rows as they would be sent: without what the server makes, and without removed columns."""
    if not rows:
        return None
    names = {each.id for each in lines.columns if not type_of(each).computed}
    return [{name: cell for name, cell in row.items() if name in names} for row in rows]


def _kept_stages(definition: Definition, sound: Mapping[str, Any], stored: Stored) -> Values:
    """Of stages that were not sent: where the record stands, or where a new one begins."""
    found: Values = {}
    for field in definition.fields:
        if type_of(field).has_stages and field.id not in sound:
            found[field.id] = stored.values.get(field.id) or next(
                (each["value"] for each in type_of(field).offered(field)), None
            )
    return {name: value for name, value in found.items() if value is not None}
