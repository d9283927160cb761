"""Uploads: issued to one member for one field, checked against what lies in the bucket when a record is saved."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from ...kernel.clock import to_text
from ...kernel.errors import FieldError
from ...kernel.ids import new_ordered_id
from ...kernel.work import Work
from ..domain.access import changes_all
from ..domain.definition import Definition
from ..domain.errors import AttachmentInvalid, AttachmentNotFound, FormArchived, SubmitDenied
from ..domain.fields import Field
from ..domain.fields.attachment import FIELD_TYPE as ATTACHMENT
from ..domain.files import EXTENSIONS, extension_of
from ..domain.records import Record
from ..domain.stored import Values
from ..domain.texts import has_control, is_storable
from ..domain.uploads import Upload
from ..domain.values import ROOT
from .audience import may_submit_now
from .ports import Blob, Blobs, Company, FormStore, UploadStore

ISSUED_KEEPS = timedelta(days=2)
DOWNLOAD_SECONDS = 300
MAX_NAME = 200


class Attachments:
    def __init__(self, forms: FormStore, uploads: UploadStore, blobs: Blobs, company: Company) -> None:
        self._forms = forms
        self._uploads = uploads
        self._blobs = blobs
        self._company = company

    def issue(
        self, work: Work, form_id: str, *, field_id: str, name: str, content_type: str, size: int
    ) -> dict[str, Any]:
        """`{"id", "name", "size", "content_type", "upload": {"url", "fields"}}`: a POST that takes exactly this file.

        Raises FormNotFound, FormNotPublished, FormArchived, SubmitDenied, AttachmentInvalid.
        """
        form = self._forms.form(work, form_id)
        if form.archived:
            raise FormArchived()
        if not may_submit_now(self._company, work, form) and not changes_all(form.access, work.actor):
            raise SubmitDenied()
        field = form.field(field_id)
        if field is None or field.type != ATTACHMENT.type:
            raise AttachmentInvalid(fields=[FieldError.of("/field", "not_an_attachment_field", id=field_id)])
        faults = list(_file_faults(field, name, content_type, size))
        if faults:
            raise AttachmentInvalid(fields=faults)
        upload = Upload(
            new_ordered_id(work.now), form_id, field_id, name.strip(), content_type, size, work.actor.member_id
        )
        self._uploads.add(work, upload, work.now + ISSUED_KEEPS)
        return {**upload.public(), "upload": self._blobs.presign_upload(work.actor, upload.blob, content_type, size)}

    def resolve(
        self,
        work: Work,
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
        faults: list[FieldError] = []
        kept = {item["id"]: item for _, _, item in _files(definition, before.values)} if before else {}
        found = list(_files(definition, values))
        issued = self._uploads.get_many(work, [item["id"] for _, _, item in found if item["id"] not in kept])
        for path, field, item in found:
            if item["id"] in kept:
                item.update(kept[item["id"]])
                faults += [] if tolerant else _kind_faults(path, field, item)
                continue
            upload = _own(work, issued.get(item["id"]), field)
            blob = self._blobs.head(work.actor, upload.blob) if upload else None
            if upload is None or blob is None or not _matches(blob, upload):
                code = "attachment_unknown" if upload is None else _difference(blob)
                faults.append(FieldError.of(path, code, field=field.label(work.actor.language)))
                continue
            item.update(upload.public())
            faults += _kind_faults(path, field, item)
            if record_id:
                self._uploads.tie(work, replace(upload, record_id=record_id, blob_version=blob.version))
        return faults

    def download(self, work: Work, record: Record, attachment_id: str) -> dict[str, Any]:
        """A short URL of a file that the (visible) record holds or held. Raises AttachmentNotFound."""
        upload = self._uploads.get_many(work, [attachment_id]).get(attachment_id)
        if upload is None or upload.record_id != record.id:
            raise AttachmentNotFound()
        version = upload.blob_version
        url = self._blobs.presign_download(work.actor, upload.blob, version, upload.name, DOWNLOAD_SECONDS)
        return {"url": url, "expires_at": to_text(work.now + timedelta(seconds=DOWNLOAD_SECONDS))}


def _own(work: Work, upload: Upload | None, field: Field) -> Upload | None:
    """The upload, if it is the actor's own for this field and no record has it yet."""
    if upload is None or upload.record_id or upload.field != field.id:
        return None
    return upload if upload.member_id == work.actor.member_id else None


def _matches(blob: Blob, upload: Upload) -> bool:
    """Whether the stored bytes are what was announced."""
    return (blob.size, blob.content_type) == (upload.size, upload.content_type)


def _difference(blob: Blob | None) -> str:
    return "attachment_not_uploaded" if blob is None else "attachment_differs"


def _files(definition: Definition, values: Values) -> Iterator[tuple[str, Field, dict[str, Any]]]:
    for field in definition.fields:
        if field.type == ATTACHMENT.type:
            for index, item in enumerate(values.get(field.id, [])):
                yield f"{ROOT}/{field.id}/{index}", field, item


def _kind_faults(path: str, field: Field, item: Mapping[str, Any]) -> list[FieldError]:
    """The form may take other files by now than when this one was issued."""
    found = _file_faults(field, item["name"], item["content_type"], item["size"])
    return [FieldError(path, each.code, each.params) for each in found]


def _file_faults(field: Field, name: str, content_type: str, size: int) -> Iterator[FieldError]:
    extension = extension_of(name)
    allowed = sorted(ATTACHMENT.extensions(field))
    if not name.strip() or len(name) > MAX_NAME or not is_storable(name) or has_control(name):
        yield FieldError.of("/name", "file_name", limit=MAX_NAME)
    elif not extension:
        yield FieldError.of("/name", "file_without_extension", allowed=tuple(allowed))
    elif extension not in allowed:
        yield FieldError.of("/name", "file_extension", extension=extension, allowed=tuple(allowed))
    elif EXTENSIONS[extension] != content_type:
        yield FieldError.of("/content_type", "file_type", extension=extension, expected=EXTENSIONS[extension])
    if not 0 < size <= ATTACHMENT.max_bytes(field):
        yield FieldError.of("/size", "file_size", limit=ATTACHMENT.max_bytes(field) // (1024 * 1024))
