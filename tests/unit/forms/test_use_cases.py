"""Use cases of forms on fakes: what they ask of their ports, and what they do with the answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from typing import Any, NamedTuple, cast

import pytest

from chalicelib.forms.access.rights import WHOLE
from chalicelib.forms.domain.definition import read_definition
from chalicelib.forms.domain.errors import AttachmentNotFound
from chalicelib.forms.domain.inspection import HEAD_BYTES
from chalicelib.forms.domain.records import ALL_ORDERS, Record
from chalicelib.forms.domain.stages import StageMove
from chalicelib.forms.domain.uploads import MOST_NEW_FILES, Upload, blob_key
from chalicelib.forms.service.attachments import Attachments
from chalicelib.forms.service.entrance import Entrance
from chalicelib.forms.service.lists import Lists
from chalicelib.forms.service.ports import Company, FormStore, RecordStore
from chalicelib.forms.service.purging import Purging
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.errors import FieldError
from chalicelib.kernel.ids import new_id
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import ROWS, Key, Row, UnitOfWork

from .fake_moves import FakeMoves

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
ME, OTHER, FORM = "m" * 26, "n" * 26, "f" * 26
DEFINITION = read_definition(
    {
        "name": "合同",
        "list": ["title"],
        "fields": [
            {"id": "title", "type": "text", "name": "标题"},
            {"id": "scan", "type": "attachment", "name": "扫描件"},
            {
                "id": "lines",
                "type": "lines",
                "name": "明细",
                "options": {"columns": [{"id": "invoice", "type": "attachment", "name": "发票"}]},
            },
        ],
    }
)


def work(*permissions: str) -> UnitOfWork:
    return UnitOfWork(Actor("t" * 26, ME, "我", permissions=frozenset(permissions)), NOW)


@dataclass
class FakeBlob:
    size: int = 3
    content_type: str = "application/pdf"
    version: str = "v1"
    content: bytes = b"%PDF"

    @property
    def head(self) -> bytes:
        return self.content[:HEAD_BYTES]


@dataclass
class FakeBlobs:
    stored: dict[str, FakeBlob] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)

    def presign_upload(self, actor: Actor, key: str, content_type: str, size: int) -> dict[str, Any]:
        return {"url": f"put:{key}", "fields": {}}

    def presign_download(self, actor: Actor, key: str, version: str, filename: str, seconds: int = 300) -> str:
        return f"get:{key}@{version}"

    def peek(self, actor: Actor, keys: Sequence[str], length: int) -> dict[str, FakeBlob | None]:
        return {key: self.stored.get(key) for key in keys}

    def read(self, actor: Actor, key: str, version: str, start: int, length: int) -> bytes:
        return self.stored[key].content[start : start + length]

    def delete(self, actor: Actor, key: str) -> None:
        self.deleted.append(key)


@dataclass
class FakeUploads:
    uploads: dict[str, Upload] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)
    ties: list[str] = field(default_factory=list)

    def get_many(self, work: UnitOfWork, upload_ids: Iterable[str]) -> dict[str, Upload]:
        return {each: self.uploads[each] for each in upload_ids if each in self.uploads}

    def add(self, work: UnitOfWork, upload: Upload, until: datetime) -> None:
        self.uploads[upload.id] = upload

    def tie(self, work: UnitOfWork, upload: Upload) -> None:
        self.uploads[upload.id] = upload
        self.ties.append(upload.id)

    def drop(self, work: UnitOfWork, upload_id: str) -> None:
        self.dropped.append(upload_id)


def upload(**more: Any) -> Upload:
    return replace(Upload(new_id(), FORM, "scan", "合同.pdf", "application/pdf", 3, ME), **more)


def stored(upload: Upload) -> dict[str, Any]:
    """As a record's values and history hold it."""
    return upload.public()


def attachments(uploads: FakeUploads, blobs: FakeBlobs) -> Attachments:
    return Attachments(cast(FormStore, None), uploads, blobs, cast(Company, None))


