"""Records with their list entries, unique guards, history and access rows: all written by the same work."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from ...kernel.clock import from_text, to_text
from ...kernel.codec import Codec
from ...kernel.page import Page
from ...kernel.unit_of_work import NEVER, Key, Row, UnitOfWork
from .. import row_keys
from ..domain.definition import Definition, Form
from ..domain.errors import RecordNotFound, ValueTaken
from ..domain.linking import parents_of
from ..domain.records import (
    BIN_DAYS,
    CREATED,
    Deletion,
    ListRow,
    Record,
    history_shares,
    index_keys,
    list_row,
    order_keys,
    principals_of,
    team_of,
)
from ..domain.repeated import guarded_values
from ..domain.rollups.figures import Figures
from ..domain.stored import Values
from ..domain.volatile import without
from .beside import Beside, Definitions, own_doc
from .child_rows import ChildRows
from .moved_ids import MovedIds
from .table import TableOf


def _with_lists_of_guards(doc: dict[str, Any]) -> dict[str, Any]:
    """Before number 2 a unique value had one guard, and nothing said when the state had changed."""
    guards = {name: [texts] if isinstance(texts, str) else texts for name, texts in doc["guards"].items()}
    return {"state_at": doc["updated_at"], **doc, "guards": guards}


RECORDS = Codec(
    Record,
    schema=2,
    upcasts={1: _with_lists_of_guards},
    outside=("version", "beside", "figures_at", "pending"),
    sparse=(
        *("deleted", "owner", "owner_department", "visible", "parents", "stages", "volatile", "team"),
        *("merging", "merged_into"),
    ),
    stored_as={"summary_fields": "carded"},
)


class RecordRepository(ChildRows, MovedIds):
    """Whoever reads a record gets it with the figures that are kept beside it, and gives them back in writing it."""

    def __init__(self, table: TableOf, definitions: Definitions) -> None:
        self._table = table
        self._beside = Beside(table, definitions)

    # -- reading

    def get(self, work: UnitOfWork, record_id: str) -> Record:
        """Also one in the recycle bin. Raises RecordNotFound."""
        keys = (row_keys.record(record_id), row_keys.rollups(record_id))
        row, beside = self._table().get_many(work, keys).values()
        record = read_record(row, work) if row else None
        if record is None:
            raise RecordNotFound()
        return self._beside.whole(work, record) if beside else record

    def get_many(self, work: UnitOfWork, record_ids: Iterable[str]) -> list[Record]:
        """Those that are there and not in the bin, in the order asked."""
        rows = self._table().get_many(work, [row_keys.record(each) for each in record_ids])
        records = [read_record(row, work) for row in rows.values() if row]
        return self._beside.wholes(work, [record for record in records if record and not record.deleted])

    def with_deleted(self, work: UnitOfWork, record_ids: Iterable[str]) -> list[Record]:
        """As `get_many`, and those in the bin."""
        rows = self._table().get_many(work, [row_keys.record(each) for each in record_ids])
        found = [record for row in rows.values() if row and (record := read_record(row, work)) is not None]
        return self._beside.wholes(work, found)

    def shared_among(self, work: UnitOfWork, record_ids: Iterable[str], member_id: str = "") -> frozenset[str]:
        """Those of the records that were shared with the member, or with the actor if none is named."""
        places = {each: row_keys.shared(member_id or work.actor.member_id, each) for each in record_ids}
        rows = self._table().get_many(work, places.values())
        return frozenset(each for each, place in places.items() if rows[place] is not None)

    def hold(self, work: UnitOfWork, record: Record) -> None:
        """Refuse the commit if the record has changed since it was read."""
        work.require(_row(record))

    def cards(self, work: UnitOfWork, form: Form, record_ids: Iterable[str]) -> list[ListRow]:
        """List entries of those that are there and not in the bin, in the order asked, whatever list they stand in.

        While older records' entries do not hold all that the form shows, they are made of the records.
        """
        if form.reindexing:
            records = self.live(work, record_ids)
            return [list_row(each, form.definition.summary_fields, each.version) for each in records]
        places = [row_keys.index(form.id, CREATED, "", each) for each in record_ids]
        return [row.doc for row in self._table().get_many(work, places).values() if row]

    def whole_values(self, work: UnitOfWork, record_ids: Iterable[str]) -> dict[str, Values]:
        """The values of records by their ids, uncut."""
        return {each.id: each.values for each in self.live(work, record_ids)}

    def live(self, work: UnitOfWork, record_ids: Iterable[str]) -> list[Record]:
        """As `get_many`, and not kept in the work: a list looks through many large ones."""
        wanted = list(record_ids)
        found = self.get_many(work, wanted)
        for each in wanted:
            work.read.pop((work.actor.tenant_id, row_keys.record(each)), None)
            work.read.pop((work.actor.tenant_id, row_keys.rollups(each)), None)
        return found

    def is_shared(self, work: UnitOfWork, record_id: str) -> bool:
        return self._table().get(work, row_keys.shared(work.actor.member_id, record_id)) is not None

    def due(self, work: UnitOfWork, record_id: str) -> tuple[bool, list[Any]]:
        """Whether the record is to be purged, or gone already, and the values that are still there."""
        row = self._table().get(work, row_keys.record(record_id))
        if row is None:
            return True, []
        record = RECORDS.load(row.doc)
        due = record.deleted is not None and from_text(record.deleted.purge_at) <= work.now
        return due, list(record.values.values())

    def following(self, work: UnitOfWork, form_id: str, record_id: str, limit: int) -> tuple[tuple[str, ...], bool]:
        """Ids of the form's records made after `record_id`, oldest first, and whether there are more."""
        partition = row_keys.index_partition(form_id, CREATED)
        found = self._table().stretch(work, partition, after=record_id or None, limit=limit)
        return tuple(row.key.sort for row in found.rows), found.last is not None

    def any_of_form(self, work: UnitOfWork, form_id: str) -> bool:
        """Whether the form has a record, be it in the bin."""
        partitions = (row_keys.index_partition(form_id, name) for name in (CREATED, row_keys.BIN))
        return any(self._table().query(work, partition, limit=1).items for partition in partitions)

    def any_visible(self, work: UnitOfWork, form_id: str) -> bool:
        """Whether the actor has a record of the form: their own, be it in the bin, or one shared with them."""
        own = (row_keys.visible_partition, row_keys.seen_partition, row_keys.own_bin_partition)
        partitions = (partition(form_id, work.actor.member_id) for partition in own)
        return any(self._table().query(work, each, limit=1).items for each in partitions)

    def history(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None) -> Page[dict[str, Any]]:
        partition = row_keys.record(record_id).partition
        page = self._table().query(work, partition, prefix="history#", newest_first=True, limit=limit, after=cursor)
        return page.map(lambda row: row.doc)

    # -- writing

    def save(self, work: UnitOfWork, record: Record, definition: Definition, before: Record | None = None) -> Record:
        """Write a record that is not in the bin: row, list entries, guards. Raises ValueTaken at commit."""
        record = replace(
            record,
            index=index_keys(definition, record),
            summary_fields=definition.summary_fields,
            parents=parents_of(definition, record.values),
            volatile=tuple(sorted(definition.volatile)),
            team=team_of(definition, record.values),
        )
        old = before if before and not before.deleted else None
        record = self._guarded(work, record, definition, old)
        if before and before.deleted:
            work.unindex(row_keys.index(record.form_id, row_keys.BIN, "", record.id))
            work.unindex(row_keys.own_bin(record.form_id, record.created_by, record.id))
        return self._write(work, record, old)

    def rewrite(self, work: UnitOfWork, record: Record) -> Record:
        """Row and list entries of a record whose values are as they were: its state moved."""
        return self._write(work, replace(record, index={**record.index, **order_keys(record)}), record)

    def _write(self, work: UnitOfWork, record: Record, old: Record | None) -> Record:
        """Row and list entries, and out of the lists that `old` stood in and it does not."""
        record = replace(record, visible=principals_of(record))
        if old is not None:
            self._unlist(work, record, old)
        record = self._beside.keep(work, record)
        stored = _stored(record)
        doc, of_form = own_doc(RECORDS.dump(stored), stored), {"form_id": record.form_id}
        if record.version == 0:
            work.create(row_keys.record(record.id), "record", doc, attributes=of_form, amend=True)
        else:
            work.replace(_row(record), doc, expires_at=NEVER, attributes=of_form, amend=True)
        self._enter_all(work, record, record.version + 1, old)
        return record

    def refigure(self, work: UnitOfWork, before: Record, after: Record, figures: Figures) -> None:
        """Other figures of a record, with its list entries as they are then: its version does not move, and the work is
        refused if it did.
        """
        work.require(_row(before))
        after = self._beside.refigure(work, after, figures)
        same = (before.values, before.title, before.index) == (after.values, after.title, after.index)
        if not after.deleted and not (same and before.summary_fields == after.summary_fields):
            self._unlist(work, after, before)
            self._enter_all(work, after, before.version, before)

    def _enter_all(self, work: UnitOfWork, record: Record, version: int, old: Record | None) -> None:
        entry = list_row(_stored(record), record.summary_fields, version)
        for name, encoded in {CREATED: "", **record.index}.items():
            self._enter(work, row_keys.index(record.form_id, name, encoded, record.id), entry, record.form_id)
        for principal in record.visible:
            self._enter(work, row_keys.visible(record.form_id, principal, record.id), entry, record.form_id)
        self._enter_children(work, record, entry, old)

    def enter_children(self, work: UnitOfWork, record_id: str, places: Iterable[Sequence[str]]) -> None:
        """What a work had no room for, as the record is now. A record that was purged since stands in no list."""
        row = self._table().get(work, row_keys.record(record_id))
        if row is None:
            return
        record = self._beside.whole(work, RECORDS.load(row.doc, version=row.version))
        work.require(row)
        entry = list_row(record, record.summary_fields, row.version)
        self._enter_at(work, record, entry, [(path, parent) for path, parent in places])

    def _enter(
        self, work: UnitOfWork, key: Key, entry: dict[str, Any], form_id: str, *, expires_at: int | None = None
    ) -> None:
        work.index(key, entry, kind="record_entry", expires_at=expires_at, attributes={"form_id": form_id})

    def delete(self, work: UnitOfWork, record: Record) -> str:
        """Into the recycle bin: out of every list, its unique values free again. Answers when it will be purged."""
        deleted = self.take_out(work, record)
        assert deleted.deleted is not None  # noqa: S101 - it is now
        expires = int(from_text(deleted.deleted.purge_at).timestamp())
        self._bin(work, deleted, bin_card(deleted, record.version + 1), expires)
        return deleted.deleted.purge_at

    def take_out(self, work: UnitOfWork, record: Record) -> Record:
        """As `delete`, into no bin: nobody finds it any more."""
        purge = work.now + timedelta(days=BIN_DAYS)
        deletion = Deletion(work.at, work.actor.member_id, to_text(purge))
        deleted = replace(_stored(record), deleted=deletion, index={}, guards={}, visible=(), parents={}, team=())
        deleted = self._beside.keep(work, deleted)
        work.replace(
            _row(record),
            own_doc(RECORDS.dump(deleted), deleted),
            expires_at=int(purge.timestamp()),
            attributes={"form_id": record.form_id},
            amend=True,
        )
        work.unindex(row_keys.index(record.form_id, CREATED, "", record.id))
        for name, texts in record.guards.items():
            for text in texts:
                work.unindex(row_keys.guard(record.form_id, name, text))
        self._unlist(work, deleted, record)
        self._enter_children(work, deleted, {}, record)
        return deleted

    def _bin(self, work: UnitOfWork, record: Record, entry: dict[str, Any], expires: int) -> None:
        """Into the bin of the form, and into that of whoever made it."""
        places = [row_keys.index(record.form_id, row_keys.BIN, "", record.id)]
        if record.created_by:
            places.append(row_keys.own_bin(record.form_id, record.created_by, record.id))
        for place in places:
            self._enter(work, place, entry, record.form_id, expires_at=expires)

    def deleted(self, work: UnitOfWork, form_id: str, record_id: str, limit: int) -> dict[str, str]:
        """Titles of the form's deleted records that follow `record_id`, by id."""
        partition = row_keys.index_partition(form_id, row_keys.BIN)
        found = self._table().stretch(work, partition, after=record_id or None, limit=limit)
        return {row.key.sort: row.doc["title"] for row in found.rows}

    def enter_bin(self, work: UnitOfWork, form_id: str, record_id: str) -> None:
        """A deleted record into its maker's bin; nothing for one that is not deleted any more."""
        row = self._table().get(work, row_keys.index(form_id, row_keys.BIN, "", record_id))
        if row is not None and row.doc["created_by"]:
            place = row_keys.own_bin(form_id, row.doc["created_by"], record_id)
            self._enter(work, place, row.doc, form_id, expires_at=row.expires_at)

    def remember(self, work: UnitOfWork, record: Record, action: str, changes: list[dict[str, Any]]) -> Record:
        """Who did what when, with before and after of each value: one more history entry.

        Both sides of a large record do not fit one row, so what changed very much of it is told in several entries.
        """
        number = record.history
        for share in history_shares(changes):
            number += 1
            doc = {
                "number": number,
                "at": work.at,
                "by": work.actor.member_id,
                "by_name": work.actor.name,
                "action": action,
                "form_version": record.form_version,
                "changes": share,
            }
            work.create(
                row_keys.history(record.id, number), "record_history", doc, attributes={"form_id": record.form_id}
            )
        return replace(record, history=number)

    def forget(self, work: UnitOfWork, record_id: str, number: int) -> None:
        """Drop one entry of the history of a record that is purged."""
        work.unindex(row_keys.history(record_id, number))

    def drop(self, work: UnitOfWork, record_id: str) -> None:
        """The record itself, purged."""
        work.unindex(row_keys.record(record_id))
        self._beside.drop(work, record_id)

    def share(self, work: UnitOfWork, record: Record, member_ids: Iterable[str]) -> None:
        for member_id in dict.fromkeys(member_ids):
            if member_id and member_id != record.owned_by:
                work.index(row_keys.seen(record.form_id, member_id, record.id), {}, kind="record_seen")
                work.index(row_keys.shared(member_id, record.id), {"form_id": record.form_id}, kind="record_share")

    def _unlist(self, work: UnitOfWork, record: Record, old: Record) -> None:
        """Out of the lists that `record` does not stand in any more. What an earlier release wrote is pointed at in its
        maker's list; it leaves that for the list that has its entry.
        """
        for name, encoded in old.index.items():
            if record.index.get(name) != encoded:
                work.unindex(row_keys.index(record.form_id, name, encoded, record.id))
        for principal in old.visible:
            if principal not in record.visible:
                work.unindex(row_keys.visible(record.form_id, principal, record.id))
        if old.version and old.created_by and not old.visible:
            work.unindex(row_keys.seen(record.form_id, old.created_by, record.id))

    def _guarded(self, work: UnitOfWork, record: Record, definition: Definition, old: Record | None) -> Record:
        """The record with its unique values guarded; those that it gave up are free again. Raises ValueTaken at commit.

        A value that did not change keeps what guards it, and gets what it lacks (an older release wrote one guard only)
        unless another record has that: the two were allowed to look alike when they were written.
        """
        guards: dict[str, tuple[str, ...]] = {}
        for each in guarded_values(definition, record.values):
            name, held = each.name, tuple(old.guards.get(each.name, ())) if old else ()
            kept = bool(held) and old is not None and each.same(old.values, record.values)
            language = work.actor.language
            taken = ValueTaken(fields=[each.taken(language)], field=each.label(language))
            guards[name] = tuple(
                text
                for text in each.texts
                if text in held
                or self._claims(work, row_keys.guard(record.form_id, name, text), record.id, None if kept else taken)
            )
        for name, given_up in (old.guards if old else {}).items():
            for text in given_up:
                if text not in guards.get(name, ()):
                    work.unindex(row_keys.guard(record.form_id, name, text))
        return replace(record, guards=guards)

    def _claims(self, work: UnitOfWork, key: Key, record_id: str, refusal: ValueTaken | None) -> bool:
        """Take a guard: or be refused; without a `refusal`, leave it to whoever has it."""
        if refusal is None and self._table().get(work, key) is not None:
            return False
        work.create(key, "unique", {"record_id": record_id}, refusal=refusal)
        return True


def read_record(row: Row, work: UnitOfWork) -> Record | None:
    """None for one whose days in the bin are over, though the table has not dropped it yet."""
    record = RECORDS.load(row.doc, version=row.version)
    gone = record.deleted is not None and from_text(record.deleted.purge_at) <= work.now
    return None if gone else record


def _stored(record: Record) -> Record:
    """As it is kept: without what is computed whenever it is read."""
    return replace(record, values=without(record.values, record.volatile)) if record.volatile else record


def _row(record: Record) -> Row:
    """A row known from what was read: its version is all that a conditional write needs."""
    return Row(row_keys.record(record.id), "record", {}, record.version)


def bin_card(record: Record, version: int) -> dict[str, Any]:
    """The entry of a deleted record."""
    assert record.deleted is not None  # noqa: S101 - only deleted records have one
    told = {"deleted_at": record.deleted.at, "deleted_by": record.deleted.by, "purge_at": record.deleted.purge_at}
    return list_row(record, record.summary_fields, version) | told
