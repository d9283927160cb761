"""Merging two records of a form: which values the survivor takes over, and how links to the other are pointed to it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from ...edge.schemas import field_errors
from ...kernel.errors import FieldError
from .cells import ROOT
from .definition import Definition
from .fields import Fault, Field, type_of
from .link_options import RECORD
from .link_values import with_ids
from .linking import Link, links_of
from .record_schema import record_validator
from .stored import Values
from .uploads import stored_files
from .values import is_blank

SURVIVOR, LOSER, UNION = "survivor", "loser", "union"
RUNNING, DONE, UNDOING, UNDONE = "running", "done", "undoing", "undone"
UNDO_DAYS = 30
MOST_FILES = 20
"""That the survivor can take over: each is a row of the transaction that ends a merge."""


@dataclass(frozen=True, slots=True)
class Merge:
    """`take` says of each field whose value the survivor gets; `until` when what undoing needs is dropped."""

    id: str
    form_id: str
    survivor: str
    loser: str
    started_by: str
    started_by_name: str
    started_at: str
    until: str
    take: Mapping[str, str] = field(default_factory=dict)
    state: str = RUNNING
    job_id: str = ""
    """Of the job that merges, or that undoes it."""
    ended_at: str = ""
    """When it was merged, or undone."""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a child named the loser: `path` of the link, `row` of lines (-1: none) with a mark by which that row is
    recognised, `at` of a list; `had`: the survivor stood in the list already.
    """

    path: str
    row: int = -1
    mark: str = ""
    at: int = 0
    had: bool = False


@dataclass(frozen=True, slots=True)
class MovedChild:
    record_id: str
    places: Sequence[Place] = ()


