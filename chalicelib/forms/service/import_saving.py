"""One entry of a file into a record, the way people save: same checks, same rights, same rows."""

from collections.abc import Iterable, Iterator
from typing import Any

from ...kernel.errors import BanliError, FieldError
from ...kernel.unit_of_work import UnitOfWork
from ..access.groups import IMPORT
from ..access.rights import Rights
from ..domain.cells import ROOT
from ..domain.definition import Form
from ..domain.errors import RecordInvalid, RecordNotEditable, RecordNotFound
from ..domain.fields import CellReading, type_of
from ..domain.importing.grouping import Entry
from ..domain.importing.settings import CREATE, UPDATE, Import, RowKeyMissing, RowNotFound, Settings
from ..domain.importing.values import place_of, values_of
from ..domain.records import ACTIVE
from ..domain.stored import Values
from .entrance import Entrance
from .import_naming import Naming
from .import_ports import Guards
from .new_record import new_record
from .ports import Company
from .records import Records


class Saving:
    def __init__(self, records: Records, entrance: Entrance, naming: Naming, guards: Guards, company: Company) -> None:
        self._records = records
        self._entrance = entrance
        self._naming = naming
        self._guards = guards
        self._company = company

    def reading(self, work: UnitOfWork, settings: Settings, *, since_1904: bool) -> CellReading:
        named = self._naming.of(work)
        return CellReading(work.actor.language, self._company.zone(work), named, settings.dates, since_1904)

    def own_rights(self, work: UnitOfWork, form: Form) -> Rights:
        """What the actor may fill of a record that they make."""
        return self._entrance.rights(work, new_record(form, work, "", ACTIVE))

    def save(self, work: UnitOfWork, form: Form, made: Import, entry: Entry) -> None:
        """As the actor. Raises what `Records.submit` and `update` raise, RowKeyMissing, RowNotFound."""
        settings = _chosen(made)
        reading = self.reading(work, settings, since_1904=made.since_1904)
        values, record_id = self._meant(work, form, settings, entry, reading)
        if not record_id:
            self._records.submit(work, form.id, values)
            return
        shown = self._records.read(work, record_id).record
        self._require_import(work, record_id)
        self._records.update(work, record_id, shown.version, {**shown.values, **values})

    def judge(
        self, work: UnitOfWork, form: Form, settings: Settings, entry: Entry, reading: CellReading
    ) -> tuple[Values, list[FieldError]]:
        """What saving the entry would store and find wrong, nothing saved."""
        try:
            values, record_id = self._meant(work, form, settings, entry, reading)
            if not record_id:
                made = self._records.validate(work, form, values)
                return made, list(self._taken(work, form, made))
            before, _ = self._entrance.record(work, record_id)
            self._require_import(work, record_id)
            shown = self._records.read(work, record_id).record
            return self._records.validate(work, form, {**shown.values, **values}, before, tolerant=True), []
        except BanliError as fault:
            whole = FieldError.of("", fault.code, **fault.params)
            return {}, list(fault.fields) or [whole]

    def unique_texts(self, form: Form, values: Values) -> Iterator[tuple[str, str]]:
        """(path of the value, what no other record may have) of the unique values."""
        for field in form.definition.unique:
            if field.id in values:
                for text in type_of(field).unique_keys(field, values[field.id]):
                    yield f"{ROOT}/{field.id}", f"{field.id}\x1f{text}"

    def _taken(self, work: UnitOfWork, form: Form, values: Values) -> Iterator[FieldError]:
        for field in form.definition.unique:
            if field.id in values and self._guards.holders(work, form.id, field, [values[field.id]]):
                yield FieldError.of(f"{ROOT}/{field.id}", "value_taken", field=field.label(work.actor.language))

    def _meant(
        self, work: UnitOfWork, form: Form, settings: Settings, entry: Entry, reading: CellReading
    ) -> tuple[dict[str, Any], str]:
        """The values, and the id of the record that they are for; "" of a new one."""
        values, faults = values_of(form.definition, entry, settings, reading)
        if faults:
            raise RecordInvalid(fields=faults)
        if settings.mode == CREATE:
            return self._sent(form, values), ""
        key = form.definition.by_id[settings.key]
        value = values.get(key.id)
        path = f"{ROOT}/{key.id}"
        if value is None:
            if settings.mode == UPDATE:
                raise RowKeyMissing(fields=[FieldError.of(path, RowKeyMissing.code, field=key.label(reading.language))])
            return self._sent(form, values), ""
        found = self._naming.by_key(work, form, key, str(value))
        if not found and (settings.mode == UPDATE or type_of(key).numbers_records):
            told = FieldError.of(path, RowNotFound.code, field=key.label(reading.language), value=str(value)[:60])
            raise RowNotFound(fields=[told])
        return self._sent(form, values), found

    def _sent(self, form: Form, values: dict[str, Any]) -> dict[str, Any]:
        """Without what only finds records."""
        return {name: value for name, value in values.items() if not type_of(form.definition.by_id[name]).computed}

    def _require_import(self, work: UnitOfWork, record_id: str) -> None:
        _, rights = self._entrance.record(work, record_id)
        if not rights.may(IMPORT):
            raise RecordNotEditable()


def addressed(
    form: Form, settings: Settings, entry: Entry, faults: Iterable[FieldError]
) -> Iterator[tuple[int, int | None, FieldError]]:
    """(row from 1, column from 0 or None, fault)."""
    for fault in faults:
        place = place_of(form.definition, entry, settings, fault.path)
        yield (place.row, place.column, fault) if place else (entry.row, None, fault)


def _chosen(made: Import) -> Settings:
    if made.settings is None:
        raise RecordNotFound
    return made.settings
