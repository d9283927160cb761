"""The job of a merge: first every child of the loser is linked to the survivor, then the survivor gets the values that
were chosen, and the loser goes. The job of undoing one moves the children back by its journal.

Where a merge stands is its row's `state`; each step requires that row as it was read, so that a merge which is undone
while its job runs moves nothing more. A child that is found again is passed over, so each step may be repeated. Before
the loser goes its lists of children are read once more, because something may have been linked to it behind the place
where the job was. What was being linked to it in the moment that it went is found when that is heard of
(`forms.RecordMerged`), and when its days are over.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from ....jobs.kinds import Item
from ....kernel.unit_of_work import UnitOfWork
from ...domain.definition import Form
from ...domain.errors import FormNotFound, FormNotPublished, MergeNotFound, RecordNotFound
from ...domain.linking import Inbound, linked, parents_of
from ...domain.merging import (
    DONE,
    RUNNING,
    UNDOING,
    UNDONE,
    Merge,
    MovedChild,
    differing,
    files_of,
    merged,
    pointed_back,
    repointed,
)
from ...domain.records import Record
from ..ports import FormStore, RecordStore, UploadStore
from .ports import MergeStore
from .writing import MERGED, UNMERGED, MergeWriter

END = "end"
_CHUNK = 50


class Pair(NamedTuple):
    """What a job is about: the params of its start."""

    form_id: str
    survivor: str
    loser: str
    merge: str


class Moving:
    def __init__(
        self, forms: FormStore, rows: RecordStore, merges: MergeStore, uploads: UploadStore, writer: MergeWriter
    ) -> None:
        self._forms = forms
        self._rows = rows
        self._merges = merges
        self._uploads = uploads
        self._writer = writer

    # -- merging

    def find(self, work: UnitOfWork, pair: Pair, cursor: str, limit: int) -> list[Item]:
        """`<round>#<form>#<path>#<child>` for the children, round after round until none is left, then `end`."""
        merge = self._merge(work, pair)
        if cursor == END or (merge is not None and merge.state not in (RUNNING, DONE)):
            return []
        number, _, place = cursor.partition("#")
        found = self._behind(work, pair, number or "1", place, limit)
        if not found and cursor and self._any_left(work, pair):
            found = self._behind(work, pair, str(int(number) + 1), "", limit)
        if not found and merge is not None and merge.state == RUNNING:
            return [Item(END)]
        return found

    def act(self, work: UnitOfWork, pair: Pair, cursor: str) -> None:
        merge = self._merge(work, pair)
        if merge is not None:
            self._merges.hold(work, merge)
        if cursor == END:
            if merge is not None and merge.state == RUNNING:
                self._finish(work, merge)
            return
        child = self._live(work, cursor.rpartition("#")[2])
        if child is not None:
            self._move(work, merge, child, {pair.loser: pair.survivor})

    def left(self, work: UnitOfWork, pair: Pair) -> bool:
        """Whether something is still linked to a record that was merged."""
        return self._any_left(work, pair)

    def settle_links(self, work: UnitOfWork, record_id: str) -> bool:
        """Let a record that names records which were merged name what they are now; whether there were any."""
        record = self._live(work, record_id)
        form = self._form(work, record.form_id) if record else None
        if record is None or form is None or record.merging:
            return False
        targets = {target for _, _, target in linked(form.definition, record.values)}
        moved = self._rows.moved_to(work, targets) if targets else {}
        for loser, end in moved.items():
            try:
                merge: Merge | None = self._merges.get(work, end.record_id, end.merge)
            except MergeNotFound:
                merge = None
            self._move(work, merge, record, {each: found.record_id for each, found in moved.items()}, loser)
            return True
        return False

    # -- undoing

    def find_back(self, work: UnitOfWork, pair: Pair, cursor: str, limit: int) -> list[Item]:
        """Ids of the children that were moved, then `end`."""
        merge = self._merge(work, pair)
        if cursor == END or merge is None or merge.state != UNDOING:
            return []
        found = self._merges.moved(work, pair.merge, cursor, limit)
        return [Item(each) for each in found] or [Item(END)]

    def act_back(self, work: UnitOfWork, pair: Pair, cursor: str) -> None:
        merge = self._merge(work, pair)
        if merge is None or merge.state != UNDOING:
            return
        if cursor == END:
            for record in self._rows.get_many(work, (pair.survivor, pair.loser)):
                if record.merging == merge.id:
                    self._writer.lock(work, record, "")
            self._merges.save(work, replace(merge, state=UNDONE, ended_at=work.at))
            return
        self._merges.hold(work, merge)
        child, moved = self._live(work, cursor), self._merges.child(work, pair.merge, cursor)
        form = self._form(work, child.form_id) if child else None
        if child is None or moved is None or form is None:
            return
        values = pointed_back(form.definition, child.values, moved.places, pair.loser, pair.survivor)
        if values != child.values:
            paths = {each.path for each in moved.places}
            self._writer.save(work, form, child, replace(child, values=values), action=UNMERGED, changed=paths)

    # -- within

    def _merge(self, work: UnitOfWork, pair: Pair) -> Merge | None:
        """None once its days are over."""
        try:
            return self._merges.get(work, pair.survivor, pair.merge)
        except MergeNotFound:
            return None

    def _links(self, work: UnitOfWork, pair: Pair) -> list[Inbound]:
        return sorted(self._forms.inbound(work, pair.form_id), key=_place)

    def _children(self, work: UnitOfWork, pair: Pair, link: Inbound, after: str) -> Iterator[str]:
        """But for the two themselves: what they say of each other is settled at the end."""
        cards = self._rows.children(work, link.form_id, link.path, pair.loser, after)
        return (str(card["id"]) for card in cards if card["id"] not in (pair.survivor, pair.loser))

    def _behind(self, work: UnitOfWork, pair: Pair, number: str, place: str, limit: int) -> list[Item]:
        found: list[Item] = []
        for link in self._links(work, pair):
            here = f"{_place(link)}#"
            if place > here and not place.startswith(here):
                continue
            after = place.removeprefix(here) if place.startswith(here) else ""
            ids = islice(self._children(work, pair, link, after), limit - len(found))
            found += [Item(f"{number}#{here}{each}") for each in ids]
            if len(found) == limit:
                break
        return found

    def _any_left(self, work: UnitOfWork, pair: Pair) -> bool:
        """Entries of lists of children may be late, so the records are asked."""
        for link in self._links(work, pair):
            form = self._form(work, link.form_id)
            ids = self._children(work, pair, link, "")
            while form is not None and (chunk := list(islice(ids, _CHUNK))):
                records = self._rows.get_many(work, chunk)
                if any(pair.loser in parents_of(form.definition, each.values).get(link.path, ()) for each in records):
                    return True
        return False

    def _move(
        self, work: UnitOfWork, merge: Merge | None, child: Record, moved: dict[str, str], noted: str = ""
    ) -> None:
        """Each id of `moved` becomes what it stands for; the journal of the merge keeps where that was, of the merged
        record `noted` if there are several.
        """
        form = self._form(work, child.form_id)
        if form is None:
            return
        values, paths = child.values, set[str]()
        for loser, survivor in moved.items():
            values, places = repointed(form.definition, values, loser, survivor)
            paths |= {each.path for each in places}
            if merge is not None and places and loser in (noted or loser, merge.loser):
                self._merges.note_child(work, merge, MovedChild(child.id, places))
        if paths:
            self._writer.save(work, form, child, replace(child, values=values), action=MERGED, changed=paths)

    def _finish(self, work: UnitOfWork, merge: Merge) -> None:
        form = self._forms.form(work, merge.form_id)
        records = {each.id: each for each in self._rows.get_many(work, (merge.survivor, merge.loser))}
        survivor, loser = records[merge.survivor], records[merge.loser]
        values = merged(form.definition, (survivor.id, survivor.values), (loser.id, loser.values), merge.take)
        after = replace(survivor, values=values, form_version=form.version, locked=False, merging="")
        changed = {name for name in {**values, **survivor.values} if values.get(name) != survivor.values.get(name)}
        saved = self._writer.save(work, form, survivor, after, action=MERGED, changed=changed)
        gone = self._writer.retire(work, form, loser, survivor.id)
        self._rows.give_guards(work, loser, gone, saved)
        files = files_of(loser.values, merge.take)
        self._tie(work, files, loser.id, survivor.id)
        moved = differing(survivor.values, saved.values)
        self._merges.note_fields(work, merge, replace(moved, files=files))
        self._merges.redirect(work, merge)
        self._merges.save(work, replace(merge, state=DONE, ended_at=work.at))

    def _tie(self, work: UnitOfWork, files: list[str], before: str, record_id: str) -> None:
        for upload in self._uploads.get_many(work, files).values():
            if upload.record_id == before:
                self._uploads.tie(work, replace(upload, record_id=record_id))

    def _live(self, work: UnitOfWork, record_id: str) -> Record | None:
        try:
            record = self._rows.get(work, record_id)
        except RecordNotFound:
            return None
        return None if record.deleted else record

    def _form(self, work: UnitOfWork, form_id: str) -> Form | None:
        try:
            return self._forms.form(work, form_id)
        except (FormNotFound, FormNotPublished):
            return None


def _place(link: Inbound) -> str:
    return f"{link.form_id}#{link.path}"
