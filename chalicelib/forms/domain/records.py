"""A record: what was filled in, where it stands, and what was written to make it found."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..access.rows import named, team_principal
from .definition import TITLE_PART, Definition
from .fields import Field, Locale, type_of
from .linking import parents_of, same_parents
from .stored import Values

DRAFT = "draft"
ACTIVE = "active"
IN_APPROVAL = "in_approval"
APPROVED = "approved"
REJECTED = "rejected"
WITHDRAWN = "withdrawn"
STATES = (DRAFT, ACTIVE, IN_APPROVAL, APPROVED, REJECTED, WITHDRAWN)

CREATED = "@created_at"
"""The order in which every list can be read: ids begin with the moment."""
UPDATED = "@updated_at"
STATE_AT = "@state_at"
ORDERS = (UPDATED, STATE_AT)
"""Further orders that every record is entered in."""
OWN_BIN = "@own_bin"
VISIBLE = "@visible"
"""The lists of those who may see a record: its owner's and that of the department that it was made in."""
ALL_ORDERS = (*ORDERS, OWN_BIN, VISIBLE)
"""What records by earlier releases are entered in when somebody first asks (`Head.ordered`)."""

ListRow = dict[str, Any]
"""A record in a list."""

CUT = 200
SHARE_BYTES = 350_000
"""Of changes in one history row: with the rest of the row it stays below what an item may hold."""
BIN_DAYS = 30


@dataclass(frozen=True, slots=True)
class Deletion:
    at: str
    by: str
    purge_at: str


@dataclass(frozen=True, slots=True)
class CurrentStage:
    """What a record keeps of the stage that it stands in: since when, until when it should have moved on ("": no
    limit), and the number of the entry of the stage history that brought it here, 1 for the first.
    """

    stage: str
    since: str
    visit: int = 1
    due_at: str = ""


@dataclass(frozen=True)
class Record:
    """`index` (encoded values) and `guards` (what guards unique values) say what stands in the table for it, by field.

    `summary_fields` are the fields in its list entries; so these can be written again without the form.
    `version` is the one that was read, 0 for a record that is not stored yet; `history` counts its history entries.
    """

    id: str
    form_id: str
    form_version: int
    values: Values
    state: str
    created_by: str
    created_at: str
    updated_by: str
    updated_at: str
    state_at: str = ""
    """When it last moved from one state to another."""
    locked: bool = False
    serial: str = ""
    title: str = ""
    history: int = 0
    index: Mapping[str, str] = field(default_factory=dict)
    guards: Mapping[str, Sequence[str]] = field(default_factory=dict)
    summary_fields: Sequence[str] = ()
    deleted: Deletion | None = None
    owner: str = ""
    """The member whose record it is; "" in a record by an earlier release, and there it is whoever made it."""
    owner_department: str = ""
    """The department that the owner was in when it became theirs: it stays where it was made when they move."""
    visible: Sequence[str] = ()
    """The members and departments in whose lists it stands as a list entry; of a record by an earlier release none."""
    parents: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The records in whose lists of children it stands, by the path of the link."""
    team: Sequence[str] = ()
    """Members whom fields name that open it to them, in whose lists it stands, too."""
    stages: Mapping[str, CurrentStage] = field(default_factory=dict)
    """By stage field."""
    volatile: Sequence[str] = ()
    """Paths of its values that are computed when it is read; they are in `values` then, and never in its row."""
    version: int = 0
    beside: Sequence[str] = ()
    """The fields whose values, with their keys in `index`, are not in its own row but in the one of its figures."""
    figures_at: str = ""
    """When those last changed; "" for a record without any."""
    pending: Sequence[str] = ()
    """Roll-ups that not every record which links to it is counted in yet: they have no value."""
    merging: str = ""
    """The merge that it is part of as long as that goes on; it is locked then."""
    merged_into: str = ""
    """The record that it was merged into; it stands in no list and no bin then, and goes when its days are over."""

    @property
    def owned_by(self) -> str:
        return self.owner or self.created_by


def title_of(definition: Definition, values: Values, locale: Locale) -> str:
    """The template filled in; without a template, the first plain value."""

    def shown(name: str) -> str:
        each = definition.by_id.get(name)
        return type_of(each).text(each, values[name], locale) if each is not None and name in values else ""

    if definition.title:
        text = TITLE_PART.sub(lambda part: shown(part.group(1)), definition.title)
    else:
        text = next(
            (shown(each.id) for each in definition.fields if each.id in values and type_of(each).titles_by_default), ""
        )
    return " ".join(text.split())[:CUT]


def list_row(record: Record, summary_fields: Sequence[str], version: int) -> ListRow:
    """A list entry: enough to show and filter a row without reading the record."""
    return {
        "id": record.id,
        "version": version,
        "serial": record.serial,
        "title": record.title,
        "state": record.state,
        "locked": record.locked,
        "created_by": record.created_by,
        "owner": record.owned_by,
        "owner_department": record.owner_department,
        "created_at": record.created_at,
        "updated_by": record.updated_by,
        "updated_at": record.updated_at,
        "state_at": record.state_at,
        "values": {name: cut(record.values[name]) for name in summary_fields if name in record.values},
        **({"stages": _stages(record)} if record.stages else {}),
    }


def _stages(record: Record) -> dict[str, Any]:
    """Since when it stands in its stages, and until when it may: `{field: {"since", "due_at"}}`."""
    return {name: {"since": each.since, "due_at": each.due_at} for name, each in record.stages.items()}


def cut(value: Any) -> Any:
    """As list entries hold it."""
    return value[:CUT] if isinstance(value, str) else value


BLANK_KEY = "0"


def index_key(each: Field, value: Any) -> str:
    """Blanks come first; a value sorts as its type says."""
    return BLANK_KEY if value is None else f"1{type_of(each).sort_key(each, value)}"


def index_keys(definition: Definition, record: Record) -> dict[str, str]:
    keys = {each.id: index_key(each, record.values.get(each.id)) for each in definition.indexed}
    return keys | order_keys(record)


def order_keys(record: Record) -> dict[str, str]:
    """Where it stands in the orders that follow moments of the record and not its values."""
    return {UPDATED: f"1{record.updated_at}", STATE_AT: f"1{record.state_at}"}


def principals_of(record: Record) -> tuple[str, ...]:
    """In whose lists it is to stand. With whom it was shared is not known here: their lists point at it."""
    return (
        *(each for each in (record.owned_by, record.owner_department) if each),
        *(team_principal(each) for each in record.team),
    )


def team_of(definition: Definition, values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(named(definition.access.team_fields, values)))


def moment_of(card: Mapping[str, Any], name: str) -> str:
    """A moment of a list entry. One that an earlier release wrote does not say when its state changed."""
    return str(card.get(name) or card["updated_at"])


def is_indexed(record: Record, definition: Definition) -> bool:
    """Whether the record's list entries are those that the definition asks for."""
    return (
        list(record.summary_fields) == list(definition.summary_fields)
        and record.index == index_keys(definition, record)
        and tuple(record.visible) == principals_of(replace(record, team=team_of(definition, record.values)))
        and same_parents(record.parents, parents_of(definition, record.values))
    )


