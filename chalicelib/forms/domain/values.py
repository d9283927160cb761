"""From what a client sent to what is stored: blanks dropped, every value in its one form, formulas computed.

A record is valid exactly when its own JSON Schema and every field's `canonical` say so. The fields' words come first,
because they know why ("full-width digits"); the schema adds what only it sees (missing and unknown fields).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ...edge.schemas import field_errors
from ...kernel.errors import FieldError
from ...kernel.skeleton import shows_nothing
from .cells import ROOT, cells
from .computing import compute
from .definition import Definition
from .errors import RecordInvalid
from .evaluation_order import Step, dependents
from .fields import Fault, Field, Moment, frozen, type_of
from .formula import FormulaError
from .record_schema import record_validator
from .repeated import repeated_cells
from .row_matching import removed_cells
from .rules import Effects, effects, faults_of
from .stored import NOTHING, Stored, Values, is_unchanged, removed_values, with_removed_cells

ORGANISATION = ("member", "department")
"""Of `refers_to`: ids that the directory knows."""
MAX_FAULTS = 100
"""More than anybody mends at once: 200 rows of 50 columns could all be wrong."""


@dataclass(slots=True)
class _Faults:
    language: str
    found: list[FieldError] = field(default_factory=list)
    tolerated: set[str] = field(default_factory=set)
    """Paths of what is as it was: the schema of today does not judge it."""
    row_counts: Mapping[str, int] = field(default_factory=dict)
    """How many rows the lines at a path had before: as many may stay, whatever the limits are today."""
    counted: set[str] = field(default_factory=set)
    """Paths of lines that have as many rows as before: their number is not judged, each cell is."""

    @property
    def as_it_was(self) -> frozenset[str]:
        return frozenset(self.tolerated)

    def add(self, path: str, code: str, of: Field, **params: Any) -> None:
        self.found.append(FieldError.of(path, code, **{"field": of.label(self.language), **params}))

    def formula(self, path: str, of: Field, error: FormulaError) -> None:
        self.add(ROOT + path, error.code, of, **error.params)

    def covers(self, path: str) -> bool:
        """Whether what is wrong at a path was said already, or needs no saying."""
        if path in self.counted:
            return True
        settled = (*(fault.path for fault in self.found), *self.tolerated)
        return any(path == each or path.startswith(f"{each}/") for each in settled)


def with_defaults(definition: Definition, raw: Mapping[str, Any], moment: Moment) -> Values:
    """A new record's values: a field that is not mentioned takes its default, one that is null stays blank."""
    values = dict(raw)
    for each in definition.fields:
        if each.default is not None and each.id not in values:
            values[each.id] = _default(each, moment)
        rows = values.get(each.id)
        if each.columns and isinstance(rows, list):
            values[each.id] = [_row_defaults(each, row, moment) for row in rows]
    return values


def _row_defaults(lines: Field, row: Any, moment: Moment) -> Any:
    if not isinstance(row, dict):
        return row
    missing = {each.id: _default(each, moment) for each in lines.columns if each.default is not None}
    return {**missing, **row}


def _default(each: Field, moment: Moment) -> Any:
    return type_of(each).made_default(each, moment)


def _nothing_more(values: Values) -> Iterable[FieldError]:
    del values
    return ()


