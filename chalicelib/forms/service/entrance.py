"""The one entrance to records for people: which of a form's they may reach, and one record with their rights to it."""

from functools import partial

from ...conditions.dynamic import Surroundings
from ...directory.actor_ids import actor_ids
from ...kernel.unit_of_work import UnitOfWork
from ..access import giving
from ..access.compiling import EVERYTHING_OPEN, Reader, compile_access
from ..access.rights import WHOLE, Rights
from ..access.scope import Scope
from ..domain.definition import Form
from ..domain.errors import RecordNotFound
from ..domain.fields import Locale
from ..domain.records import Record
from .ports import Company, FormStore, RecordStore


class Entrance:
    def __init__(self, forms: FormStore, records: RecordStore, company: Company) -> None:
        self._forms = forms
        self._records = records
        self._company = company

    def scope(self, work: UnitOfWork, form: Form) -> Scope:
        """What of the form's records the actor may reach. Reads the organisation only where a group needs it."""
        if giving.holds_everything(work.actor):
            return EVERYTHING_OPEN
        return compile_access(form.definition, self.reader(work))

    def record(self, work: UnitOfWork, record_id: str) -> tuple[Record, Rights]:
        """The whole record, also one in the bin, and the actor's rights to it: no value of it may be told but through
        them. Raises RecordNotFound, also for one that is not theirs to see.
        """
        record = self._records.get(work, record_id)
        rights = self.rights(work, record)
        if not rights:
            raise RecordNotFound()
        return record, rights

    def rights(self, work: UnitOfWork, record: Record) -> Rights:
        if giving.holds_everything(work.actor):
            return WHOLE
        scope = self.scope(work, self._forms.form(work, record.form_id))
        own = record.owned_by == work.actor.member_id  # with its owner it is never shared
        return scope.of(record, shared=not own and self._records.is_shared(work, record.id))

    def reader(self, work: UnitOfWork) -> Reader:
        zone = self._company.zone(work)
        around = Surroundings(work.now, zone, partial(self._ids, work))
        return Reader(work.actor, around, partial(self._above, work), Locale(self._company.language(work), zone))

    def _ids(self, work: UnitOfWork, name: str) -> frozenset[str]:
        return actor_ids(self._company.org(work), work.actor.member_id)(name)

    def _above(self, work: UnitOfWork) -> frozenset[str]:
        """The actor's department and all above it."""
        org = self._company.org(work)
        member = org.members.get(work.actor.member_id)
        return frozenset(each.id for each in org.upwards(member.department_id)) if member else frozenset()