def record(**more: Any) -> Record:
    moment = "2026-11-25T08:00:00Z"
    return replace(Record(new_id(), FORM, 1, {}, "active", ME, moment, ME, moment), **more)


def resolve(
    uploads: FakeUploads, blobs: FakeBlobs, values: dict[str, Any], before: Record | None = None
) -> list[FieldError]:
    """As saving a record does it, in a transaction with room for all files."""
    saving = work()
    faults = attachments(uploads, blobs).resolve(saving, DEFINITION, values, before, "r" * 26)
    saving.settle()
    return faults


def test_files_without_room_in_the_transaction_are_told_of_and_tied_later() -> None:
    sent = [upload(field="lines.invoice") for _ in range(3)]
    uploads, blobs = FakeUploads({each.id: each for each in sent}), FakeBlobs({each.blob: FakeBlob() for each in sent})
    saving = work()
    for number in range(ROWS - 2):
        saving.index(Key("others", str(number)), {})
    values = {"lines": [{"invoice": [{"id": each.id}]} for each in sent]}
    assert attachments(uploads, blobs).resolve(saving, DEFINITION, values, None, "r" * 26) == []
    saving.settle()
    (event,) = saving.events
    taken = event.data["files"][0]["id"]
    uploads.uploads[taken] = replace(uploads.uploads[taken], record_id="q" * 26)
    attachments(uploads, blobs).tie_deferred(work(), event.data["record_id"], event.data["files"])
    attachments(uploads, blobs).tie_deferred(work(), event.data["record_id"], event.data["files"])
    assert sorted(each.record_id for each in uploads.uploads.values()) == ["q" * 26, "r" * 26, "r" * 26]
    assert uploads.ties == [sent[0].id, event.data["files"][1]["id"]]


def test_a_file_is_tied_to_the_record_under_the_version_that_was_looked_at() -> None:
    sent = upload()
    uploads, blobs = FakeUploads({sent.id: sent}), FakeBlobs({sent.blob: FakeBlob(version="v7")})
    values: dict[str, Any] = {"scan": [{"id": sent.id}]}
    assert resolve(uploads, blobs, values, None) == []
    assert values["scan"] == [sent.public()]
    assert uploads.uploads[sent.id].record_id == "r" * 26
    kept = record(id="r" * 26)
    assert attachments(uploads, blobs).download(work(), kept, sent.id, WHOLE)["url"] == f"get:{sent.blob}@v7"
    with pytest.raises(AttachmentNotFound):
        attachments(uploads, blobs).download(work(), record(), sent.id, WHOLE)


def test_a_file_of_a_row_is_tied_whichever_row_it_stands_in() -> None:
    sent = upload(field="lines.invoice")
    uploads, blobs = FakeUploads({sent.id: sent}), FakeBlobs({sent.blob: FakeBlob()})
    values: dict[str, Any] = {"lines": [{}, {"invoice": [{"id": sent.id}]}]}
    assert resolve(uploads, blobs, values, None) == []
    assert values["lines"] == [{}, {"invoice": [sent.public()]}]
    assert uploads.uploads[sent.id].record_id == "r" * 26
    before = record(values=values)
    moved: dict[str, Any] = {"lines": [{"invoice": [{"id": sent.id}]}]}
    assert resolve(uploads, blobs, moved, before) == []
    assert moved["lines"] == [{"invoice": [sent.public()]}]


def test_a_file_of_a_column_is_none_of_a_field_and_is_refused_where_it_stands() -> None:
    sent = upload(field="lines.invoice")
    uploads, blobs = FakeUploads({sent.id: sent}), FakeBlobs({sent.blob: FakeBlob()})
    for values, path in (
        ({"scan": [{"id": sent.id}]}, "/values/scan/0"),
        ({"lines": [{}, {"invoice": [{"id": new_id()}]}]}, "/values/lines/1/invoice/0"),
    ):
        faults = resolve(uploads, blobs, values, None)
        assert [(fault.path, fault.code) for fault in faults] == [(path, "attachment_unknown")]


