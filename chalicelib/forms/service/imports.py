"""Imports: a file is prepared for a form, checked against it with a mapping of its columns, and started as a job."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import Any

from ...jobs.kinds import Subject
from ...kernel.clock import to_text
from ...kernel.errors import FieldError
from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from ..domain.definition import Form
from ..domain.errors import FormArchived, FormAwaitsFlow, SubmitDenied
from ..domain.fields import Field, Locale, column_letter, load_cell, type_of
from ..domain.importing.grouping import Entry, at, grouped
from ..domain.importing.settings import (
    CREATE,
    PREPARED,
    STARTED,
    UPDATE,
    FaultyEntry,
    Import,
    ImportDenied,
    ImportInvalid,
    ImportNotFound,
    ImportStarted,
    Settings,
)
from ..domain.labels import label_text
from ..domain.stored import Values
from ..spreadsheets.columns import Target, guess_mapping, head_key, targets
from ..spreadsheets.plain_sheet import CONTENT_TYPE, plain_workbook
from .audience import may_import_now, may_submit_now
from .entrance import Entrance
from .forms import Forms
from .import_ports import Files, ImportStore, StartJob
from .import_saving import Saving, addressed
from .ports import Company, FormStore
from .spreadsheets import Spreadsheets, Table, described

PREVIEWED = 200
CHECK_SECONDS = 6.0
"""For the entries behind the preview; what is left is checked as it is imported."""
DOWNLOAD_SECONDS = 300
MOST_TOLD = 5


class Imports:
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
        visible: Forms,
        start_job: StartJob,
        seconds: Callable[[], float],
    ) -> None:
        """`seconds` is a clock that only runs forward."""
        self._forms = forms
        self._store = store
        self._spreadsheets = spreadsheets
        self._blobs = blobs
        self._company = company
        self._entrance = entrance
        self._saving = saving
        self._visible = visible
        self._start_job = start_job
        self._seconds = seconds

    def prepare(self, work: UnitOfWork, form_id: str, upload_id: str) -> Import:
        """An import of an uploaded file; nothing of it is read yet. Raises SpreadsheetNotFound and as `form`."""
        form = self.form(work, form_id)
        sheet = self._spreadsheets.own(work, upload_id)
        made = Import(
            id=new_ordered_id(work.now),
            form_id=form.id,
            upload_id=sheet.id,
            file_name=sheet.name,
            member_id=work.actor.member_id,
            language=work.actor.language,
            created_at=work.at,
        )
        self._store.add(work, made)
        return made

    def form(self, work: UnitOfWork, form_id: str) -> Form:
        """Raises FormNotFound, FormNotPublished, FormArchived, ImportDenied."""
        self._visible.require_visible(work, form_id)
        form = self._forms.form(work, form_id)
        if form.archived:
            raise FormArchived()
        if not may_import_now(self._entrance, work, form):
            raise ImportDenied()
        return form

    def get(self, work: UnitOfWork, form_id: str, import_id: str) -> Import:
        """The actor's own. Raises ImportNotFound."""
        found = self._store.get(work, import_id)
        if found is None or found.form_id != form_id or found.member_id != work.actor.member_id:
            raise ImportNotFound()
        return found

    # -- checking

    def check(self, work: UnitOfWork, form_id: str, import_id: str, asked: Mapping[str, Any]) -> dict[str, Any]:
        """What the file has and what importing it with these choices would say; those that are missing are guessed.

        Raises as `form`, ImportNotFound, ImportInvalid, SpreadsheetUnreadable, SpreadsheetTooLarge, SheetNotFound.
        """
        form, made = self.form(work, form_id), self.get(work, form_id, import_id)
        table, settings, fields = self._chosen(work, form, made, asked)
        return {
            **described(table, work.actor.language),
            "targets": [_target(each, work.actor.language) for each in fields],
            "mapping": dict(settings.mapping),
            "mode": settings.mode,
            "key": settings.key,
            "may_create": self._may_create(work, form),
            "drafts": bool(form.flow_id),
            **self._looked_through(work, form, table, settings),
        }

    def _chosen(
        self, work: UnitOfWork, form: Form, made: Import, asked: Mapping[str, Any]
    ) -> tuple[Table, Settings, list[Target]]:
        book = self._spreadsheets.open(work, self._spreadsheets.own(work, made.upload_id))
        table = self._spreadsheets.table(book, asked.get("sheet"), asked.get("head"))
        fields = targets(form.definition, self._saving.own_rights(work, form))
        mapping = asked.get("mapping")
        if mapping is None:
            mapping = guess_mapping(table.columns, fields, self._store.remembered(work, form.id))
        default = CREATE if self._may_create(work, form) else UPDATE
        mode, key = asked.get("mode") or default, asked.get("key") or ""
        if mode != CREATE and not key:
            key = next((each.path for each in fields if each.key and each.path in mapping.values()), "")
        settings = Settings(
            table.sheet, table.head, mapping, mode, key, asked.get("faulty", "skip"), asked.get("dates", "")
        )
        return table, settings, fields

    def _looked_through(self, work: UnitOfWork, form: Form, table: Table, settings: Settings) -> dict[str, Any]:
        faults = list(self._setting_faults(work, form, table, settings))
        if faults:
            raise ImportInvalid(fields=faults)
        reading = self._saving.reading(work, settings, since_1904=table.book.since_1904)
        until = self._seconds() + CHECK_SECONDS
        preview: list[dict[str, Any]] = []
        checked = faulty = records = 0
        seen: set[str] = set()
        for entry in grouped(table.book.rows(table.sheet), settings, group_key(form, settings)):
            records += 1
            if records > PREVIEWED and (checked < records - 1 or self._seconds() > until):
                continue
            checked += 1
            values, found = self._saving.judge(work, form, settings, entry, reading)
            found += list(self._repeated(work, form, settings, values, seen))
            faulty += bool(found)
            if records <= PREVIEWED:
                preview.append(self._previewed(work, form, settings, entry, (values, found)))
        counts = {"records": records, "checked": checked, "faulty": faulty, "complete": checked == records}
        return {"preview": preview, "counts": counts}

    def _repeated(
        self, work: UnitOfWork, form: Form, settings: Settings, values: Values, seen: set[str]
    ) -> list[FieldError]:
        """Unique values that stood further up in the file already, where every row is a new record."""
        if settings.mode != CREATE:
            return []
        found = []
        for path, text in self._saving.unique_texts(form, values):
            if text in seen:
                label = form.definition.by_id[path.rpartition("/")[2]].label(work.actor.language)
                found.append(FieldError.of(path, "import_repeated", field=label))
            seen.add(text)
        return found[:1]

    def _previewed(
        self, work: UnitOfWork, form: Form, settings: Settings, entry: Entry, judged: tuple[Values, list[FieldError]]
    ) -> dict[str, Any]:
        values, faults = judged
        language = work.actor.language
        told = [
            {"row": row, "column": column, "fault": fault}
            for row, column, fault in addressed(form, settings, entry, faults)
        ]
        columns = sorted(map(int, settings.mapping))
        rows = [
            {
                "row": number,
                "cells": [cell.plain(language)[:200] if (cell := at(cells, each)) else "" for each in columns],
            }
            for number, cells in entry.rows[: MOST_TOLD * 4]
        ]
        return {"rows": rows, "reads": self._reads(work, form, settings, entry, values), "faults": told[:20]}

    def _reads(self, work: UnitOfWork, form: Form, settings: Settings, entry: Entry, values: Values) -> dict[str, str]:
        """Column -> what is stored, as people read it, where that is not what stands in the cell."""
        locale = Locale(work.actor.language, self._company.zone(work))
        found: dict[str, str] = {}
        for path, column in settings.columns.items():
            field = form.definition.by_id.get(path)
            cell = at(entry.cells, column)
            if field is None or cell is None or path not in values or type_of(field).refers_to:
                continue
            text = type_of(field).text(field, values[path], locale)
            if text != cell.plain(work.actor.language):
                found[str(column)] = text[:200]
        return found

    def _setting_faults(self, work: UnitOfWork, form: Form, table: Table, settings: Settings) -> list[FieldError]:
        paths = list(settings.mapping.values())
        fields = {each.path: each for each in targets(form.definition, self._saving.own_rights(work, form))}
        columns = {str(each.index) for each in table.columns}
        faults = [
            FieldError.of(f"/mapping/{column}", "import_field")
            for column, path in settings.mapping.items()
            if path not in fields or column not in columns or (not fields[path].fills and path != settings.key)
        ]
        faults += [FieldError.of("/mapping", "import_field_twice") for path in set(paths) if paths.count(path) > 1]
        if settings.mode == CREATE:
            return faults
        key = fields.get(settings.key)
        if key is None or not key.key or settings.key not in paths:
            faults.append(FieldError.of("/key", "import_key_choice"))
        return faults

    # -- the job

    def start(self, work: UnitOfWork, form_id: str, import_id: str, asked: Mapping[str, Any]) -> Import:
        """With `job_id`. Raises as `check`, ImportStarted, SubmitDenied, FormAwaitsFlow."""
        form, made = self.form(work, form_id), self.get(work, form_id, import_id)
        if made.state != PREPARED:
            raise ImportStarted()
        table, settings, _ = self._chosen(work, form, made, asked)
        if settings.mode != UPDATE and not self._may_create(work, form):
            raise FormAwaitsFlow() if form.awaits_flow else SubmitDenied()
        faults = self._setting_faults(work, form, table, settings)
        if not settings.mapping:
            faults.append(FieldError.of("/mapping", "import_nothing_mapped"))
        if faults:
            raise ImportInvalid(fields=faults)
        names = {str(column.index): column.name for column in table.columns}
        params = {"import_id": made.id, "form_id": form.id}
        job = self._start_job(work, params, subject=Subject("form", form.id, form.name), name=made.id)
        since = table.book.since_1904
        started = replace(made, state=STARTED, job_id=job, settings=settings, names=names, since_1904=since)
        self._store.save(work, started)
        chosen = {head_key(names[column]): path for column, path in settings.mapping.items() if column in names}
        self._store.remember(work, form.id, chosen)
        return started

    def _may_create(self, work: UnitOfWork, form: Form) -> bool:
        return may_submit_now(self._company, work, form) and not form.awaits_flow

    # -- files

    def errors(self, work: UnitOfWork, form_id: str, import_id: str) -> dict[str, str]:
        """`{"url", "expires_at"}` of a workbook of the rows that were not imported so far, each with the reason, which
        can be corrected and imported again. Raises ImportNotFound.
        """
        made = self.get(work, form_id, import_id)
        names = dict(made.names or {})
        columns = sorted(map(int, names))
        reason = {"zh-CN": "未导入的原因", "en": "Why it was not imported"}[work.actor.language]
        rows = chain.from_iterable(
            _faulty_rows(each, columns, work.actor.language) for each in self._store.faulty(work, made.id)
        )
        content = plain_workbook([*(names[str(each)] for each in columns), reason], rows)
        stem = made.file_name.rpartition(".")[0] or made.file_name
        name = {"zh-CN": f"{stem}-未导入.xlsx", "en": f"{stem}-not imported.xlsx"}[work.actor.language]
        return self._offered(work, made.error_file, name, content)

    def template(self, work: UnitOfWork, form_id: str) -> dict[str, str]:
        """As `errors`, of an empty workbook whose heads are the fields that the actor may fill."""
        form = self.form(work, form_id)
        fields = targets(form.definition, self._saving.own_rights(work, form))
        heads = [_text(each.label, work.actor.language) for each in fields if each.fills]
        key = f"imports/templates/{form.id}/{work.actor.member_id}"
        return self._offered(work, key, f"{form.label(work.actor.language)}.xlsx", plain_workbook(heads))

    def _offered(self, work: UnitOfWork, key: str, name: str, content: bytes) -> dict[str, str]:
        version = self._blobs.put(work.actor, key, content, CONTENT_TYPE)
        url = self._blobs.presign_download(work.actor, key, version, name, DOWNLOAD_SECONDS)
        return {"url": url, "expires_at": to_text(work.now + timedelta(seconds=DOWNLOAD_SECONDS))}


def group_key(form: Form, settings: Settings) -> str:
    """The field whose value says which rows are one record: the key, or else the first unique field that is read."""
    if settings.key:
        return settings.key
    unique: list[Field] = [each for each in form.definition.unique if each.id in settings.columns]
    return unique[0].id if unique else ""


def _faulty_rows(entry: FaultyEntry, columns: list[int], language: str) -> list[list[str]]:
    rows = []
    for place, (_, cells) in enumerate(entry.rows):
        loaded = [load_cell(cells[each]) if each < len(cells) else None for each in columns]
        reason = entry.texts.get(language, "") if place == 0 else ""
        rows.append([*(cell.plain(language) if cell else "" for cell in loaded), reason])
    return rows


def _target(target: Target, language: str) -> dict[str, Any]:
    return {
        "path": target.path,
        "label": _text(target.label, language),
        "type": target.type,
        "required": target.required,
        "key": target.key,
        "fills": target.fills,
    }


def _text(label: Any, language: str) -> str:
    return label_text(label, language)


def cell_name(row: int, column: int | None) -> str:
    """`C5`; the row alone of what is in no cell."""
    return f"{column_letter(column)}{row}" if column is not None else str(row)