def canonical_values(
    definition: Definition,
    raw: Mapping[str, Any],
    moment: Moment,
    stored: Stored = NOTHING,
    fill: Callable[[Values], Iterable[FieldError]] = _nothing_more,
) -> Values:
    """Canonical values with formulas. Serials are not in it: who saves counts them.

    `stored` is what the record holds already (`stored.py` says what of it stays). `fill` sets in the
    canonical values what other rows say, so that formulas can read it, and answers what is wrong.
    Raises RecordInvalid with every fault, paths under /values.
    """
    beside = stored.beside if stored.tolerant else {}
    row_counts = {f"{ROOT}/{name}": len(stored.values[name]) for name in beside if definition.by_id[name].columns}
    faults = _Faults(moment.language, row_counts=row_counts)
    sent = _without_removed(definition.fields, raw, stored, faults)
    values = _canonical(definition.fields, _without_blanks(definition.fields, sent), ROOT, faults, beside)
    labels = {each.id: each.label(moment.language) for each in definition.fields}
    for error in field_errors(record_validator(definition), values, root=ROOT):
        if not faults.covers(error.path):
            name = labels.get(error.path.rsplit("/", 1)[-1]) or _column_label(definition, error.path, moment.language)
            faults.found.append(FieldError.of(error.path, error.code, **{**dict(error.params), "field": name}))
    values = _ruled(definition, values, moment, faults, stored).values
    faults.found += repeated_cells(definition, values, moment.language, faults.as_it_was) if not faults.found else ()
    faults.found += fill(values) if not faults.found else ()
    if not faults.found:
        compute(definition, definition.plan.steps, values, moment, faults.formula)
    if faults.found:
        raise RecordInvalid(fields=faults.found[:MAX_FAULTS])
    return with_removed_cells(definition.fields, values, stored)


def _ruled(definition: Definition, values: Values, moment: Moment, faults: _Faults, stored: Stored) -> Effects:
    """What the rules say of the values that are sound, and of what is wrong only what they leave: a hidden or read-only
    field is not missing, and what was sent for one that rules fill in does not count.
    """
    wrong = {
        fault.path.split("/")[2]
        for fault in faults.found
        if fault.path.count("/") > 1 and fault.code != "schema_required"
    }
    sound = {name: value for name, value in values.items() if name not in wrong}
    ruled = effects(definition, values, sound, moment, stored)
    faults.found = [each for each in faults.found if not _waived(each, ruled)]
    told = {each.path for each in faults.found}
    faults.found += [each for each in faults_of(ruled, definition, moment) if each.path not in told]
    return ruled


def _waived(fault: FieldError, ruled: Effects) -> bool:
    parts = fault.path.split("/")[2:]
    if not parts:
        return False
    paths = {parts[0], f"{parts[0]}.{parts[2]}" if len(parts) > 2 else parts[0]}
    missing = fault.code == "schema_required" and (len(parts) == 1 or len(parts) == 3)
    return bool(paths & ruled.replaced) or (missing and bool(paths & (ruled.hidden | ruled.readonly)))


def _without_removed(fields: tuple[Field, ...], raw: Mapping[str, Any], stored: Stored, faults: _Faults) -> Values:
    """What is sent for the fields that the form has. A removed field's value may come back as it was, not changed."""
    sent = _without_kept(raw, removed_values(fields, stored.values), ROOT, faults)
    for each in fields:
        rows = sent.get(each.id)
        if each.columns and isinstance(rows, list):
            pairs = zip(rows, stored.beside.get(each.id) or [{}] * len(rows), strict=True)
            sent[each.id] = [
                _without_kept(row, removed_cells(each.columns, before), f"{ROOT}/{each.id}/{index}", faults)
                if isinstance(row, dict)
                else row
                for index, (row, before) in enumerate(pairs)
            ]
    return sent


def _without_kept(raw: Mapping[str, Any], kept: Mapping[str, Any], path: str, faults: _Faults) -> Values:
    for name in raw.keys() & kept.keys():
        if frozen(raw[name]) != frozen(kept[name]):
            faults.found.append(FieldError.of(f"{path}/{name}", "field_removed"))
    return {name: value for name, value in raw.items() if name not in kept}


def _column_label(definition: Definition, path: str, language: str) -> str:
    parts = path.split("/")
    lines = definition.by_id.get(parts[2]) if len(parts) > 4 else None
    named = {column.id: column.label(language) for column in lines.columns} if lines else {}
    return named.get(parts[-1], parts[-1])


def is_blank(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and shows_nothing(value))