@dataclass(frozen=True, slots=True)
class MovedFields:
    """Of each field of the survivor that the merge changed: what it held before, None for nothing, and a mark of what
    it held then; and the files that were tied to the survivor.
    """

    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    files: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which the two may differ: what is proposed, and what else may be chosen."""

    field: Field
    proposed: str
    options: tuple[str, ...]


def choices(
    definition: Definition, survivor: Mapping[str, Any], loser: Mapping[str, Any], editable: Callable[[str], bool]
) -> tuple[Choice, ...]:
    """Of each field that people fill in and in which one of the two has a value, in the order of the form."""
    found = []
    for each in definition.fields:
        ours, theirs = survivor.get(each.id), loser.get(each.id)
        if not type_of(each).computed and not type_of(each).has_stages and not (is_blank(ours) and is_blank(theirs)):
            free = editable(each.id) and not is_blank(theirs) and ours != theirs
            lists = free and isinstance(ours, list) and isinstance(theirs, list)
            options = (SURVIVOR, *((LOSER,) if free else ()), *((UNION,) if lists else ()))
            proposed = UNION if lists else LOSER if free and is_blank(ours) else SURVIVOR
            found.append(Choice(each, proposed, options))
    return tuple(found)


def taken(offered: Sequence[Choice], take: Mapping[str, str]) -> tuple[dict[str, str], list[FieldError]]:
    """What is taken of each field, as it was chosen, else as it is proposed; and what cannot be chosen."""
    known = {each.field.id: each for each in offered}
    wrong = [name for name, source in take.items() if name not in known or source not in known[name].options]
    found = {name: take.get(name, each.proposed) for name, each in known.items()}
    faults = [FieldError.of(f"/take/{name}", "merge_take", id=name) for name in wrong]
    return {name: source for name, source in found.items() if source != SURVIVOR}, faults


def merged(
    definition: Definition,
    survivor: tuple[str, Mapping[str, Any]],
    loser: tuple[str, Mapping[str, Any]],
    take: Mapping[str, str],
) -> Values:
    """The survivor's values, with what is taken of the other's, formulas not computed. What was pulled through a link
    comes with the link. Neither names one of the two: they are one record now. Each is `(id, values)`.
    """
    values, theirs = deepcopy(dict(survivor[1])), deepcopy(dict(loser[1]))
    for name, source in take.items():
        values[name] = united(values.get(name), theirs.get(name)) if source == UNION else theirs.get(name)
    for each in definition.fields:
        if type_of(each).pulls and take.get(str(each.options["link"])) == LOSER:
            values[each.id] = theirs.get(each.id)
    own = (survivor[0], loser[0])
    values = {name: value for name, value in values.items() if value is not None}
    return with_ids(definition, values, lambda _, value: None if value in own else value)


def united(ours: Any, theirs: Any) -> Any:
    """Each item once, ours first."""
    first = list(ours or ())
    return first + [each for each in theirs or () if each not in first]


def union_faults(definition: Definition, values: Mapping[str, Any], take: Mapping[str, str]) -> list[FieldError]:
    """What is wrong with the lists that were united: together they may be more than the form takes."""
    names = {name for name, source in take.items() if source == UNION}
    found: list[FieldError] = []
    for each in definition.fields:
        if each.id in names and not each.columns:
            try:
                type_of(each).canonical(each, values.get(each.id))
            except Fault as fault:
                found.append(FieldError.of(f"{ROOT}/{each.id}{fault.path}", fault.code, **fault.params))
    told = {each.path for each in found}
    for error in field_errors(record_validator(definition), dict(values), root=ROOT) if names else ():
        path = error.path.split("/")
        if len(path) == 3 and path[2] in names and error.path not in told:
            found.append(error)
    return found


def files_of(values: Mapping[str, Any], take: Mapping[str, str]) -> list[str]:
    """Ids of the files in what is taken of a record with these values."""
    return list(dict.fromkeys(str(each["id"]) for name in take for each in stored_files(values.get(name))))


# -- links to the loser


def repointed(definition: Definition, values: Values, loser: str, survivor: str) -> tuple[Values, tuple[Place, ...]]:
    """The values of a child with each link to the loser leading to the survivor, each once in a list; and where."""
    made, places = dict(values), list[Place]()
    for link in links_of(definition):
        for row, holder in _holders(made, link):
            value = holder.get(link.field.id)
            if value == loser or (isinstance(value, list) and loser in value):
                several = value if isinstance(value, list) else [value]
                changed = list(dict.fromkeys(survivor if each == loser else each for each in several))
                after = {**holder, link.field.id: changed if isinstance(value, list) else survivor}
                _put(made, link, row, after)
                mark = _row_mark(definition, link, after)
                places.append(Place(link.path, row, mark, several.index(loser), survivor in several))
    return made, tuple(places)


def pointed_back(definition: Definition, values: Values, places: Sequence[Place], loser: str, survivor: str) -> Values:
    """The values of a child with the links that a merge changed leading to the loser again, where they still lead to
    the survivor.
    """
    made, links = dict(values), {each.path: each for each in links_of(definition)}
    done = set[tuple[str, int]]()
    for place in places:
        link = links.get(place.path)
        if link is None:
            continue
        open_rows = {
            row: holder
            for row, holder in _holders(made, link)
            if (place.path, row) not in done and _leads(holder.get(link.field.id), survivor)
        }
        row = _row_of(definition, link, place, open_rows)
        if row is not None:
            done.add((place.path, row))
            holder = open_rows[row]
            value = _put_in(holder[link.field.id], place, loser, survivor)
            _put(made, link, row, {**holder, link.field.id: value})
    return made


def _leads(value: Any, survivor: str) -> bool:
    return bool(value == survivor or (isinstance(value, list) and survivor in value))


def _put_in(value: Any, place: Place, loser: str, survivor: str) -> Any:
    if not isinstance(value, list):
        return loser
    out = (loser,) if place.had else (loser, survivor)
    others = [each for each in value if each not in out]
    return [*others[: place.at], loser, *others[place.at :]]


def _holders(values: Mapping[str, Any], link: Link) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """What holds values of the link: each row by its number, or the record itself under -1."""
    if link.lines:
        yield from enumerate(values.get(link.lines) or ())
    else:
        yield -1, values


def _put(values: Values, link: Link, row: int, holder: Mapping[str, Any]) -> None:
    if row < 0:
        values[link.field.id] = holder[link.field.id]
    else:
        values[link.lines] = [holder if number == row else each for number, each in enumerate(values[link.lines])]


def _row_of(definition: Definition, link: Link, place: Place, rows: Mapping[int, Mapping[str, Any]]) -> int | None:
    """Which of the rows the place is now: by what stands in it, else by its number."""
    alike = (row for row, holder in rows.items() if _row_mark(definition, link, holder) == place.mark)
    return next(alike, place.row if place.row in rows else None)


def _row_mark(definition: Definition, link: Link, holder: Mapping[str, Any]) -> str:
    """Of a row what people filled in there, links apart; of a field nothing."""
    if not link.lines:
        return ""
    columns = definition.by_id[link.lines].columns
    names = [each.id for each in columns if not type_of(each).computed and type_of(each).refers_to != RECORD]
    return mark_of({name: holder[name] for name in names if name in holder})


def mark_of(value: Any) -> str:
    """The same for the same value."""
    return sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:24]


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> MovedFields:
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return MovedFields({name: before.get(name) for name in names}, {name: mark_of(after.get(name)) for name in names})


def put_back(values: Mapping[str, Any], moved: MovedFields) -> Values:
    """The values with each field that the merge changed as it was before, if it is still what the merge made of it."""
    found = dict(values)
    for name, mark in moved.after.items():
        if mark_of(values.get(name)) == mark:
            found[name] = moved.before.get(name)
    return {name: value for name, value in found.items() if value is not None}
