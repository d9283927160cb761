"""Uploads: issued to one member for one field, checked against what lies in the bucket when a record is saved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from ...kernel.clock import to_text
from ...kernel.errors import FieldError
from ...kernel.events import Event
from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from ..access.giving import changes_all
from ..access.groups import HIDDEN
from ..access.rights import Rights
from ..domain.cells import ROOT
from ..domain.definition import Definition, every_field
from ..domain.errors import AttachmentInvalid, AttachmentNotFound, FormArchived, SubmitDenied
from ..domain.fields import Field, type_of
from ..domain.inspection import HEAD_BYTES, content_fault
from ..domain.records import Record
from ..domain.stored import Values
from ..domain.uploads import MOST_NEW_FILES, Upload
from ..events import files_deferred
from .audience import may_submit_now
from .ports import Blob, Blobs, Company, FormStore, UploadStore

ISSUED_KEEPS = timedelta(days=2)
DOWNLOAD_SECONDS = 300


class Attachments:
    def __init__(self, forms: FormStore, uploads: UploadStore, blobs: Blobs, company: Company) -> None:
        self._forms = forms
        self._uploads = uploads
        self._blobs = blobs
        self._company = company

    def issue(
        self, work: UnitOfWork, form_id: str, *, field_id: str, name: str, content_type: str, size: int
    ) -> dict[str, Any]:
        """`{"id", "name", "size", "content_type", "upload": {"url", "fields"}}`: a POST that takes exactly this file.

        `field_id` of a column is `<lines>.<column>`: in which row the file stands is said when the record is saved.
        Raises FormNotFound, FormNotPublished, FormArchived, SubmitDenied, AttachmentInvalid.
        """
        form = self._forms.form(work, form_id)
        if form.archived:
            raise FormArchived()
        if not may_submit_now(self._company, work, form) and not changes_all(form.access, work.actor):
            raise SubmitDenied()
        field = dict(every_field(form.fields)).get(field_id)
        if field is None or not type_of(field).holds_files:
            raise AttachmentInvalid(fields=[FieldError.of("/field", "not_an_attachment_field", id=field_id)])
        faults = list(type_of(field).file_faults(field, name, content_type, size))
        if faults:
            raise AttachmentInvalid(fields=faults)
        upload = Upload(
            new_ordered_id(work.now), form_id, field_id, name.strip(), content_type, size, work.actor.member_id
        )
        self._uploads.add(work, upload, work.now + ISSUED_KEEPS)
        return {**upload.public(), "upload": self._blobs.presign_upload(work.actor, upload.blob, content_type, size)}

    def resolve(
        self,
        work: UnitOfWork,
        definition: Definition,
        values: Values,
        before: Record | None,
        record_id: str,
        *,
        tolerant: bool = True,
    ) -> list[FieldError]:
        """Fill `values` with each file's name, size and type, and tie new uploads to `record_id` ("": only look).

        The faults of those that were not issued to the actor for this field, are used already, are not there, or are
        not what the field takes; unless `tolerant`, also of files that the record has already.
        """
        kept = {place.id: place.item for place in _files(definition, before.values)} if before else {}
        found = list(_files(definition, values))
        faults: list[FieldError] = []
        for place in found:
            if place.id in kept:
                place.item.update(kept[place.id])
                faults += [] if tolerant else place.kind_faults()
        new = [place for place in found if place.id not in kept]
        issued = self._uploads.get_many(work, [place.id for place in new])
        own = {place.id: upload for place in new if (upload := _own(work, issued.get(place.id), place.field_path))}
        if len(own) > MOST_NEW_FILES:
            return [new[0].fault(work, "too_many_new_files", max=MOST_NEW_FILES)]
        return [*faults, *self._look(work, new, own, record_id)]

    def _look(
        self, work: UnitOfWork, new: Iterable["_Place"], own: Mapping[str, Upload], record_id: str
    ) -> Iterator[FieldError]:
        """The faults of new files. A file that stands in several places is looked at and tied once."""
        blobs = self._blobs.peek(work.actor, [upload.blob for upload in own.values()], HEAD_BYTES)
        codes = {each: self._fault(work, upload, blobs[upload.blob]) for each, upload in own.items()}
        for place in new:
            upload = own.get(place.id)
            code = "attachment_unknown" if upload is None else codes[place.id]
            if code:
                yield place.fault(work, code, file=upload.name if upload else "")
            elif upload:
                place.item.update(upload.public())
                yield from place.kind_faults()
        if record_id:
            found = ((upload, blobs[upload.blob]) for each, upload in own.items() if not codes[each])
            tied = [replace(each, record_id=record_id, blob_version=blob.version) for each, blob in found if blob]
            self._tie(work, record_id, tied)

    def _tie(self, work: UnitOfWork, record_id: str, uploads: Sequence[Upload]) -> None:
        """With the record as far as its transaction has room, the others soon after (`tie_deferred`)."""

        def later(rest: Sequence[Upload]) -> Event:
            return files_deferred(record_id, [{"id": each.id, "blob_version": each.blob_version} for each in rest])

        work.defer(uploads, lambda each: self._uploads.tie(work, each), later)

    def tie_deferred(self, work: UnitOfWork, record_id: str, files: Sequence[Mapping[str, str]]) -> None:
        """What `_tie` left. A file that its owner has saved with another record meanwhile stays there."""
        versions = {each["id"]: each["blob_version"] for each in files}
        for upload in self._uploads.get_many(work, versions).values():
            if not upload.record_id:
                self._uploads.tie(work, replace(upload, record_id=record_id, blob_version=versions[upload.id]))

    def _fault(self, work: UnitOfWork, upload: Upload, blob: Blob | None) -> str | None:
        """The code of why the stored bytes are not what was announced."""
        if blob is None:
            return "attachment_not_uploaded"
        if (blob.size, blob.content_type) != (upload.size, upload.content_type):
            return "attachment_differs"
        return content_fault(upload.name, _Stored(self._blobs, work, upload.blob, blob))

    def download(self, work: UnitOfWork, record: Record, attachment_id: str, rights: Rights) -> dict[str, Any]:
        """A short URL of a file of the record, in a field that may be seen. Raises AttachmentNotFound."""
        upload = self._uploads.get_many(work, [attachment_id]).get(attachment_id)
        hidden = upload is None or rights.level(upload.field.partition(".")[0]) == HIDDEN
        if upload is None or upload.record_id != record.id or hidden:
            raise AttachmentNotFound()
        version = upload.blob_version
        url = self._blobs.presign_download(work.actor, upload.blob, version, upload.name, DOWNLOAD_SECONDS)
        return {"url": url, "expires_at": to_text(work.now + timedelta(seconds=DOWNLOAD_SECONDS))}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a file stands in a record. `field_path` is the same in every row."""

    path: str
    field_path: str
    field: Field
    item: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.item["id"])

    def fault(self, work: UnitOfWork, code: str, **params: Any) -> FieldError:
        return FieldError.of(self.path, code, field=self.field.label(work.actor.language), **params)

    def kind_faults(self) -> list[FieldError]:
        """The form may take other files by now than when this one was issued."""
        item = self.item
        found = type_of(self.field).file_faults(self.field, item["name"], item["content_type"], item["size"])
        return [FieldError(self.path, each.code, each.params) for each in found]