def differences(before: Values, after: Values) -> list[dict[str, Any]]:
    """`{"field", "before", "after"}` for every value that changed; lines cell by cell, as `lines/2/quantity`."""
    found: list[dict[str, Any]] = []
    for name in dict.fromkeys((*before, *after)):
        found += _difference(name, before.get(name), after.get(name))
    return found


def _difference(path: str, before: Any, after: Any) -> list[dict[str, Any]]:
    if before == after:
        return []
    if _is_rows(before) and _is_rows(after):
        found: list[dict[str, Any]] = []
        for index in range(max(len(before), len(after))):
            old = before[index] if index < len(before) else None
            new = after[index] if index < len(after) else None
            if old is None or new is None:
                found.append({"field": f"{path}/{index}", "before": old, "after": new})
                continue
            for name in dict.fromkeys((*old, *new)):
                found += _difference(f"{path}/{index}/{name}", old.get(name), new.get(name))
        return found
    return [{"field": path, "before": before, "after": after}]


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) and "id" not in row for row in value)


def undone(values: Values, changes: Sequence[Mapping[str, Any]]) -> Values:
    """The values as they were before `changes`, which are what `differences` found."""
    found = dict(values)
    tables: dict[str, dict[int, dict[str, Any]]] = {}
    for change in changes:
        name, *place = change["field"].split("/")
        if name.startswith("@"):
            continue
        if not place:
            _set(found, name, change["before"])
            continue
        # Rows by number: those that were dropped come back at their old places, in whatever order they are met.
        rows = tables.setdefault(name, {number: dict(row) for number, row in enumerate(found[name])})
        number = int(place[0])
        if len(place) == 1:
            _set(rows, number, change["before"])
        else:
            _set(rows[number], place[1], change["before"])
    for name, rows in tables.items():
        found[name] = [rows[number] for number in sorted(rows)]
    return found


def _set(holder: dict[Any, Any], key: Any, value: Any) -> None:
    if value is None:
        holder.pop(key, None)
    else:
        holder[key] = value


def changed_fields(changes: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(change["field"].split("/")[0] for change in changes))


def history_shares(changes: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The changes as they fit rows of the history; one empty share if nothing changed."""
    share: list[dict[str, Any]] = []
    size = 0
    for change in changes:
        weight = len(json.dumps(change, ensure_ascii=False).encode())
        if share and size + weight > SHARE_BYTES:
            yield share
            share, size = [], 0
        share.append(change)
        size += weight
    yield share


def changed_where(changes: list[dict[str, Any]], first: int, last: int) -> list[dict[str, Any]]:
    """`{"field", "history"}` for every field that changed: the history entries first..last hold before and after.

    A field whose changes fill several entries is named with each.
    """
    shares = history_shares(changes) if last > first else [changes]
    return [
        {"field": name, "history": number}
        for number, share in enumerate(shares, start=first)
        for name in changed_fields(share)
    ]
