"""The one entrance to records for people: which of a form's they may reach, and one record with their rights to it."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import partial

from ...conditions.dynamic import Surroundings
from ...kernel.actor import Actor
from ...kernel.unit_of_work import UnitOfWork
from ..access import giving
from ..access.compiling import EVERYTHING_OPEN, Reader, compile_access
from ..access.rights import WHOLE, Rights
from ..access.scope import Scope
from ..domain.definition import Form
from ..domain.errors import RecordNotFound
from ..domain.fields import Locale
from ..domain.records import Record
from .current import CurrentValues
from .ports import Company, FormStore, Moved, RecordStore

MOST_HOPS = 2
"""Links that rows of groups follow one after the other: contact, customer, region. What lies behind opens nothing."""


class Readable:
    """Which records, of whatever form, somebody may read: asked many at a time, and remembered for one scope."""

    def __init__(self, find: Callable[[Sequence[str]], Container[str]]) -> None:
        self._find = find
        self._known: dict[str, bool] = {}

    def __call__(self, ids: Iterable[str]) -> frozenset[str]:
        wanted = list(dict.fromkeys(ids))
        unknown = [each for each in wanted if each not in self._known]
        if unknown:
            found = self._find(unknown)
            self._known.update({each: each in found for each in unknown})
        return frozenset(each for each in wanted if self._known[each])


class Entrance:
    def __init__(self, forms: FormStore, records: RecordStore, company: Company) -> None:
        self._forms = forms
        self._records = records
        self._company = company
        self._current = CurrentValues(forms, company)

    def scope(self, work: UnitOfWork, form: Form, actor: Actor | None = None) -> Scope:
        """What of the form's records the actor of the work, or another, may reach. Reads the organisation only where a
        group needs it.
        """
        return self._scope(work, form, actor or work.actor, 0)

    def member(self, work: UnitOfWork, member_id: str) -> Actor | None:
        """A member as an actor, as far as rights to records ask; None if the company has no such active member."""
        found = self._company.org(work).members.get(member_id)
        return self._member(work, member_id) if found is not None and found.active else None

    def actor(self, work: UnitOfWork, member_id: str) -> Actor | None:
        """A member as they would ask themselves; None if they are no member any more."""
        member = self._company.org(work).members.get(member_id)
        return self._member(work, member_id) if member is not None and member.active else None

    def of_copy(self, work: UnitOfWork, form_id: str, owner_id: str, member_id: str) -> Rights:
        """The rights of a member to what is told of a record that concerns them, where the record is not read."""
        actor = work.actor if member_id == work.actor.member_id else self._member(work, member_id)
        if giving.holds_everything(actor):
            return WHOLE
        return self.scope(work, self._forms.form(work, form_id), actor).of_copy(owner_id, member_id)

    def record(self, work: UnitOfWork, record_id: str) -> tuple[Record, Rights]:
        """The whole record, also one in the bin, as it is now, and the actor's rights to it: no value of it may be told
        but through them. The id of a record that was merged into another stands for that one: who changes something
        compares the ids (`changing.require_same`). Raises RecordNotFound, also for one that is not theirs to see.
        """
        record = self._current.of(work, self._standing(work, record_id))
        rights = self.rights(work, record)
        if not rights:
            raise RecordNotFound()
        return record, rights

    def several(self, work: UnitOfWork, record_ids: Iterable[str]) -> dict[str, tuple[Record, Rights]]:
        """As `record`, of many in two reads, by the ids asked for: those that are there, be it in the bin, and theirs
        to see.
        """
        wanted = dict.fromkeys(record_ids)
        records = self._records.with_deleted(work, wanted)
        missing = wanted.keys() - {each.id for each in records if not each.merged_into}
        if missing:
            return self._several(work, records, self._records.moved_to(work, missing))
        return self._allowed(work, records)

    def _several(
        self, work: UnitOfWork, records: list[Record], moved: Mapping[str, Moved]
    ) -> dict[str, tuple[Record, Rights]]:
        """Of `records`, and of what ids that were merged stand for."""
        own = [each for each in records if not each.merged_into]
        known = {each.id for each in own}
        ends = {each: end.record_id for each, end in moved.items()}
        more = self._records.with_deleted(work, dict.fromkeys(each for each in ends.values() if each not in known))
        found = self._allowed(work, [*own, *more])
        asked = {each: each for each in known} | ends
        return {each: found[end] for each, end in asked.items() if end in found}

    def _standing(self, work: UnitOfWork, record_id: str) -> Record:
        """Raises RecordNotFound."""
        try:
            record = self._records.get(work, record_id)
            if not record.merged_into:
                return record
        except RecordNotFound:
            pass
        end = self._records.moved_to(work, [record_id]).get(record_id)
        if end is None:
            raise RecordNotFound()
        return self._records.get(work, end.record_id)

    def _allowed(self, work: UnitOfWork, records: list[Record]) -> dict[str, tuple[Record, Rights]]:
        return self._judged(work, work.actor, records, 0)

    def _judged(
        self, work: UnitOfWork, actor: Actor, records: Sequence[Record], hops: int
    ) -> dict[str, tuple[Record, Rights]]:
        """Those of the records that are theirs to see; `hops` links led here."""
        if giving.holds_everything(actor):
            return {record.id: (record, WHOLE) for record in records}
        others = [record.id for record in records if record.owned_by != actor.member_id]
        shared = self._records.shared_among(work, others, actor.member_id) if others else frozenset()
        scopes = {
            each: self._scope(work, self._forms.form(work, each), actor, hops)
            for each in {record.form_id for record in records}
        }
        for form_id, scope in scopes.items():
            scope.prepare(record.values for record in records if record.form_id == form_id)
        found = {
            record.id: (record, scopes[record.form_id].of(record, shared=record.id in shared)) for record in records
        }
        return {identity: each for identity, each in found.items() if each[1]}

    def of_members(
        self, work: UnitOfWork, record_id: str, member_ids: Iterable[str]
    ) -> dict[str, tuple[Record, Rights]]:
        """The record and the rights to it of those of the members who may read it. Of one in the bin, or that is gone,
        there are none.
        """
        found = [self._current.of(work, each) for each in self._records.live(work, [record_id])]
        actors = {each: self.member(work, each) for each in dict.fromkeys(member_ids)} if found else {}
        held = {each: self._judged(work, actor, found, 0) for each, actor in actors.items() if actor}
        return {each: those[record_id] for each, those in held.items() if record_id in those}

    def around(self, work: UnitOfWork) -> Surroundings:
        """When, where and for whom a condition is asked: the actor's."""
        return Surroundings(work.now, self._company.zone(work), partial(self._ids, work, work.actor.member_id))

    def of_today(self, work: UnitOfWork, record: Record) -> Record:
        """The record with what changes from day to day as it is now."""
        return self._current.of(work, record)

    def rights(self, work: UnitOfWork, record: Record) -> Rights:
        if giving.holds_everything(work.actor):
            return WHOLE
        scope = self.scope(work, self._forms.form(work, record.form_id))
        own = record.owned_by == work.actor.member_id  # with its owner it is never shared
        return scope.of(record, shared=not own and self._records.is_shared(work, record.id))

    def _scope(self, work: UnitOfWork, form: Form, actor: Actor, hops: int) -> Scope:
        if giving.holds_everything(actor):
            return EVERYTHING_OPEN
        readable = Readable(partial(self._readable, work, actor, hops + 1))
        return compile_access(form.definition, self._reader(work, actor, readable))

    def _readable(self, work: UnitOfWork, actor: Actor, hops: int, record_ids: Sequence[str]) -> Container[str]:
        """Those of the records, none of them in the bin, that the actor may read."""
        return self._judged(work, actor, self._records.live(work, record_ids), hops) if hops <= MOST_HOPS else ()

    def _reader(self, work: UnitOfWork, actor: Actor, readable: Readable) -> Reader:
        zone = self._company.zone(work)
        around = Surroundings(work.now, zone, partial(self._ids, work, actor.member_id))
        above = partial(self._above, work, actor.member_id)
        return Reader(actor, around, above, Locale(self._company.language(work), zone), readable)

    def _member(self, work: UnitOfWork, member_id: str) -> Actor:
        """A member as an actor, as far as rights to records ask."""
        org = self._company.org(work)
        member = org.members[member_id]
        roles = (org.roles[each] for each in member.role_ids if each in org.roles)
        permissions = frozenset(each for role in roles for each in role.permissions)
        return Actor(work.actor.tenant_id, member_id, permissions=permissions, role_ids=member.role_ids)

    def _ids(self, work: UnitOfWork, member_id: str, name: str) -> frozenset[str]:
        return self._company.actor_ids(work, member_id, name)

    def _above(self, work: UnitOfWork, member_id: str) -> frozenset[str]:
        """The member's departments and all above them."""
        org = self._company.org(work)
        member = org.members.get(member_id)
        return org.above(member.department_ids) if member else frozenset()