def test_a_new_file_that_stands_twice_is_tied_once() -> None:
    sent = upload(field="lines.invoice")
    uploads, blobs = FakeUploads({sent.id: sent}), FakeBlobs({sent.blob: FakeBlob()})
    values: dict[str, Any] = {"lines": [{"invoice": [{"id": sent.id}]}, {"invoice": [{"id": sent.id}]}]}
    assert resolve(uploads, blobs, values, None) == []
    assert uploads.ties == [sent.id]


def test_more_new_files_than_one_transaction_can_tie_are_refused_before_anything_is_read() -> None:
    sent = [upload(field="lines.invoice") for _ in range(MOST_NEW_FILES + 1)]
    uploads, blobs = FakeUploads({each.id: each for each in sent}), FakeBlobs({each.blob: FakeBlob() for each in sent})
    values: dict[str, Any] = {"lines": [{"invoice": [{"id": each.id}]} for each in sent]}
    (fault,) = resolve(uploads, blobs, values, None)
    assert (fault.path, fault.code) == ("/values/lines/0/invoice/0", "too_many_new_files")
    values["lines"].pop()
    assert resolve(uploads, blobs, values, None) == []
    assert len(uploads.ties) == MOST_NEW_FILES


@pytest.mark.parametrize(
    ("sent", "stored", "code"),
    [
        (upload(member_id=OTHER), FakeBlob(), "attachment_unknown"),
        (upload(record_id="x" * 26), FakeBlob(), "attachment_unknown"),
        (upload(field="another"), FakeBlob(), "attachment_unknown"),
        (upload(), None, "attachment_not_uploaded"),
        (upload(), FakeBlob(size=4), "attachment_differs"),
        (upload(), FakeBlob(content=b"<html>"), "file_content"),
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

    def due(self, work: UnitOfWork, record_id: str) -> tuple[bool, list[Any]]:
        return self.due_now, []

    def history(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None) -> Page[dict[str, Any]]:
        return Page(tuple(self.entries[:limit]), "more" if len(self.entries) > limit else None)

    def forget(self, work: UnitOfWork, record_id: str, number: int) -> None:
        self.forgotten.append(number)

    def drop(self, work: UnitOfWork, record_id: str) -> None:
        self.gone.append(record_id)


def purging_of(records: FakeRecords, uploads: FakeUploads, blobs: FakeBlobs, moves: FakeMoves | None = None) -> Purging:
    return Purging(cast(RecordStore, records), uploads, blobs, moves or FakeMoves())


def tied(**more: Any) -> Upload:
    return upload(**{"record_id": "r" * 26, **more})


def test_a_purged_record_takes_its_history_and_every_file_it_ever_held_along() -> None:
    old, new, of_row, of_cell = (tied() for _ in range(4))
    held = [[stored(each)] for each in (old, new)]
    row, cell = {"invoice": [stored(of_row)]}, [stored(of_cell)]
    changes = [
        {"field": "scan", "before": held[0], "after": held[1]},
        {"field": "lines/2", "before": row, "after": None},
        {"field": "lines/0/invoice", "before": None, "after": cell},
    ]
    records = FakeRecords([{"number": 2, "changes": changes}])
    every = sorted((old, new, of_row, of_cell), key=lambda each: each.id)
    uploads, blobs = FakeUploads({each.id: each for each in every}), FakeBlobs()
    assert purging_of(records, uploads, blobs).purge(work(), "r" * 26, FORM) is False
    assert (records.forgotten, records.gone) == ([2], ["r" * 26])
    assert uploads.dropped == [each.id for each in every]
    assert blobs.deleted == [blob_key(FORM, each.id) for each in every]


def test_a_purge_drops_only_files_that_are_tied_to_the_record() -> None:
    """A row of lines may have columns `id` and `content_type`, and any text in them."""
    other = tied(record_id="s" * 26)
    records = FakeRecords([{"number": 1, "changes": [{"field": "rows/0", "before": stored(other), "after": None}]}])
    uploads, blobs = FakeUploads({other.id: other}), FakeBlobs()
    assert purging_of(records, uploads, blobs).purge(work(), "r" * 26, FORM) is False
    assert (uploads.dropped, blobs.deleted, records.gone) == ([], [], ["r" * 26])


def test_many_files_go_in_shares_before_the_history_that_names_them() -> None:
    files = [tied() for _ in range(150)]
    records = FakeRecords([{"number": 1, "changes": [{"before": None, "after": [stored(each) for each in files]}]}])
    uploads, blobs = FakeUploads({each.id: each for each in files}), FakeBlobs()
    purging = purging_of(records, uploads, blobs)
    shares = []
    for _ in range(10):
        more = purging.purge(work(), "r" * 26, FORM)
        shares.append(len(uploads.dropped))
        for each in uploads.dropped:
            uploads.uploads.pop(each, None)
        if not more:
            break
        assert records.forgotten == []
    assert shares == [60, 120, 150, 150]
    assert (records.forgotten, records.gone) == ([1], ["r" * 26])


def test_a_long_history_goes_in_shares_and_the_record_last() -> None:
    records = FakeRecords([{"number": number, "changes": []} for number in range(60)])
    assert purging_of(records, FakeUploads(), FakeBlobs()).purge(work(), "r" * 26, FORM) is True
    assert records.gone == []


def test_a_long_stage_history_goes_in_shares_before_the_rest() -> None:
    records = FakeRecords([{"number": 1, "changes": []}])
    moves = FakeMoves([StageMove("s", each, "p", "a", "b", "b", "open", "", "", "") for each in range(40)])
    purging = purging_of(records, FakeUploads(), FakeBlobs(), moves)
    assert (purging.purge(work(), "r" * 26, FORM), len(moves.left), records.forgotten) == (True, 10, [])
    assert (purging.purge(work(), "r" * 26, FORM), len(moves.left)) == (False, 0)
    assert (records.forgotten, records.gone) == ([1], ["r" * 26])


def test_a_restored_record_is_not_purged() -> None:
    records = FakeRecords([], due_now=False)
    assert purging_of(records, FakeUploads(), FakeBlobs()).purge(work(), "r" * 26, FORM) is False
    assert records.gone == []


@dataclass
class FakeForms:
    def form(self, work: UnitOfWork, form_id: str) -> Any:
        from chalicelib.forms.domain.definition import Form

        return Form(form_id, 1, DEFINITION, ordered=frozenset(ALL_ORDERS))


class FakeCompany:
    def zone(self, work: UnitOfWork) -> tzinfo:
        return UTC

    def language(self, work: UnitOfWork) -> str:
        return "zh-CN"


class Stretch(NamedTuple):
    rows: tuple[Row, ...]
    last: str | None


@dataclass
class FakeEntries:
    """A list of `count` entries, of which every second is of a purged record; cursors are sort keys in the open."""

    count: int
    reads: list[str] = field(default_factory=list)

    def read(self, work: UnitOfWork, partition: str, *, limit: int, after: str | None, **_: Any) -> Stretch:
        self.reads.append(partition)
        begin = int(after) + 1 if after else 0
        rows = [
            Row(Key(partition, f"{number:06d}"), "entry", binned(f"{number:06d}", ("2027", "2025")[number % 2]), 1)
            for number in range(begin, min(begin + limit, self.count))
        ]
        more = begin + limit < self.count
        return Stretch(tuple(rows), rows[-1].key.sort if more else None)

    def open(self, work: UnitOfWork, cursor: str, bound: str) -> str:
        return cursor

    def seal(self, work: UnitOfWork, place: str, bound: str) -> str:
        return place


def binned(identity: str, until: str) -> dict[str, Any]:
    return {"id": identity, "created_by": ME, "purge_at": until}


def bin_of(entries: FakeEntries) -> Lists:
    forms, records, company = cast(FormStore, FakeForms()), cast(RecordStore, None), cast(Company, FakeCompany())
    return Lists(forms, records, entries, company, Entrance(forms, records, company))


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