@dataclass(frozen=True, slots=True)
class _Stored:
    """The version of an upload that was found, for inspection."""

    blobs: Blobs
    work: UnitOfWork
    key: str
    blob: Blob

    @property
    def head(self) -> bytes:
        return self.blob.head

    @property
    def size(self) -> int:
        return self.blob.size

    def read(self, start: int, length: int) -> bytes:
        return self.blobs.read(self.work.actor, self.key, self.blob.version, start, length)


def _own(work: UnitOfWork, upload: Upload | None, field_path: str) -> Upload | None:
    """The upload, if it is the actor's own for this field and no record has it yet."""
    if upload is None or upload.record_id or upload.field != field_path:
        return None
    return upload if upload.member_id == work.actor.member_id else None


def _files(definition: Definition, values: Values) -> Iterator[_Place]:
    for field in definition.fields:
        yield from _of_field(f"{ROOT}/{field.id}", field.id, field, values)
        for index, row in enumerate(values.get(field.id, ()) if field.columns else ()):
            for column in field.columns:
                path = f"{ROOT}/{field.id}/{index}/{column.id}"
                yield from _of_field(path, f"{field.id}.{column.id}", column, row)


def _of_field(path: str, field_path: str, field: Field, values: Values) -> Iterator[_Place]:
    if type_of(field).holds_files:
        for index, item in enumerate(values.get(field.id, ())):
            yield _Place(f"{path}/{index}", field_path, field, item)
