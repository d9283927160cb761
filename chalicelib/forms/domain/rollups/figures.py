"""The figures of a record: its tallies, and the values that are kept with them beside the record."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..definition import Definition
from ..evaluation_order import dependents
from ..fields import Locale, Moment
from ..records import Record, index_key, title_of
from ..stored import Values
from ..values import settle_formulas
from .declared import Rollup, rollup_of
from .tally import Addend, Tally, begun, figure, is_current


@dataclass(frozen=True)
class Figures:
    """`tallies` by field. `values` are those of roll-ups and of the formulas that read them, `index` their keys in the
    orders of the form, `title` that of the record, where it names one of them. `at` is when they last changed.
    `version` is the one that was read, 0 if they are not stored yet.
    """

    at: str = ""
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    values: Values = field(default_factory=dict)
    index: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    version: int = 0


@dataclass(frozen=True)
class Addends:
    """What a record adds to others, by parent and by the roll-up's place (`form#field`)."""

    parents: Mapping[str, Mapping[str, Addend]] = field(default_factory=dict)
    version: int = 0


def of_new_record(definition: Definition, form_id: str) -> Figures:
    """Nothing links to a record that is not there yet: every tally is empty, and none waits for others."""
    found = {each.id: begun(rollup_of(form_id, each), ready=True) for each in definition.rollups}
    return Figures(tallies=found)


def counted(definition: Definition, form_id: str, figures: Figures) -> tuple[Values, tuple[str, ...]]:
    """The values of the roll-ups, and those that wait: not every child is in them as they are declared now."""
    values: Values = {}
    waiting = []
    for each in definition.rollups:
        tally = figures.tallies.get(each.id)
        if tally is None or not tally.ready or not is_current(rollup_of(form_id, each), tally):
            waiting.append(each.id)
        elif (value := figure(each, tally)) is not None:
            values[each.id] = value
    return values, tuple(waiting)


def with_figures(record: Record, definition: Definition, figures: Figures) -> Record:
    """The record as it was read from its own row, with what is kept beside it."""
    names = tuple(sorted(definition.beside))
    _, waiting = counted(definition, record.form_id, figures)
    silent = {*waiting, *_reading(definition, waiting)}
    own = {name: value for name, value in record.values.items() if name not in definition.beside}
    beside = {name: value for name, value in figures.values.items() if name in definition.beside and name not in silent}
    return replace(
        record,
        values={**own, **beside},
        index=record.index if record.deleted else {**record.index, **figures.index},
        title=figures.title or record.title,
        beside=names,
        figures_at=figures.at,
        pending=waiting,
    )


def figured(record: Record, definition: Definition, figures: Figures, moment: Moment, locale: Locale) -> Record:
    """The record with the values that follow from its tallies: roll-ups, formulas that read them, its title, and its
    keys in the orders of the form. A formula that cannot be computed has no value.
    """
    rolled, waiting = counted(definition, record.form_id, figures)
    values = {name: value for name, value in record.values.items() if name not in definition.beside} | rolled
    values = settle_formulas(definition, values, moment, {each.id for each in definition.rollups})
    for name in _reading(definition, waiting):
        values.pop(name, None)
    changed = replace(record, values=values, beside=tuple(sorted(definition.beside)), pending=waiting)
    if definition.beside & set(definition.title_fields):
        changed = replace(changed, title=title_of(definition, values, locale))
    orders = {
        each.id: index_key(each, values.get(each.id)) for each in definition.indexed if each.id in definition.beside
    }
    kept = {name: key for name, key in record.index.items() if name not in definition.beside}
    return replace(changed, index=record.index if record.deleted else {**kept, **orders})


def beside_of(record: Record, definition: Definition) -> tuple[Values, dict[str, str], str]:
    """What of the record's values and keys is kept beside it, and its title, where it is."""
    values = {name: record.values[name] for name in record.beside if name in record.values}
    index = {name: record.index[name] for name in record.beside if name in record.index}
    told = set(definition.title_fields) & set(record.beside)
    return values, index, record.title if told else ""


def _reading(definition: Definition, waiting: tuple[str, ...]) -> frozenset[str]:
    """Formulas that have no value because a roll-up that they read has none yet."""
    return dependents(definition.plan, waiting) if waiting else frozenset()


def started(rollup: Rollup, figures: Figures) -> Figures:
    """With the roll-up begun anew: whoever links to the record is counted in again."""
    tally = begun(rollup, figures.tallies.get(rollup.field_id))
    return replace(figures, tallies={**figures.tallies, rollup.field_id: tally})


def completed(definition: Definition, form_id: str, figures: Figures, at: str) -> Figures:
    """Every child is counted in, also where there is none. What is not declared any more goes."""
    found: dict[str, Tally] = {}
    for each in definition.rollups:
        rollup = rollup_of(form_id, each)
        tally = figures.tallies.get(each.id)
        current = tally if tally is not None and is_current(rollup, tally) else begun(rollup)
        found[each.id] = replace(current, ready=True)
    return replace(figures, tallies=found, at=at)


def tally_for(rollup: Rollup, figures: Figures) -> Tally:
    """That of the roll-up as it is declared now; an empty one takes the place of one of an earlier declaration."""
    tally = figures.tallies.get(rollup.field_id)
    return tally if tally is not None and is_current(rollup, tally) else begun(rollup)
