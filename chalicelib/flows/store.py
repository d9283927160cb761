"""Rows of flows.

`flow#<id>/head` flow with its draft · `flow#<id>/version#<n>` a published version · `flows/<id>` the list ·
`run#<id>/state` the run: the one truth · `run#<id>/trail#<seq>` what one act said, by the number of its first entry ·
`run#<id>/park` which execution counts · `run#<record>/again#~<n>` further runs of a record ·
`watched_runs/<id>` the runs that need an execution, `watched_runs/!whole` once those from before that list have been
entered · `run_check/place`, of the platform, where the next look at all of them begins · `todo#<member>`, `done#…`,
`started#…`, `cc#…` the lists, each once more per form (`todo#<member>#<form>`), because a list is a partition.

The id of a run is `<record>.<n>`. An earlier release gave the first the record's own id, and further ones ids of their
moment, listed as `again#<id>`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from ..aws.cursor import open_cursor, seal_cursor
from ..aws.table import TenantTable
from ..kernel.ids import number_of
from ..kernel.page import MAX_PAGE, Page
from ..kernel.unit_of_work import Key, Row, UnitOfWork
from . import row_keys
from .domain import Flow, Version
from .engine import Run, codec
from .service.ports import ExecutionState, LoadedRun, Watched

FLOWS = "flows"
_AGAIN = "again#"
WATCHED = "watched_runs"
CHECK = Key("run_check", "place")
WHOLE = "!whole"
BEHIND = "!"
"""Before every letter and digit of an id: the first of the list, and the least that follows an id."""

_FLOW = (
    "id", "form_id", "name", "status", "definition", "created_at", "created_by", "updated_at", "updated_by", "version",
    "published_at", "key",
)  # fmt: skip
_VERSION = ("flow_id", "number", "definition", "form", "published_at", "published_by")

Table = Callable[[], TenantTable]


class FlowRepository:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, work: UnitOfWork, flow_id: str) -> Flow | None:
        row = self._table().get(work, row_keys.flow(flow_id))
        return _flow(row) if row else None

    def save(self, work: UnitOfWork, flow: Flow) -> None:
        doc = {name: getattr(flow, name) for name in _FLOW}
        if flow.row is None:
            work.create(row_keys.flow(flow.id), "flow", doc)
        else:
            work.replace(flow.row, doc)
        entry = {name: value for name, value in doc.items() if name != "definition"}
        work.index(Key(FLOWS, flow.id), entry, kind="flow_entry")

    def taken_keys(self, work: UnitOfWork, keys: Collection[str]) -> set[str]:
        """Those of the keys that a flow has already."""
        places = {key: row_keys.key_guard(key) for key in keys}
        rows = self._table().get_many(work, places.values())
        return {key for key, place in places.items() if rows[place]}

    def take_key(self, work: UnitOfWork, key: str, flow_id: str) -> None:
        """Of two flows that take one key at once, the second runs again and finds it taken."""
        work.create(row_keys.key_guard(key), "flow_key", {"flow_id": flow_id})

    def listed(self, work: UnitOfWork, limit: int, cursor: str | None) -> Page[dict[str, Any]]:
        page = self._table().query(work, FLOWS, newest_first=True, limit=limit, after=cursor)
        return page.map(lambda row: row.doc)

    def every(self, work: UnitOfWork) -> Iterator[tuple[Flow, Version | None]]:
        """All flows with the newest version that was published of each, newest flow first; a page is two reads."""
        cursor = None
        while True:
            page = self.listed(work, MAX_PAGE, cursor)
            places = [(row_keys.flow(doc["id"]), row_keys.version(doc["id"], doc["version"])) for doc in page.items]
            rows = self._table().get_many(work, [key for both in places for key in both])
            for head, newest in places:
                row, version = rows[head], rows[newest]
                if row is not None:
                    yield _flow(row), Version(**version.doc) if version else None
            cursor = page.next_cursor
            if cursor is None:
                return

    def version(self, work: UnitOfWork, flow_id: str, number: int) -> Version | None:
        row = self._table().get(work, row_keys.version(flow_id, number))
        return Version(**row.doc) if row else None

    def add_version(self, work: UnitOfWork, version: Version) -> None:
        doc = {name: getattr(version, name) for name in _VERSION}
        work.create(row_keys.version(version.flow_id, version.number), "flow_version", doc)

    def versions(self, work: UnitOfWork, flow_id: str, limit: int, cursor: str | None) -> Page[Version]:
        partition = row_keys.flow(flow_id).partition
        page = self._table().query(work, partition, prefix="version#", newest_first=True, limit=limit, after=cursor)
        return page.map(lambda row: Version(**row.doc))


def _flow(row: Row) -> Flow:
    doc = {"key": "", **row.doc}  # rows of before have none
    return Flow(**{name: doc[name] for name in _FLOW}, row=row)


class RunRepository:
    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, work: UnitOfWork, run_id: str) -> LoadedRun | None:
        row = self._table().get(work, row_keys.run(run_id))
        return LoadedRun(codec.from_doc(row.doc), row) if row else None

    def first(self, work: UnitOfWork, record_id: str) -> LoadedRun | None:
        ids = row_keys.first_runs(record_id)
        self._table().prefetch(work, [(work.actor.tenant_id, row_keys.run(each)) for each in ids])
        return next((loaded for loaded in (self.get(work, each) for each in ids) if loaded), None)

    def save(self, work: UnitOfWork, loaded: LoadedRun, run: Run) -> None:
        if loaded.row is None:
            work.create(row_keys.run(run.id), "run", codec.to_doc(run))
            if run.pending:
                self.watch(work, [run.id])
        else:
            work.replace(loaded.row, codec.to_doc(run))
            if not run.pending:
                self.unwatch(work, run.id)

    def watched(self, work: UnitOfWork, after: str, limit: int) -> Watched:
        start = f"{after}{BEHIND}" if after else ""
        page = self._table().query(work, WATCHED, start=start or None, limit=limit)
        ids = [row.key.sort for row in page.items]
        whole = bool(after) or ids[:1] == [WHOLE]
        return Watched(tuple(each for each in ids if each != WHOLE), page.next_cursor is not None, whole)

    def watch(self, work: UnitOfWork, run_ids: Iterable[str]) -> None:
        for run_id in run_ids:
            work.index(Key(WATCHED, run_id), {}, kind="run_watched")

    def unwatch(self, work: UnitOfWork, run_id: str) -> None:
        work.unindex(Key(WATCHED, run_id))

    def check_place(self, work: UnitOfWork) -> tuple[str, str]:
        """The company and the run behind which the next look at all runs begins; of the platform's own tenant."""
        row = self._table().get(work, CHECK)
        return (row.doc["tenant_id"], row.doc["run_id"]) if row else ("", "")

    def put_check_place(self, work: UnitOfWork, tenant_id: str, run_id: str) -> None:
        work.index(CHECK, {"tenant_id": tenant_id, "run_id": run_id}, kind="run_check")

    def mark_watched(self, work: UnitOfWork) -> None:
        """From here on the list is whole: the runs from before there was one have been entered."""
        work.index(Key(WATCHED, WHOLE), {}, kind="run_watched")

    def require(self, work: UnitOfWork, loaded: LoadedRun) -> None:
        if loaded.row is not None:
            work.require(loaded.row)

    def append_trail(self, work: UnitOfWork, run_id: str, first: int, entries: Iterable[Mapping[str, Any]]) -> None:
        work.create(Key(f"run#{run_id}", f"trail#{first:06d}"), "trail", {"entries": list(entries)})

    def trail(self, work: UnitOfWork, run_id: str, limit: int, cursor: str | None) -> Page[list[dict[str, Any]]]:
        page = self._table().query(work, f"run#{run_id}", prefix="trail#", limit=limit, after=cursor)
        return page.map(_entries)

    def last_acts(self, work: UnitOfWork, run_id: str, limit: int) -> list[list[dict[str, Any]]]:
        page = self._table().query(work, f"run#{run_id}", prefix="trail#", newest_first=True, limit=limit)
        return [_entries(row) for row in page.items]

    def repeat(self, work: UnitOfWork, record_id: str, run_id: str) -> None:
        work.index(Key(f"run#{record_id}", _again(run_id)), {"run_id": run_id}, kind="run_repeated")

    def repeats(self, work: UnitOfWork, record_id: str) -> list[str]:
        rows = self._table().each(work, f"run#{record_id}", prefix=_AGAIN, newest_first=True)
        return [str(row.doc["run_id"]) for row in rows]

    def of_record(
        self, work: UnitOfWork, record_id: str, seen: Callable[[LoadedRun], bool], limit: int, cursor: str | None
    ) -> Page[LoadedRun]:
        tenant_id, partition = work.actor.tenant_id, f"run#{record_id}"
        after = open_cursor(cursor, tenant_id, partition) if cursor else None
        rows = self._table().each(work, partition, prefix=_AGAIN, newest_first=True, after=after)
        ids = chain((str(row.doc["run_id"]) for row in rows), row_keys.first_runs(record_id))
        runs = (loaded for loaded in (self.get(work, each) for each in ids) if loaded and seen(loaded))
        found = list(islice(runs, limit + 1))
        if len(found) <= limit:
            return Page(tuple(found))
        return Page(tuple(found[:limit]), seal_cursor(_again(found[limit - 1].run.id), tenant_id, partition))

    def execution_state(self, work: UnitOfWork, run_id: str) -> ExecutionState:
        row = self._table().get(work, row_keys.execution_state(run_id))
        return ExecutionState(row.doc["generation"], bool(row.doc.get("token")), row) if row else ExecutionState()

    def save_execution_state(self, work: UnitOfWork, run_id: str, before: ExecutionState, epoch: int) -> None:
        doc = {"generation": epoch}
        if before.row is None:
            work.create(row_keys.execution_state(run_id), "park", doc)
        else:
            work.replace(before.row, doc)


