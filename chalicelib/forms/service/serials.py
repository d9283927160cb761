"""Serial numbers of a form: the next one for a record that is made, or a block of them for many at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from ...kernel.unit_of_work import UnitOfWork
from ..domain.definition import Form
from ..domain.fields.serial import FIELD_TYPE as SERIAL
from .ports import Company, FormStore


class Serials:
    def __init__(self, forms: FormStore, company: Company) -> None:
        self._forms = forms
        self._company = company

    def next(self, work: UnitOfWork, form: Form, values: Mapping[str, Any]) -> str:
        """The next number for a record with these values, as people read it; "" for a form without a serial field."""
        field = form.definition.serial
        if field is None:
            return ""
        day = work.now.astimezone(self._company.zone(work)).date()
        number = self._forms.take if SERIAL.is_fast(field) else self._forms.count
        said = SERIAL.segments(field, form.definition.fields, values)
        return SERIAL.render(field, day, number(work, form.id, field.id, SERIAL.period(field, day)), said)

    def reserve(self, work: UnitOfWork, form: Form, records: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
        """Successive numbers for records with these values, taken by one write of `work` whatever the numbering: they
        are written together with the records that bear them, so that none is skipped and none is given twice.
        """
        field = form.definition.serial
        if field is None or not records:
            return ()
        day = work.now.astimezone(self._company.zone(work)).date()
        first = self._forms.reserve(work, form.id, field.id, SERIAL.period(field, day), len(records))
        return tuple(
            SERIAL.render(field, day, number, SERIAL.segments(field, form.definition.fields, values))
            for number, values in enumerate(records, start=first)
        )
