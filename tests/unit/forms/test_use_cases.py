"""Use cases of forms on fakes: what they ask of their ports, and what they do with the answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, NamedTuple, cast

import pytest

from chalicelib.forms.domain.definition import read_definition
from chalicelib.forms.domain.errors import AttachmentNotFound
from chalicelib.forms.domain.records import ALL_ORDERS, Record
from chalicelib.forms.domain.uploads import Upload, blob_key
from chalicelib.forms.service.attachments import Attachments
from chalicelib.forms.service.lists import Lists
from chalicelib.forms.service.ports import Company, FormStore, RecordStore
from chalicelib.forms.service.purging import Purging
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.ids import new_id
from chalicelib.kernel.page import Page
from chalicelib.kernel.work import Key, Row, Work

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
ME, OTHER, FORM = "m" * 26, "n" * 26, "f" * 26
DEFINITION = read_definition(
    {
        "name": "合同",
        "list": ["title"],
        "fields": [
            {"id": "title", "type": "text", "name": "标题"},
            {"id": "scan", "type": "attachment", "name": "扫描件"},
        ],
    }
)


def work(*permissions: str) -> Work:
    return Work(Actor("t" * 26, ME, "我", permissions=frozenset(permissions)), NOW)


@dataclass
class FakeBlob:
    size: int = 3
    content_type: str = "application/pdf"
    version: str = "v1"


@dataclass
class FakeBlobs:
    stored: dict[str, FakeBlob] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)

    def presign_upload(self, actor: Actor, key: str, content_type: str, size: int) -> dict[str, Any]:
        return {"url": f"put:{key}", "fields": {}}

    def presign_download(self, actor: Actor, key: str, version: str, filename: str, seconds: int = 300) -> str:
        return f"get:{key}@{version}"

    def head(self, actor: Actor, key: str) -> FakeBlob | None:
        return self.stored.get(key)

    def delete(self, actor: Actor, key: str) -> None:
        self.deleted.append(key)


@dataclass
class FakeUploads:
    uploads: dict[str, Upload] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)

    def get_many(self, work: Work, upload_ids: Iterable[str]) -> dict[str, Upload]:
        return {each: self.uploads[each] for each in upload_ids if each in self.uploads}

    def add(self, work: Work, upload: Upload, until: datetime) -> None:
        self.uploads[upload.id] = upload

    def tie(self, work: Work, upload: Upload) -> None:
        self.uploads[upload.id] = upload

    def drop(self, work: Work, upload_id: str) -> None:
        self.dropped.append(upload_id)


def upload(**more: Any) -> Upload:
    return replace(Upload(new_id(), FORM, "scan", "合同.pdf", "application/pdf", 3, ME), **more)


def attachments(uploads: FakeUploads, blobs: FakeBlobs) -> Attachments:
    return Attachments(cast(FormStore, None), uploads, blobs, cast(Company, None))


def record(**more: Any) -> Record:
    moment = "2026-11-25T08:00:00Z"
    return replace(Record(new_id(), FORM, 1, {}, "active", ME, moment, ME, moment), **more)


def test_a_file_is_tied_to_the_record_under_the_version_that_was_looked_at() -> None:
    sent = upload()
    uploads, blobs = FakeUploads({sent.id: sent}), FakeBlobs({sent.blob: FakeBlob(version="v7")})
    values: dict[str, Any] = {"scan": [{"id": sent.id}]}
    assert attachments(uploads, blobs).resolve(work(), DEFINITION, values, None, "r" * 26) == []
    assert values["scan"] == [sent.public()]
    assert uploads.uploads[sent.id].record_id == "r" * 26
    kept = record(id="r" * 26)
    assert attachments(uploads, blobs).download(work(), kept, sent.id)["url"] == f"get:{sent.blob}@v7"
    with pytest.raises(AttachmentNotFound):
        attachments(uploads, blobs).download(work(), record(), sent.id)


@pytest.mark.parametrize(
    ("sent", "stored", "code"),
    [
        (upload(member_id=OTHER), FakeBlob(), "attachment_unknown"),
        (upload(record_id="x" * 26), FakeBlob(), "attachment_unknown"),
        (upload(field="another"), FakeBlob(), "attachment_unknown"),
        (upload(), None, "attachment_not_uploaded"),
        (upload(), FakeBlob(size=4), "attachment_differs"),
    ],
)
def test_what_is_not_the_file_that_was_announced_is_refused(sent: Upload, stored: FakeBlob | None, code: str) -> None:
    uploads, blobs = FakeUploads({sent.id: sent}), FakeBlobs({sent.blob: stored} if stored else {})
    faults = attachments(uploads, blobs).resolve(work(), DEFINITION, {"scan": [{"id": sent.id}]}, None, "r" * 26)
    assert [(fault.path, fault.code) for fault in faults] == [("/values/scan/0", code)]
    assert uploads.uploads[sent.id] == sent


@dataclass
class FakeRecords:
    entries: list[dict[str, Any]]
    due_now: bool = True
    gone: list[str] = field(default_factory=list)
    forgotten: list[int] = field(default_factory=list)

    def due(self, work: Work, record_id: str) -> tuple[bool, list[Any]]:
        return self.due_now, []

    def history(self, work: Work, record_id: str, limit: int, cursor: str | None) -> Page[dict[str, Any]]:
        return Page(tuple(self.entries[:limit]), "more" if len(self.entries) > limit else None)

    def forget(self, work: Work, record_id: str, number: int) -> None:
        self.forgotten.append(number)

    def drop(self, work: Work, record_id: str) -> None:
        self.gone.append(record_id)


def test_a_purged_record_takes_its_history_and_every_file_it_ever_held_along() -> None:
    old, new = new_id(), new_id()
    held = [[{"id": each, "content_type": "application/pdf"}] for each in (old, new)]
    records = FakeRecords([{"number": 2, "changes": [{"field": "scan", "before": held[0], "after": held[1]}]}])
    uploads, blobs = FakeUploads(), FakeBlobs()
    assert Purging(cast(RecordStore, records), uploads, blobs).purge(work(), "r" * 26, FORM) is False
    assert (records.forgotten, records.gone) == ([2], ["r" * 26])
    assert uploads.dropped == sorted([old, new])
    assert blobs.deleted == [blob_key(FORM, each) for each in sorted([old, new])]


def test_a_long_history_goes_in_shares_and_the_record_last() -> None:
    records = FakeRecords([{"number": number, "changes": []} for number in range(60)])
    assert Purging(cast(RecordStore, records), FakeUploads(), FakeBlobs()).purge(work(), "r" * 26, FORM) is True
    assert records.gone == []


def test_a_restored_record_is_not_purged() -> None:
    records = FakeRecords([], due_now=False)
    assert Purging(cast(RecordStore, records), FakeUploads(), FakeBlobs()).purge(work(), "r" * 26, FORM) is False
    assert records.gone == []


@dataclass
class FakeForms:
    def form(self, work: Work, form_id: str) -> Any:
        from chalicelib.forms.domain.definition import Form

        return Form(form_id, 1, DEFINITION, ordered=frozenset(ALL_ORDERS))


class Stretch(NamedTuple):
    rows: tuple[Row, ...]
    last: str | None


@dataclass
class FakeEntries:
    """A list of `count` entries, of which every second is of a purged record; cursors are sort keys in the open."""

    count: int
    reads: list[str] = field(default_factory=list)

    def read(self, work: Work, partition: str, *, limit: int, after: str | None, **_: Any) -> Stretch:
        self.reads.append(partition)
        begin = int(after) + 1 if after else 0
        rows = [
            Row(Key(partition, f"{number:06d}"), "entry", binned(f"{number:06d}", ("2027", "2025")[number % 2]), 1)
            for number in range(begin, min(begin + limit, self.count))
        ]
        more = begin + limit < self.count
        return Stretch(tuple(rows), rows[-1].key.sort if more else None)

    def open(self, work: Work, cursor: str, bound: str) -> str:
        return cursor

    def seal(self, work: Work, place: str, bound: str) -> str:
        return place


def binned(identity: str, until: str) -> dict[str, Any]:
    return {"id": identity, "created_by": ME, "purge_at": until}


def bin_of(entries: FakeEntries) -> Lists:
    return Lists(cast(FormStore, FakeForms()), cast(RecordStore, None), entries, cast(Company, None))


def test_a_page_of_the_bin_is_filled_though_much_of_it_is_to_be_purged() -> None:
    entries = FakeEntries(40)
    page = bin_of(entries).bin(work(), FORM, limit=5)
    assert [card["id"] for card in page.items] == ["000000", "000002", "000004", "000006", "000008"]
    rest = bin_of(entries).bin(work(), FORM, limit=50, cursor=page.next_cursor)
    assert len(rest.items) == 15
    assert rest.next_cursor is None


def test_whoever_may_not_read_all_is_answered_from_a_bin_of_their_own() -> None:
    entries = FakeEntries(3)
    bin_of(entries).bin(work(), FORM)
    bin_of(entries).bin(work("records.read_all"), FORM)
    assert entries.reads == [f"bin#{FORM}#{ME}", f"ix#{FORM}#@bin"]
