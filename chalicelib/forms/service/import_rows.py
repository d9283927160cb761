"""What the job `forms.import` does: the rows of the file are cut into parts once, then each becomes a record.

Which entry is next follows the cursor, which stands in the job's row; that is written with the record, so an entry is
imported once however often the job is stopped, dies or begins again. One entry is one transaction: two of them may be
about one record, or take the same number.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ...jobs.kinds import Item
from ...kernel.actor import Actor
from ...kernel.errors import BanliError, FieldError
from ...kernel.unit_of_work import UnitOfWork
from ..domain.definition import Form
from ..domain.errors import FormNotFound, FormNotPublished
from ..domain.importing.grouping import Entry, grouped, load_entry
from ..domain.importing.settings import (
    ENDED,
    FAULTY_ROW,
    STOP,
    UPDATE,
    FaultyEntry,
    Import,
    ImportNotFound,
    Settings,
    SpreadsheetNotFound,
)
from ..spreadsheets.reading import SpreadsheetTooLarge, SpreadsheetUnreadable
from .audience import may_import_now, may_submit_now
from .entrance import Entrance
from .import_ports import Apart, Files, ImportStore, Tell
from .import_saving import Saving, addressed
from .imports import cell_name, group_key
from .ports import Company, FormStore
from .spreadsheets import Spreadsheets

PART = 1_000
"""Entries of one part."""
MOST_KEPT = 4
MOST_CHARACTERS = 200_000
"""Of a faulty entry's cells, as they are kept: a row of the table ends at 400 KB."""
GONE, CLOSED, UNREAD = "import_halted_left", "import_halted_closed", "import_halted_file"