def _without_blanks(fields: tuple[Field, ...], raw: Mapping[str, Any]) -> Values:
    """What the client really says: no blanks, nothing that the server computes. Unknown names stay, to be refused."""
    by_id = {each.id: each for each in fields}
    kept: Values = {}
    for name, value in raw.items():
        each = by_id.get(name)
        if is_blank(value) or (each is not None and type_of(each).computed):
            continue
        if each is not None and each.columns and isinstance(value, list):
            kept[name] = [_without_blanks(each.columns, row) if isinstance(row, dict) else row for row in value]
        else:
            kept[name] = value
    return kept


def _canonical(
    fields: tuple[Field, ...], sent: Mapping[str, Any], path: str, faults: _Faults, beside: Mapping[str, Any]
) -> Values:
    """What can be made canonical; what cannot, and unknown names, stay as sent for the schema to judge.

    What is as it stands `beside` it in the store stays so.
    """
    values = dict(sent)
    for each in fields:
        if each.id not in sent:
            continue
        here, before = f"{path}/{each.id}", beside.get(each.id)
        if each.columns:
            values[each.id] = _canonical_rows(each, sent[each.id], here, faults, before)
        elif before is not None and is_unchanged(each, sent[each.id], before):
            faults.tolerated.add(here)
            values[each.id] = before
        else:
            values[each.id] = _canonical_value(each, sent[each.id], here, faults, before)
    return values


def _canonical_value(each: Field, value: Any, path: str, faults: _Faults, before: Any) -> Any:
    judged = each if before is None else type_of(each).tolerating(each, before)
    try:
        canonical = type_of(judged).canonical(judged, value)
    except Fault as fault:
        faults.add(path + fault.path, fault.code, each, **fault.params)
        return value
    if judged is not each:
        faults.tolerated.add(path)
    return canonical


def _canonical_rows(lines: Field, rows: Any, path: str, faults: _Faults, before: Any) -> Any:
    try:
        type_of(lines).canonical(lines, rows)
    except Fault as fault:
        as_before = isinstance(rows, list) and len(rows) == faults.row_counts.get(path)
        if not as_before or fault.code == "not_rows":
            faults.add(path + fault.path, fault.code, lines, **fault.params)
            return rows
        faults.counted.add(path)
    return [
        _canonical(lines.columns, row, f"{path}/{index}", faults, before[index] if before else {})
        for index, row in enumerate(rows)
    ]


def recomputed(definition: Definition, values: Values, moment: Moment, changed: Collection[str]) -> Values:
    """The values with the formulas that depend on fields at the `changed` paths computed anew, the others as they are.

    Nothing else is checked or changed; `values` is changed in place. Raises RecordInvalid.
    """
    faults = _Faults(moment.language)
    compute(definition, _depending(definition, changed), values, moment, faults.formula)
    if faults.found:
        raise RecordInvalid(fields=faults.found[:MAX_FAULTS])
    return values


def settle_formulas(definition: Definition, values: Values, moment: Moment, changed: Collection[str]) -> Values:
    """As `recomputed`; a formula that cannot be computed loses its value, because nobody is there to be told."""
    compute(definition, _depending(definition, changed), values, moment, lambda *_: None)
    return values


def _depending(definition: Definition, changed: Collection[str]) -> list[Step]:
    """The formulas that depend on these fields, but for those that are computed whenever the record is read."""
    paths = dependents(definition.plan, changed) - definition.volatile
    return [step for step in definition.plan.steps if step.path in paths]


def people(definition: Definition, values: Values) -> Iterator[tuple[str, str, Field, str, str]]:
    """(path, path of the whole value, field, "member" or "department", id) of everybody whom the values name."""
    for path, each, value in cells(definition, values):
        kind = type_of(each).refers_to
        if kind in ORGANISATION:
            several = isinstance(value, list)
            for index, identity in enumerate(value if several else [value]):
                yield f"{path}/{index}" if several else path, path, each, kind, identity


def without_decimals(value: Any) -> Any:
    """JSON numbers of a body are Decimals; as part of a stored definition they become their exact text."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {name: without_decimals(item) for name, item in value.items()}
    return [without_decimals(item) for item in value] if isinstance(value, list) else value
