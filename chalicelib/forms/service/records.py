"""Create, read, change, delete, restore records. People and flows come the same way: same checks, same rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ...kernel.clock import from_text
from ...kernel.errors import FieldError
from ...kernel.ids import new_ordered_id
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..access.groups import DELETE, EDIT
from ..access.rights import Rights
from ..access.writing import written
from ..domain.definition import Definition, Form
from ..domain.errors import (
    FormArchived,
    FormAwaitsFlow,
    RecordInvalid,
    RecordNotEditable,
    RecordNotFound,
    RecordNotInBin,
    RecordStale,
    SubmitDenied,
)
from ..domain.fields import Locale, Moment
from ..domain.records import ACTIVE, DRAFT, STATES, Record, changed_fields, changed_where, differences, title_of
from ..domain.stages import Move
from ..domain.stored import NOTHING, Stored, Values, stored_beside
from ..domain.values import canonical_values, people, with_defaults
from ..domain.volatile import without
from .aspects import CREATED, DELETED, RESTORED, STATE, UPDATED, Aspect, Filling, RecordChange
from .attachments import Attachments
from .audience import may_submit_now
from .changing import require_same, require_unlocked
from .current import CurrentValues
from .earlier_values import values_at
from .entrance import Entrance
from .new_record import new_record
from .ports import Company, FormStore, Org, RecordStore
from .reads import reads_of
from .serials import Serials

_STRANGERS = {"member": "value_not_a_colleague", "department": "value_no_department"}


class Shown(NamedTuple):
    """A record as the actor may see it; an archived form still refuses changes."""

    record: Record
    may_change: bool
    rights: Rights


class Records:
    def __init__(
        self,
        forms: FormStore,
        rows: RecordStore,
        attachments: Attachments,
        company: Company,
        entrance: Entrance,
        *,
        aspects: Sequence[Aspect] = (),
    ) -> None:
        self._entrance = entrance
        self._forms = forms
        self._rows = rows
        self._attachments = attachments
        self._company = company
        self._current = CurrentValues(forms, company)
        self._serials = Serials(forms, company)
        self._aspects = aspects

    # -- for people

    def submit(self, work: UnitOfWork, form_id: str, raw: dict[str, Any]) -> Shown:
        """A record by whoever the form is open to; a draft if a flow waits for it, else active.

        Raises FormNotFound, FormNotPublished, FormArchived, SubmitDenied, FormAwaitsFlow, RecordInvalid; ValueTaken
        at commit.
        """
        form = self._forms.form(work, form_id)
        if not may_submit_now(self._company, work, form):
            raise SubmitDenied()
        if form.awaits_flow:
            raise FormAwaitsFlow()
        record = self.create(work, form_id, raw, DRAFT if form.flow_id else ACTIVE)
        return shown(record, self._entrance.rights(work, record))

    def read(self, work: UnitOfWork, record_id: str) -> Shown:
        """Raises RecordNotFound, also for one that the actor may not see or that is in the bin."""
        return shown(*self._live(work, record_id))

    def update(
        self, work: UnitOfWork, record_id: str, version: int, raw: dict[str, Any], *, refresh: bool = False
    ) -> Shown:
        """All values anew, checked against the newest published version of the form; what is as it was is tolerated.

        Values that come to what the record holds change nothing: no version, no history, no event.
        Fields that the actor may not edit stay as they are. `refresh`: what was copied from linked records is copied
        anew.
        Raises RecordNotFound, RecordNotEditable, RecordStale, RecordLocked, FormArchived, RecordInvalid.
        """
        before, rights = self._live(work, record_id)
        _require(rights, EDIT, before, record_id, version)
        form = self._forms.form(work, before.form_id)
        if form.archived:
            raise FormArchived()
        sent = self._sent(work, form, raw, rights, before)
        values = self._values(work, form, sent, before, record_id, refresh=refresh)
        after = self._changed(work, form, before, values)
        same = (before.values, before.title) == (values, after.title)
        saved = before if same else self._save(work, form, after, before)
        return shown(saved, self._entrance.rights(work, saved))

    def delete(self, work: UnitOfWork, record_id: str, version: int) -> None:
        """Into the recycle bin. Raises RecordNotFound, RecordNotEditable, RecordStale, RecordLocked, RecordLinked."""
        record, rights = self._live(work, record_id)
        _require(rights, DELETE, record, record_id, version)
        self.remove(work, record)

    def remove(self, work: UnitOfWork, record: Record, action: str = "deleted") -> None:
        """Into the recycle bin, without asking who may; `action` is what the history calls it. Raises RecordLinked."""
        gone = self._rows.remember(work, record, action, [])
        purge_at = self._rows.delete(work, gone)
        told = self._written(work, DELETED, record, gone)
        work.emit(events.record_event(events.RECORD_DELETED, gone, purge_at=purge_at, **told))

    def restore(self, work: UnitOfWork, record_id: str) -> Shown:
        """Raises RecordNotFound, RecordNotInBin, RecordNotEditable; ValueTaken if a unique value was given away."""
        before, rights = self._entrance.record(work, record_id)
        if not before.deleted:
            raise RecordNotInBin()
        if not rights.may(DELETE):
            raise RecordNotEditable()
        definition = self._forms.form(work, before.form_id).definition
        back = replace(before, deleted=None, updated_by=work.actor.member_id, updated_at=work.at)
        record = self._rows.remember(work, back, "restored", [])
        record = self._rows.save(work, record, definition, before)
        told = self._written(work, RESTORED, before, record)
        work.emit(events.record_event(events.RECORD_RESTORED, record, **told))
        return shown(record, rights)

    def history(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None) -> Page[dict[str, Any]]:
        """Newest first. Raises RecordNotFound."""
        record, rights = self._entrance.record(work, record_id)
        page = self._rows.history(work, record.id, limit, cursor)
        return page.map(lambda entry: {**entry, "changes": rights.changes(entry["changes"])})

    def download(self, work: UnitOfWork, record_id: str, attachment_id: str) -> dict[str, Any]:
        """`{"url", "expires_at"}`. Raises RecordNotFound, AttachmentNotFound."""
        record, rights = self._entrance.record(work, record_id)
        return self._attachments.download(work, record, attachment_id, rights)

    # -- for flows, which check for themselves who may

    def create(self, work: UnitOfWork, form_id: str, raw: dict[str, Any], state: str) -> Record:
        form = self._forms.form(work, form_id)
        if form.archived:
            raise FormArchived()
        record_id = new_ordered_id(work.now)
        record = new_record(form, work, record_id, _known(state))
        sent = self._sent(work, form, raw, self._entrance.rights(work, record), record)
        given = with_defaults(form.definition, sent, self._moment(work, form))
        values = self._values(work, form, given, None, record_id)
        serial = self._serials.next(work, form, values)
        if serial and form.definition.serial:
            values[form.definition.serial.id] = serial
        record = replace(record, values=values, serial=serial, title=self._title(work, form.definition, values))
        record = self._kept(work, RecordChange(form, CREATED, None, record))
        record = self._rows.remember(work, record, "created", [])
        record = self._rows.save(work, record, form.definition)
        told = self._written(work, CREATED, None, record)
        work.emit(events.record_event(events.RECORD_CREATED, record, **told))
        return record

    def renew(self, work: UnitOfWork, record: Record) -> Record:
        """The record, every value of it checked and computed anew against the version in use; saved if that changes it.

        What changes from day to day is as it is now, in the record that is answered: a flow decides on that.
        Raises FormArchived, RecordInvalid.
        """
        form = self._forms.form(work, record.form_id)
        if form.archived:
            raise FormArchived()
        volatile = form.definition.volatile
        values = self._values(work, form, record.values, record, record.id, tolerant=False)
        renewed = self._changed(work, form, record, values)
        stored = (record.form_version, without(record.values, volatile), record.title)
        same = stored == (form.version, without(values, volatile), renewed.title)
        return replace(record, values=values) if same else self._save(work, form, renewed, record)

    def follow(self, work: UnitOfWork, form: Form, record: Record, values: Values) -> Record:
        """The record with values that follow from other records: by nobody, and under the version it was saved with."""
        after = replace(self._changed(work, form, record, values), form_version=record.form_version)
        return self._save(work, form, after, record, "follows")

    def move(self, work: UnitOfWork, before: Record, sent: Values, move: Move, *, lenient: bool = False) -> Record:
        """The record with its stage changed, and with the values sent; whoever calls has decided that the actor may.

        `lenient`: values that do not satisfy the form of today stay as they are. Raises RecordInvalid, StageRefused.
        """
        form = self._forms.form(work, before.form_id)
        moved = {**sent, move.field: move.to}
        try:
            values = self._values(work, form, moved, before, before.id, move=move)
        except RecordInvalid:
            if not lenient:
                raise
            values = {**before.values, move.field: move.to}
        return self._save(work, form, self._changed(work, form, before, values), before, "stage", move=move)

    def get(self, work: UnitOfWork, record_id: str) -> Record:
        """Without asking who. Raises RecordNotFound, also for one in the bin."""
        record = self._rows.get(work, record_id)
        if record.deleted:
            raise RecordNotFound()
        return record

    def set_state(self, work: UnitOfWork, record: Record, state: str, *, locked: bool) -> Record:
        """Whoever acts changed it; nobody, if it goes by itself."""
        changes = [] if record.state == state else [{"field": "@state", "before": record.state, "after": state}]
        after = replace(record, state=_known(state), locked=locked)
        if changes:
            after = self._rows.remember(work, replace(after, state_at=work.at), "state", changes)
        if changes or record.locked != locked:
            after = replace(after, updated_by=work.actor.member_id, updated_at=work.at)
        after = self._rows.rewrite(work, after)
        told = self._written(work, STATE, record, after) if changes else {}
        if changes and record.version:  # of a new record it is told that it was created
            work.emit(events.record_event(events.RECORD_STATE_CHANGED, after, before=record.state, **told))
        return after

    def share(self, work: UnitOfWork, record: Record, member_ids: Iterable[str]) -> None:
        self._rows.share(work, record, member_ids)

    def values_at(self, work: UnitOfWork, record: Record, moment: str) -> Values:
        definition = self._forms.form(work, record.form_id).definition
        return self._current.values(work, definition, values_at(self._rows, work, record, moment), from_text(moment))

    def validate(
        self, work: UnitOfWork, form: Form, raw: dict[str, Any], before: Record | None = None, *, tolerant: bool = False
    ) -> Values:
        """What submitting would check and compute, nothing saved: of a new record, or of what `before` is changed to.

        Defaults are for a new record only. Raises RecordInvalid.
        """
        record = before or new_record(form, work, new_ordered_id(work.now), DRAFT)
        rights = self._entrance.rights(work, record)
        sent = self._sent(work, form, raw, rights, record)
        given = sent if before else with_defaults(form.definition, sent, self._moment(work, form))
        return self._values(work, form, given, before, tolerant=tolerant)

    # -- within

    def _live(self, work: UnitOfWork, record_id: str) -> tuple[Record, Rights]:
        record, rights = self._entrance.record(work, record_id)
        if record.deleted:
            raise RecordNotFound()
        return record, rights

    def _sent(self, work: UnitOfWork, form: Form, raw: Mapping[str, Any], rights: Rights, stored: Record) -> Values:
        """With what is stored of the fields that the actor may not edit. Raises RecordInvalid."""
        for each in self._aspects:
            raw = each.sent(work, form, stored, raw)
        values, faults = written(rights, form.definition, raw, stored.values, work.actor.language)
        if faults:
            raise RecordInvalid(fields=faults)
        return values

    def _changed(self, work: UnitOfWork, form: Form, before: Record, values: Values) -> Record:
        return replace(
            before,
            form_version=form.version,
            values=values,
            title=self._title(work, form.definition, values),
            updated_by=work.actor.member_id,
            updated_at=work.at,
        )

    def amend(self, work: UnitOfWork, record: Record, values: Values, action: str) -> Record:
        """Other values, without asking who may; `action` is what the history calls it. Raises RecordInvalid."""
        form = self._forms.form(work, record.form_id)
        made = self._values(work, form, values, record, record.id)
        return self._save(work, form, self._changed(work, form, record, made), record, action)

    def _save(
        self,
        work: UnitOfWork,
        form: Form,
        record: Record,
        before: Record,
        action: str = "updated",
        *,
        move: Move | None = None,
    ) -> Record:
        volatile = form.definition.volatile
        changes = differences(without(before.values, volatile), without(record.values, volatile))
        record = self._kept(work, RecordChange(form, UPDATED, before, record, move))
        record = self._rows.remember(work, record, action, changes)
        record = self._rows.save(work, record, form.definition, before)
        told = self._written(work, UPDATED, before, record, move)
        places = changed_where(changes, before.history + 1, record.history)
        work.emit(
            events.record_event(events.RECORD_UPDATED, record, changed=changed_fields(changes), changes=places, **told)
        )
        return record

    def _values(
        self,
        work: UnitOfWork,
        form: Form,
        raw: Mapping[str, Any],
        before: Record | None,
        record_id: str = "",
        *,
        tolerant: bool = True,
        refresh: bool = False,
        move: Move | None = None,
    ) -> Values:
        """`tolerant`: what is as `before` holds it need not satisfy the form of today."""
        definition = form.definition
        moment = replace(self._moment(work, form), reads=reads_of(self._entrance, work, form, before))

        def fill(values: Values) -> Iterable[FieldError]:
            filling = Filling(form, record_id, before, values, moment, tolerant, stored.beside, refresh, move)
            return [fault for each in self._aspects for fault in each.fill(work, filling)]

        stored = stored_beside(definition.fields, raw, before.values, tolerant=tolerant) if before else NOTHING
        values = canonical_values(definition, raw, moment, stored, fill)
        faults = [*self._strangers(work, definition, values, stored)]
        faults += self._attachments.resolve(work, definition, values, before, record_id, tolerant=tolerant)
        if faults:
            raise RecordInvalid(fields=faults)
        if before and before.serial and definition.serial:
            values[definition.serial.id] = before.serial
        return values

    def _kept(self, work: UnitOfWork, change: RecordChange) -> Record:
        for each in self._aspects:
            change = replace(change, after=each.kept(work, change))
        return change.after

    def _written(
        self, work: UnitOfWork, cause: str, before: Record | None, after: Record, move: Move | None = None
    ) -> dict[str, Any]:
        """What the aspects write beside the record, and tell of it."""
        if not self._aspects:
            return {}
        change = RecordChange(self._forms.form(work, after.form_id), cause, before, after, move)
        return {name: told for each in self._aspects for name, told in each.written(work, change).items()}

    def _strangers(
        self, work: UnitOfWork, definition: Definition, values: Values, stored: Stored
    ) -> Iterable[FieldError]:
        """Ids that are nobody's. Who was named in the same place before may have left since: a change keeps them."""
        held = people(definition, dict(stored.beside)) if stored.tolerant else ()
        kept = {(place, identity) for _, place, _, _, identity in held}
        org: Org | None = None
        for path, place, field, kind, identity in people(definition, values):
            if (place, identity) in kept or (kind == "member" and identity == work.actor.member_id):
                continue
            org = org or self._company.org(work)
            member = org.members.get(identity)
            there = identity in org.departments if kind == "department" else member is not None and member.active
            if not there:
                yield FieldError.of(path, _STRANGERS[kind], field=field.label(work.actor.language))

    def _title(self, work: UnitOfWork, definition: Definition, values: Values) -> str:
        return title_of(definition, values, Locale(self._company.language(work), self._company.zone(work)))

    def _moment(self, work: UnitOfWork, form: Form) -> Moment:
        return self._current.moment(work, form.definition)


def shown(record: Record, rights: Rights) -> Shown:
    """The record without what is kept from the actor."""
    values, title = rights.values(record.values), rights.title(record.title, record.values)
    at = record.figures_at if rights.paths(record.beside) else ""
    told = replace(record, values=values, title=title, figures_at=at, pending=rights.paths(record.pending))
    return Shown(told, not record.locked and rights.may(EDIT), rights)


def _require(rights: Rights, action: str, record: Record, asked_id: str, version: int) -> None:
    if not rights.may(action):
        raise RecordNotEditable()
    require_same(record, asked_id)
    if record.version != version:
        raise RecordStale(version=record.version)
    require_unlocked(record)


def _known(state: str) -> str:
    if state not in STATES:
        raise RecordInvalid(fields=[FieldError.of("/state", "unknown_state", state=state)])
    return state
