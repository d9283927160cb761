"""What the records of a list come to: sums, averages and extremes of fields, as a whole and by one field.

Figures are exact decimals. An average is rounded once, half up: money to its places, anything else to two places at
least, or to twelve where the field has no places of its own. Blanks are not counted.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from decimal import Context, Decimal
from typing import Any

from ...kernel.clock import from_text, in_zone
from ...kernel.errors import FieldError, Named
from .definition import Definition
from .errors import ListInvalid
from .fields import Field, meant, shown_as, type_of
from .filter_kinds import SYSTEM
from .volatile_filter import NOT_FILTERABLE

COUNT, SUM, AVG, MIN, MAX = "count", "sum", "avg", "min", "max"
FUNCTIONS = (SUM, AVG, MIN, MAX, COUNT)
UNITS = {"year": 4, "month": 7, "day": 10}
"""The parts of a day that records are grouped by: how many characters of it are told."""
MOST_GROUPS = 500
OWNER_DEPARTMENT = "@owner_department"
_OWN = {**SYSTEM, OWNER_DEPARTMENT: Field(OWNER_DEPARTMENT, "department", OWNER_DEPARTMENT)}
_EXTREMES = ("decimal", "date", "datetime", "time")
_OPAQUE = "opaque"
_EXACT = Context(prec=80)
"""Never the ambient context: its 28 digits would round a long sum."""
_AVERAGE_PLACES, _MOST_PLACES = 2, 12


@dataclass(frozen=True, slots=True)
class Measure:
    """`field` is the one whose values these are (`meant`)."""

    field: Field
    function: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """`unit` is "" or one of UNITS."""

    field: Field
    unit: str = ""

    def key(self, value: Any, zone: tzinfo) -> Any:
        """What records of one group have in common; None for a blank."""
        if value is None or not self.unit:
            return value
        day = in_zone(from_text(value), zone).date().isoformat() if "T" in value else value
        return day[: UNITS[self.unit]]


def read_measures(definition: Definition, asked: Sequence[Mapping[str, Any]], hides: frozenset[str]) -> list[Measure]:
    """Fields in `hides` are as if there were none. Raises ListInvalid, with every fault."""
    found: list[Measure] = []
    faults: list[FieldError] = []
    for at, each in enumerate(asked):
        path = f"/measures/{at}"
        known = _field(definition, each["field"], hides, f"{path}/field")
        if isinstance(known, FieldError):
            faults.append(known)
        elif not _suits(known, each["function"]):
            name = Named(known.id, known.name)
            faults.append(FieldError.of(f"{path}/function", "aggregate_function", field=name))
        else:
            found.append(Measure(known, each["function"]))
    if faults:
        raise ListInvalid(fields=faults)
    return found


def read_grouping(definition: Definition, by: str, hides: frozenset[str]) -> Grouping:
    """Of `region`, `@state`, `paid_on:month`. Raises ListInvalid."""
    name, _, unit = by.partition(":")
    known = _OWN.get(name) or _field(definition, name, hides, "/by")
    if isinstance(known, FieldError):
        raise ListInvalid(fields=[known])
    kind = type_of(known).compare_kind(known)
    timed = kind in ("date", "datetime")
    if kind == _OPAQUE or _several(known) or (unit and (unit not in UNITS or not timed)):
        raise ListInvalid(fields=[FieldError.of("/by", "aggregate_by", field=Named(known.id, known.name))])
    return Grouping(known, unit or ("day" if kind == "datetime" else ""))


def _field(definition: Definition, name: str, hides: frozenset[str], path: str) -> Field | FieldError:
    known = definition.by_id.get(name) if name not in hides else None
    if known is None:
        return FieldError.of(path, "aggregate_field", id=name)
    if name in definition.volatile:
        return FieldError.of(path, NOT_FILTERABLE, field=Named(known.id, known.name))
    return meant(known)


def _suits(known: Field, function: str) -> bool:
    kind = type_of(known).compare_kind(known)
    if function == COUNT:
        return True
    return kind == "decimal" or (function in (MIN, MAX) and kind in _EXTREMES)


def _several(known: Field) -> bool:
    return type_of(known).compare_kind(known) in ("choices", "members", "departments", "records", "region")


# -- reckoning


@dataclass
class _Tally:
    count: int = 0
    sum: Decimal = Decimal(0)
    least: Any = None
    most: Any = None


@dataclass
class Figures:
    """Of some records: how many there are, and what each measure has seen of them."""

    measures: Sequence[Measure]
    records: int = 0
    tallies: list[_Tally] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tallies = [_Tally() for _ in self.measures]

    def add(self, values: Mapping[str, Any]) -> None:
        self.records += 1
        for measure, tally in zip(self.measures, self.tallies, strict=True):
            value = values.get(measure.field.id)
            if value in (None, "", []):
                continue
            tally.count += 1
            if measure.function in (SUM, AVG):
                tally.sum = _EXACT.add(tally.sum, Decimal(value))
            elif measure.function in (MIN, MAX):
                found = _ordered(measure.field, value), value
                tally.least = found if tally.least is None else min(tally.least, found)
                tally.most = found if tally.most is None else max(tally.most, found)

    def join(self, other: "Figures") -> None:
        """The records of the other ones, too."""
        self.records += other.records
        for mine, each in zip(self.tallies, other.tallies, strict=True):
            mine.count += each.count
            mine.sum = _EXACT.add(mine.sum, each.sum)
            mine.least = min(filter(None, (mine.least, each.least)), default=None)
            mine.most = max(filter(None, (mine.most, each.most)), default=None)

    def told(self) -> list[str | None]:
        return [_told(measure, tally) for measure, tally in zip(self.measures, self.tallies, strict=True)]


def _ordered(known: Field, value: Any) -> Any:
    return Decimal(value) if type_of(known).compare_kind(known) == "decimal" else str(value)


def _told(measure: Measure, tally: _Tally) -> str | None:
    if measure.function == COUNT:
        return str(tally.count)
    if tally.count == 0:
        return None
    if measure.function in (MIN, MAX):
        return str((tally.least if measure.function == MIN else tally.most)[1])
    known = measure.field
    shown = shown_as(type_of(known).shown_type(known))
    if measure.function == SUM:
        return shown.figure(known, tally.sum)
    average = _EXACT.divide(tally.sum, Decimal(tally.count))
    if not shown.may_be_result:  # a score out of so many, whose average is a plain number
        known, shown = Field(known.id, "number", known.name), shown_as("number")
    decimals = known.options.get("decimals")
    if decimals is not None and not shown.currency(known):
        places = min(max(int(decimals), _AVERAGE_PLACES), _MOST_PLACES)
        known = replace(known, options={**known.options, "decimals": places})
    return str(shown.from_formula(known, average))


class Groups:
    """Figures by what records have in common. Raises ListInvalid once there are more than `MOST_GROUPS`."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        self._measures = measures
        self.whole = Figures(measures)
        self.by_key: dict[Any, Figures] = {}

    def add(self, values: Mapping[str, Any], key: Any, *, grouped: bool) -> None:
        self.whole.add(values)
        if not grouped:
            return
        if key not in self.by_key:
            if len(self.by_key) == MOST_GROUPS:
                raise ListInvalid(fields=[FieldError.of("/by", "aggregate_groups", limit=MOST_GROUPS)])
            self.by_key[key] = Figures(self._measures)
        self.by_key[key].add(values)


def in_order(grouping: Grouping, keys: Iterable[Any], label: Callable[[Any], str]) -> list[Any]:
    """Choices as the form has them, moments and numbers as they follow, everything else by name; blanks last."""
    known, offered = grouping.field, type_of(grouping.field).offered(grouping.field)
    places = {each["value"]: at for at, each in enumerate(offered)}
    kind = type_of(known).compare_kind(known)

    def place(key: Any) -> tuple[Any, ...]:
        if key is None:
            return (2,)
        if key in places:
            return 0, places[key], ""
        if kind in _EXTREMES:
            return 1, _ordered(known, key), ""
        return 1, 0, label(key)

    return sorted(keys, key=place)


def is_textual(grouping: Grouping) -> bool:
    """Whether its values may be cut in list entries."""
    return type_of(grouping.field).compare_kind(grouping.field) == "text"
