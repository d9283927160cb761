"""What choosing a record would pull through, for whoever fills in: the same that saving copies."""

from collections.abc import Collection

from ...kernel.ids import is_id, new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from ..access.groups import EDIT, READABLE
from ..access.rights import Rights
from ..domain.definition import Form
from ..domain.errors import RecordNotEditable, RecordNotFound, SubmitDenied
from ..domain.pulling import pulls_of
from ..domain.records import DRAFT
from ..domain.stored import Values
from .audience import may_submit_now
from .entrance import Entrance
from .new_record import new_record
from .ports import Company, FormStore, RecordStore


class Pulling:
    def __init__(self, forms: FormStore, records: RecordStore, company: Company, entrance: Entrance) -> None:
        self._forms = forms
        self._records = records
        self._company = company
        self._entrance = entrance

    def values(
        self, work: UnitOfWork, form_id: str, link_path: str, record_ids: Collection[str], editing: str = ""
    ) -> dict[str, Values]:
        """By record id the values of the pulled-through fields, by path, that go through the link. One that may not be
        read, or that the link does not lead to, is left out as if it did not exist; so is what the actor may not see of
        the record that is filled in: `editing`, or a new one.

        Raises FormNotFound, FormNotPublished; SubmitDenied where nothing is `editing`, else RecordNotFound and
        RecordNotEditable of it.
        """
        form = self._forms.form(work, form_id)
        rights = self._rights(work, form, editing)
        through = [each for each in pulls_of(form.definition) if each.link_path == link_path]
        pulls = [each for each in through if rights.level(each.lines or each.field.id) >= READABLE]
        wanted = [each for each in dict.fromkeys(record_ids) if is_id(each)]
        found = self._records.get_many(work, wanted) if pulls else []
        return {
            record.id: {each.path: record.values[each.source] for each in pulls if each.source in record.values}
            for record in found
            if record.form_id in pulls[0].forms and self._entrance.rights(work, record)
        }

    def _rights(self, work: UnitOfWork, form: Form, editing: str) -> Rights:
        if not editing:
            if not may_submit_now(self._company, work, form):
                raise SubmitDenied()
            return self._entrance.rights(work, new_record(form, work, new_ordered_id(work.now), DRAFT))
        record, rights = self._entrance.record(work, editing)
        if record.form_id != form.id:
            raise RecordNotFound()
        if not rights.may(EDIT):
            raise RecordNotEditable()
        return rights