class ImportRows:
    def __init__(
        self,
        forms: FormStore,
        store: ImportStore,
        spreadsheets: Spreadsheets,
        saving: Saving,
        *,
        blobs: Files,
        company: Company,
        entrance: Entrance,
        apart: Apart,
        tell: Tell,
    ) -> None:
        self._forms = forms
        self._store = store
        self._spreadsheets = spreadsheets
        self._blobs = blobs
        self._company = company
        self._entrance = entrance
        self._saving = saving
        self._apart = apart
        self._tell = tell
        self._parts: dict[tuple[str, str], list[Entry]] = {}

    def find(self, work: UnitOfWork, import_id: str, cursor: str) -> Sequence[Item]:
        """The next entry, if there is one and nothing keeps the import from going on."""
        made = self._import(work, import_id)
        if made.halted or self._barrier(work, made):
            return ()
        if made.records is None:
            made = self._apart(work, partial(self._counted, import_id=import_id))
        index = int(cursor) + 1 if cursor else 0
        if made.halted or index >= (made.records or 0):
            return ()
        row = self._entry(work, made, index).row
        return [Item(f"{index:07d}", {"zh-CN": f"第 {row} 行", "en": f"Row {row}"})]

    def act(self, work: UnitOfWork, import_id: str, cursor: str) -> None:
        made = self._import(work, import_id)
        entry = self._entry(work, made, int(cursor))
        system, starter = work.actor, self._starter(work, made)
        if starter is None:
            raise ImportNotFound()
        work.act_as(starter)
        try:
            self._saving.save(work, self._forms.form(work, made.form_id), made, entry)
        finally:
            work.act_as(system)

    def passed_over(self, work: UnitOfWork, import_id: str, cursor: str, fault: Exception) -> None:
        """Keep the entry with what is wrong with it, and halt the import if that was chosen."""
        made = self._import(work, import_id)
        if made.settings is None:
            return
        entry = self._entry(work, made, int(cursor))
        code = fault.code if isinstance(fault, BanliError) else "internal"
        params = fault.params if isinstance(fault, BanliError) else {}
        fields = list(fault.fields) if isinstance(fault, BanliError) else []
        form = self._forms.form(work, made.form_id)
        found = addressed(form, made.settings, entry, fields or [FieldError.of("", code, **params)])
        texts = self._tell((cell_name(row, column) if column is not None else "", each) for row, column, each in found)
        rows = tuple(entry.dump())
        if len(json.dumps(rows, ensure_ascii=False)) > MOST_CHARACTERS:
            rows = ()
        self._store.add_faulty(work, made, FaultyEntry(int(cursor), entry.row, code, texts, rows))
        if made.settings.faulty == STOP:
            self._store.save(work, replace(made, halted=FAULTY_ROW, halted_row=entry.row))

    def finish(self, work: UnitOfWork, import_id: str) -> None:
        """The parts and the file go; dropping them again is nothing."""
        made = self._import(work, import_id)
        halted = made.halted or self._barrier(work, made)
        self._store.save(work, replace(made, state=ENDED, halted=halted))
        for number in range(-(-(made.records or 0) // PART)):
            self._blobs.delete(work.actor, made.part(number))
        sheet = self._spreadsheets.own(work, made.upload_id, made.member_id)
        self._blobs.delete(work.actor, sheet.blob)

    # -- within

    def _import(self, work: UnitOfWork, import_id: str) -> Import:
        found = self._store.get(work, import_id)
        if found is None:
            raise ImportNotFound()
        return found

    def _counted(self, work: UnitOfWork, import_id: str) -> Import:
        """The import with the number of its records; halted, if the file is none that can be read to its end."""
        made = self._import(work, import_id)
        if made.records is not None or made.settings is None:
            return made
        try:
            made = replace(made, records=self._cut(work, made, made.settings))
        except (SpreadsheetTooLarge, SpreadsheetUnreadable, SpreadsheetNotFound):
            made = replace(made, records=0, halted=UNREAD)
        self._store.save(work, made)
        return replace(made, version=made.version + 1)

    def _cut(self, work: UnitOfWork, made: Import, settings: Settings) -> int:
        """Read the workbook, once, into parts of lines of JSON; how many entries. Writing them again is nothing."""
        form = self._forms.form(work, made.form_id)
        book = self._spreadsheets.open(work, self._spreadsheets.own(work, made.upload_id, made.member_id))
        lines: list[str] = []
        count = 0
        for entry in grouped(book.rows(settings.sheet), settings, group_key(form, settings)):
            lines.append(json.dumps(entry.dump(), ensure_ascii=False, separators=(",", ":")))
            count += 1
            if len(lines) == PART:
                self._put(work, made, count // PART - 1, lines)
                lines = []
        if lines:
            self._put(work, made, count // PART, lines)
        return count

    def _put(self, work: UnitOfWork, made: Import, number: int, lines: Sequence[str]) -> None:
        self._blobs.put(work.actor, made.part(number), "\n".join(lines).encode())

    def _entry(self, work: UnitOfWork, made: Import, index: int) -> Entry:
        key = (work.actor.tenant_id, made.part(index // PART))
        if key not in self._parts:
            content = self._blobs.load(work.actor, key[1])
            if content is None:
                raise ImportNotFound()
            while len(self._parts) >= MOST_KEPT:
                self._parts.pop(next(iter(self._parts)))
            self._parts[key] = [load_entry(json.loads(line)) for line in content.decode().split("\n")]
        return self._parts[key][index % PART]

    def _starter(self, work: UnitOfWork, made: Import) -> Actor | None:
        """Who started it, with the rights that they have now; None if they left."""
        org = self._company.org(work)
        member = org.members.get(made.member_id)
        if member is None or not member.active:
            return None
        roles = [org.roles[each] for each in member.role_ids if each in org.roles]
        return Actor(
            work.actor.tenant_id,
            made.member_id,
            name=member.name,
            permissions=frozenset(each for role in roles for each in role.permissions),
            role_ids=member.role_ids,
            department_id=member.department_id,
            language=made.language,
            correlation_id=work.actor.correlation_id,
        )

    def _barrier(self, work: UnitOfWork, made: Import) -> str:
        """The code of why nothing more may be imported; "" if it may."""
        starter = self._starter(work, made)
        if starter is None:
            return GONE
        try:
            form = self._forms.form(work, made.form_id)
        except (FormNotFound, FormNotPublished):
            return CLOSED
        system = work.actor
        work.act_as(starter)
        try:
            return "" if self._is_open(work, form, made) else CLOSED
        finally:
            work.act_as(system)

    def _is_open(self, work: UnitOfWork, form: Form, made: Import) -> bool:
        updates = made.settings is not None and made.settings.mode == UPDATE
        creates = updates or (may_submit_now(self._company, work, form) and not form.awaits_flow)
        return creates and may_import_now(self._entrance, work, form)