def _again(run_id: str) -> str:
    """The sort key of a further run: an earlier release named it by its moment, and those come first."""
    number = number_of(run_id)
    return f"{_AGAIN}~{number:06d}" if number else _AGAIN + run_id


def _entries(row: Row) -> list[dict[str, Any]]:
    return list(row.doc["entries"])


class ListRepository:
    def __init__(self, table: Table) -> None:
        self._table = table

    def show(self, work: UnitOfWork, kind: str, member_id: str, sort: str, *, card: Mapping[str, Any]) -> None:
        for partition in _partitions(kind, member_id, card["form_id"]):
            work.index(Key(partition, sort), dict(card), kind=f"{kind}_entry")

    def hide(self, work: UnitOfWork, kind: str, member_id: str, sort: str, *, form_id: str) -> None:
        for partition in _partitions(kind, member_id, form_id):
            work.unindex(Key(partition, sort))

    def page(
        self, work: UnitOfWork, kind: str, member_id: str, form_id: str, *, limit: int, cursor: str | None
    ) -> Page[dict[str, Any]]:
        whole, of_form = _partitions(kind, member_id, form_id)
        partition = of_form if form_id else whole
        page = self._table().query(work, partition, newest_first=True, limit=limit, after=cursor)
        return page.map(lambda row: row.doc)


def _partitions(kind: str, member_id: str, form_id: str) -> tuple[str, str]:
    return f"{kind}#{member_id}", f"{kind}#{member_id}#{form_id}"
