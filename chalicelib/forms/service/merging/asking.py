"""Asking for a merge, and for its undoing: who may, what comes of it, what stands against it.

Whoever merges reads both records whole, may change both and delete the one that goes. The records that are linked to
it are moved whoever may read them, and counted only as far as the actor may.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from ....kernel.clock import to_text
from ....kernel.errors import FieldError
from ....kernel.ids import new_ordered_id
from ....kernel.unit_of_work import UnitOfWork
from ...access.groups import DELETE, EDIT
from ...access.rights import Rights
from ...domain.definition import Form
from ...domain.errors import (
    FormArchived,
    MergeDenied,
    MergeInvalid,
    MergeNotFound,
    MergeOver,
    MergeRefused,
    RecordInvalid,
    RecordNotFound,
    RecordStale,
)
from ...domain.linking import links_of
from ...domain.merging import (
    DONE,
    MOST_FILES,
    RUNNING,
    UNDO_DAYS,
    UNDOING,
    Choice,
    Merge,
    choices,
    files_of,
    merged,
    put_back,
    taken,
    union_faults,
)
from ...domain.records import Record
from ..balance_room import BalanceRoom
from ..changing import require_same, require_unlocked
from ..children import Children, Tab
from ..entrance import Entrance
from ..ports import FormStore, RecordStore, UploadStore
from .ports import MergeStore
from .writing import UNMERGED, MergeWriter

MAX_LEVELS = 50
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Preview:
    """`refusals` are why the two cannot be merged as they are; `children` what of the loser's moves, as far as it may
    be read.
    """

    survivor: Record
    loser: Record
    choices: Sequence[Choice]
    children: Sequence[Tab]
    refusals: Sequence[FieldError]


@dataclass(frozen=True, slots=True)
class Told:
    """A merge into a record; `title` of the loser, None to who may not read it."""

    merge: Merge
    title: str | None
    may_undo: bool


class Merging:
    def __init__(
        self,
        forms: FormStore,
        rows: RecordStore,
        merges: MergeStore,
        uploads: UploadStore,
        *,
        entrance: Entrance,
        children: Children,
        room: BalanceRoom,
        writer: MergeWriter,
    ) -> None:
        self._forms = forms
        self._rows = rows
        self._merges = merges
        self._uploads = uploads
        self._entrance = entrance
        self._children = children
        self._room = room
        self._writer = writer

    def preview(self, work: UnitOfWork, survivor_id: str, loser_id: str) -> Preview:
        """Raises RecordNotFound, MergeInvalid, MergeDenied, FormArchived, RecordMerged."""
        form, survivor, loser, rights = self._pair(work, survivor_id, loser_id)
        offered = choices(form.definition, survivor.values, loser.values, rights.editable)
        refusals = [*self._refusals(work, form, survivor, loser)]
        tabs = [each for each in self._children.tabs(work, loser_id) if each.count.count]
        return Preview(survivor, loser, offered, tabs, refusals)

    def start(
        self, work: UnitOfWork, survivor: tuple[str, int], loser: tuple[str, int], take: Mapping[str, str]
    ) -> Merge:
        """Lock both, and record the merge that the job carries out. Each is `(id, version)`.

        Raises, beyond what `preview` does, RecordStale, RecordMerging, RecordLocked, MergeRefused, RecordInvalid.
        """
        form, ours, theirs, rights = self._pair(work, survivor[0], loser[0])
        for record, version in ((ours, survivor[1]), (theirs, loser[1])):
            if record.version != version:
                raise RecordStale(version=record.version)
            require_unlocked(record)
        refusals = [*self._refusals(work, form, ours, theirs)]
        if refusals:
            raise MergeRefused(fields=refusals)
        offered = choices(form.definition, ours.values, theirs.values, rights.editable)
        chosen, faults = taken(offered, take)
        if faults:
            raise MergeInvalid(fields=faults)
        self._require_fits(form, ours, theirs, chosen)
        merge = Merge(
            id=new_ordered_id(work.now),
            form_id=form.id,
            survivor=ours.id,
            loser=theirs.id,
            started_by=work.actor.member_id,
            started_by_name=work.actor.name,
            started_at=work.at,
            until=to_text(work.now + timedelta(days=UNDO_DAYS)),
            take=chosen,
        )
        for record in (ours, theirs):
            self._writer.lock(work, self._rows.get(work, record.id), merge.id)
        return merge

    def add(self, work: UnitOfWork, merge: Merge, job_id: str) -> None:
        self._merges.add(work, replace(merge, job_id=job_id))

    def into(self, work: UnitOfWork, record_id: str) -> list[Told]:
        """What was merged into the record in the last days, newest first. Raises RecordNotFound."""
        record, rights = self._live(work, record_id)
        found = self._merges.into(work, record.id, MOST_TOLD)
        gone = {each.id: each for each in self._rows.with_deleted(work, {each.loser: None for each in found})}
        may_undo = self._merges_it(rights)
        return [self._told(work, each, gone.get(each.loser), may_undo=may_undo) for each in found]

    def undo(self, work: UnitOfWork, record_id: str, merge_id: str) -> Merge:
        """Bring the loser back and give the survivor's fields back that did not change since; a merge that is not at
        its end yet stops. The job then moves the children back.

        Raises RecordNotFound, MergeNotFound, MergeDenied, MergeOver, RecordMerging, RecordLocked, FormArchived;
        ValueTaken at commit.
        """
        survivor, rights = self._live(work, record_id)
        require_same(survivor, record_id)
        if not self._merges_it(rights):
            raise MergeDenied()
        merge = self._merges.get(work, record_id, merge_id)
        form = self._forms.form(work, merge.form_id)
        if form.archived:
            raise FormArchived()
        if merge.state == DONE:
            self._restore(work, form, merge)
        elif merge.state != RUNNING:
            raise MergeOver()
        return merge

    def undoing(self, work: UnitOfWork, merge: Merge, job_id: str) -> None:
        self._merges.save(work, replace(merge, state=UNDOING, job_id=job_id))

    # -- within

    def _live(self, work: UnitOfWork, record_id: str) -> tuple[Record, Rights]:
        record, rights = self._entrance.record(work, record_id)
        if record.deleted:
            raise RecordNotFound()
        return record, rights

    def _pair(self, work: UnitOfWork, survivor_id: str, loser_id: str) -> tuple[Form, Record, Record, Rights]:
        """With the rights to the survivor."""
        survivor, rights = self._live(work, survivor_id)
        loser, others = self._live(work, loser_id)
        require_same(survivor, survivor_id)
        require_same(loser, loser_id)
        if survivor.id == loser.id:
            raise MergeInvalid(fields=[FieldError.of("/loser", "merge_itself")])
        if survivor.form_id != loser.form_id:
            raise MergeInvalid(fields=[FieldError.of("/loser", "merge_other_form")])
        if not (self._merges_it(rights) and self._merges_it(others) and others.may(DELETE)):
            raise MergeDenied()
        form = self._forms.form(work, survivor.form_id)
        if form.archived:
            raise FormArchived()
        return form, survivor, loser, rights

    def _merges_it(self, rights: Rights) -> bool:
        """Nobody copies what they may not see."""
        return rights.may(EDIT) and not rights.limited

    def _require_fits(self, form: Form, ours: Record, theirs: Record, chosen: Mapping[str, str]) -> None:
        """Raises RecordInvalid."""
        values = merged(form.definition, (ours.id, ours.values), (theirs.id, theirs.values), chosen)
        faults = union_faults(form.definition, values, chosen)
        if len(files_of(theirs.values, chosen)) > MOST_FILES:
            faults.append(FieldError.of("/take", "merge_too_many_files", limit=MOST_FILES))
        if faults:
            raise RecordInvalid(fields=faults)

    def _refusals(self, work: UnitOfWork, form: Form, survivor: Record, loser: Record) -> Iterator[FieldError]:
        for path, record in (("/survivor", survivor), ("/loser", loser)):
            if record.merging:
                yield FieldError.of(path, "record_merging")
            elif record.locked:
                yield FieldError.of(path, "merge_locked")
        for link in links_of(form.definition):
            tree = not link.lines and not link.multiple and form.id in link.forms
            if tree and self._is_above(work, link.field.id, loser, survivor):
                yield FieldError.of("/loser", "merge_circle", field=link.field.label(work.actor.language))
        yield from self._room.refusals(work, survivor, loser)

    def _is_above(self, work: UnitOfWork, name: str, loser: Record, survivor: Record) -> bool:
        """Whether a record between the two is below the one that goes: it would be below itself then."""
        above = survivor.values.get(name, "")
        for _ in range(MAX_LEVELS):
            if not above or above == loser.id:
                return bool(above) and survivor.values.get(name) != loser.id
            found = self._rows.with_deleted(work, [above])
            above = found[0].values.get(name, "") if found else ""
        return False

    def _restore(self, work: UnitOfWork, form: Form, merge: Merge) -> None:
        survivor = self._rows.get(work, merge.survivor)
        require_unlocked(survivor)
        gone = next(iter(self._rows.with_deleted(work, [merge.loser])), None)
        if gone is None or gone.merged_into != survivor.id:
            raise MergeNotFound()
        moved = self._merges.fields(work, merge.id)
        values = put_back(survivor.values, moved)
        after = replace(survivor, values=values, locked=True, merging=merge.id)
        changed = {name for name in moved.after if values.get(name) != survivor.values.get(name)}
        saved = self._writer.save(work, form, survivor, after, action=UNMERGED, changed=changed)
        back = self._writer.bring_back(work, form, gone, merge.id)
        self._rows.give_guards(work, survivor, saved, back)
        for upload in self._uploads.get_many(work, moved.files).values():
            if upload.record_id == survivor.id:
                self._uploads.tie(work, replace(upload, record_id=gone.id))
        self._merges.take_back(work, gone.id)

    def _told(self, work: UnitOfWork, merge: Merge, gone: Record | None, *, may_undo: bool) -> Told:
        rights = self._entrance.rights(work, gone) if gone else None
        title = rights.title(gone.title, gone.values) if gone and rights else None
        return Told(merge, title, may_undo and merge.state in (RUNNING, DONE))
