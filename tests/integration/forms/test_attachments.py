"""Files: what may be uploaded, what a record may name, who may read it back."""

import io
import zipfile
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from ..conftest import Answer, Api
from .quote import Desk, codes, field, quote_definition, quote_fields, quote_values

PDF = {"field": "files", "name": "报价.pdf", "content_type": "application/pdf", "size": 4}


def issue(desk: Desk, by: Api | None = None, **changed: Any) -> Answer:
    return (by or desk.boss).post(f"/v1/forms/{desk.form_id}/attachments", {**PDF, **changed})


def upload(desk: Desk, issued: Answer, content: bytes = b"%PDF", kind: str = "application/pdf") -> None:
    """What the browser's POST does."""
    key = issued.body["upload"]["fields"]["key"]
    desk.company.cloud.boto("s3").put_object(Bucket="banli-test-files", Key=key, Body=content, ContentType=kind)


def test_a_file_is_uploaded_saved_and_read_back(desk: Desk) -> None:
    issued = issue(desk)
    assert issued.status == 201, issued.body
    assert issued.body["upload"]["fields"]["Content-Type"] == "application/pdf"
    assert issued.body["upload"]["fields"]["key"].startswith(f"t/{desk.company.id}/")
    upload(desk, issued)
    record = desk.filled(quote_values(files=[{"id": issued.body["id"]}]))
    file = {"id": issued.body["id"], "name": "报价.pdf", "size": 4, "content_type": "application/pdf"}
    assert record["values"]["files"] == [file]
    found = desk.boss.get(f"/v1/records/{record['id']}/attachments/{file['id']}")
    assert found.status == 200
    assert "response-content-disposition=attachment" in found.body["url"]
    changed = desk.change(record, customer="新")
    assert changed.body["values"]["files"] == [file]


def test_what_was_saved_is_what_is_read_back_whatever_is_sent_to_its_place_later(desk: Desk) -> None:
    issued = issue(desk)
    upload(desk, issued, b"%PDF")
    record = desk.filled(quote_values(files=[{"id": issued.body["id"]}]))
    upload(desk, issued, b"else")
    url = desk.boss.get(f"/v1/records/{record['id']}/attachments/{issued.body['id']}").body["url"]
    (version,) = parse_qs(urlsplit(url).query)["versionId"]
    key = issued.body["upload"]["fields"]["key"]
    found = desk.company.cloud.boto("s3").get_object(Bucket="banli-test-files", Key=key, VersionId=version)
    assert found["Body"].read() == b"%PDF"


@pytest.mark.parametrize(
    ("changed", "path", "code"),
    [
        ({"name": "a.svg", "content_type": "image/svg+xml"}, "/name", "file_extension"),
        ({"name": "a.html", "content_type": "text/html"}, "/name", "file_extension"),
        ({"name": "a.rar", "content_type": "application/vnd.rar"}, "/name", "file_extension"),
        ({"name": "a.pdf.exe"}, "/name", "file_extension"),
        ({"name": "pdf"}, "/name", "file_without_extension"),
        ({"name": "a.png"}, "/content_type", "file_type"),
        ({"content_type": "text/html"}, "/content_type", "file_type"),
        ({"name": "a\r\n.pdf"}, "/name", "file_name"),
        ({"size": 21 * 1024 * 1024}, "/size", "file_size"),
        ({"name": "a.ofd"}, "/content_type", "file_type"),
        ({"name": "a.zip", "content_type": "application/x-zip-compressed"}, "/content_type", "file_type"),
        ({"field": "customer"}, "/field", "not_an_attachment_field"),
        ({"field": "lines"}, "/field", "not_an_attachment_field"),
        ({"field": "lines.product"}, "/field", "not_an_attachment_field"),
        ({"field": "lines.nothing"}, "/field", "not_an_attachment_field"),
        ({"field": "lines.files.x"}, "/field", "schema_format"),
    ],
)
def test_a_file_of_a_wrong_kind_is_not_issued(desk: Desk, changed: dict[str, Any], path: str, code: str) -> None:
    refused = issue(desk, **changed)
    assert (refused.status, codes(refused)) == (422, {path: code})


def test_a_client_cannot_say_where_a_file_lies(desk: Desk) -> None:
    for item in ({"id": "0" * 26, "key": "t/other/x"}, {"key": "x"}, "t/x", {"id": "../../x"}):
        refused = desk.fill(quote_values(files=[item]))
        assert refused.status == 422
    assert issue(desk, key="t/other").code == "invalid"


def test_what_was_not_uploaded_or_differs_is_refused(desk: Desk) -> None:
    issued = issue(desk)
    values = quote_values(files=[{"id": issued.body["id"]}])
    assert codes(desk.fill(values)) == {"/values/files/0": "attachment_not_uploaded"}
    upload(desk, issued, content=b"<html>")
    assert codes(desk.fill(values)) == {"/values/files/0": "attachment_differs"}
    upload(desk, issued, kind="text/html")
    assert codes(desk.fill(values)) == {"/values/files/0": "attachment_differs"}
    upload(desk, issued)
    assert desk.fill(values).status == 201


def test_an_upload_belongs_to_its_member_and_to_one_record(desk: Desk) -> None:
    issued = issue(desk)
    upload(desk, issued)
    values = quote_values(files=[{"id": issued.body["id"]}])
    colleague, _ = desk.company.join("li@east.example.cn")
    assert codes(desk.fill(values, by=colleague)) == {"/values/files/0": "attachment_unknown"}
    record = desk.filled(values)
    assert codes(desk.fill(values)) == {"/values/files/0": "attachment_unknown"}
    own = desk.filled(by=colleague)
    assert colleague.get(f"/v1/records/{own['id']}/attachments/{issued.body['id']}").status == 404
    assert colleague.get(f"/v1/records/{record['id']}/attachments/{issued.body['id']}").status == 404


def test_who_changes_all_records_may_add_files_to_them_without_filling_in_his_own(desk: Desk) -> None:
    checking = desk.company.boss.post("/v1/roles", {"name": "审核", "permissions": []}).body["id"]
    checker, _ = desk.company.join("check@east.example.cn", "小审", role_ids=[checking])
    nobody = {"roles": [desk.company.role("管理员")]}
    assert desk.republish(quote_definition(access={"submit": nobody})).status == 200
    assert issue(desk, by=checker).code == "form_submit_denied"
    access = {"submit": nobody, "edit_all": {"roles": [checking]}}
    assert desk.republish(quote_definition(access=access)).status == 200
    record = desk.filled()
    issued = issue(desk, by=checker)
    assert issued.status == 201, issued.body
    upload(desk, issued)
    changed = desk.change(record, by=checker, files=[{"id": issued.body["id"]}])
    assert changed.status == 200, changed.body
    assert changed.body["values"]["files"][0]["id"] == issued.body["id"]


def archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name in names:
            opened.writestr(name, b"x" * 200)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "kind", "content", "code"),
    [
        ("发票.ofd", "application/ofd", archive("OFD.xml", "Doc_0/Document.xml"), None),
        ("发票.xml", "application/xml", b"<EInvoice/>", None),
        ("资料.zip", "application/zip", archive("a/b.pdf"), None),
        ("发票.ofd", "application/ofd", archive("a.xml"), "file_content"),
        ("发票.xml", "application/xml", b"<!DOCTYPE a []><a/>", "file_xml_dtd"),
        ("资料.zip", "application/zip", archive("a.exe"), "file_archive_kind"),
        ("资料.zip", "application/zip", archive("../../a.pdf"), "file_archive_path"),
        ("资料.zip", "application/zip", archive("a.pdf")[:-9], "file_archive_broken"),
        ("a.pdf", "application/pdf", b"<html>", "file_content"),
    ],
)
def test_what_is_in_a_file_is_looked_at_before_a_record_holds_it(
    desk: Desk, name: str, kind: str, content: bytes, code: str | None
) -> None:
    issued = issue(desk, name=name, content_type=kind, size=len(content))
    assert issued.status == 201, issued.body
    upload(desk, issued, content, kind)
    answer = desk.fill(quote_values(files=[{"id": issued.body["id"]}]))
    if code:
        assert codes(answer) == {"/values/files/0": code}
        assert name in answer.body["errors"][0]["message"]
    else:
        assert answer.status == 201, answer.body
        file = answer.body["values"]["files"][0]["id"]
        url = desk.boss.get(f"/v1/records/{answer.body['id']}/attachments/{file}").body["url"]
        (served,) = parse_qs(urlsplit(url).query)["response-content-type"]
        assert served == "application/octet-stream"


class Receipts:
    """A form whose lines hold files, and its people's uploads for them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        fields = quote_fields()
        lines = next(each for each in fields if each["id"] == "lines")
        lines["options"]["columns"].append(field("receipts", "attachment", "发票", options={"max_files": 2}))
        assert desk.republish(quote_definition(fields=fields)).status == 200

    def file(self, name: str = "发票.pdf") -> dict[str, Any]:
        issued = issue(self.desk, field="lines.receipts", name=name)
        assert issued.status == 201, issued.body
        upload(self.desk, issued)
        return {"id": issued.body["id"]}

    def values(self, *rows: list[dict[str, Any]] | None) -> dict[str, Any]:
        line = quote_values()["lines"][0]
        return quote_values(lines=[line if files is None else {**line, "receipts": files} for files in rows])


@pytest.fixture
def receipts(desk: Desk) -> Receipts:
    return Receipts(desk)


def test_files_of_rows_are_saved_read_back_and_taken_as_they_were_given(desk: Desk, receipts: Receipts) -> None:
    first, second, third = (receipts.file(f"{number}.pdf") for number in range(3))
    record = desk.filled(receipts.values([first, second], None, [third]))
    rows = record["values"]["lines"]
    assert [[file["name"] for file in row.get("receipts", [])] for row in rows] == [["0.pdf", "1.pdf"], [], ["2.pdf"]]
    for file in (first, second, third):
        assert desk.boss.get(f"/v1/records/{record['id']}/attachments/{file['id']}").status == 200
    given = desk.change(record, lines=rows)
    assert given.status == 200, given.body
    assert given.body["values"]["lines"] == rows
    turned = desk.change(given.body, lines=[rows[2], rows[0]])
    assert turned.status == 200, turned.body
    assert turned.body["values"]["lines"] == [rows[2], rows[0]]
    history = desk.boss.get(f"/v1/records/{record['id']}/history").body["items"]
    assert "lines/0/receipts" in {change["field"] for change in history[0]["changes"]}
    removed = desk.change(turned.body, lines=[rows[0]])
    assert removed.status == 200
    assert desk.boss.get(f"/v1/records/{record['id']}/attachments/{third['id']}").status == 200


def test_a_file_in_a_row_is_refused_at_its_cell(desk: Desk, receipts: Receipts) -> None:
    other = issue(desk).body["id"]
    waiting = issue(desk, field="lines.receipts").body["id"]
    refused = desk.fill(receipts.values(None, [{"id": other}], [{"id": waiting}]))
    assert codes(refused) == {
        "/values/lines/1/receipts/0": "attachment_unknown",
        "/values/lines/2/receipts/0": "attachment_not_uploaded",
    }
    three = receipts.values([receipts.file(), receipts.file(), receipts.file()])
    assert codes(desk.fill(three)) == {"/values/lines/0/receipts": "too_many_files"}


def test_the_most_files_that_fit_one_save_are_saved(desk: Desk, receipts: Receipts) -> None:
    files = [receipts.file() for _ in range(41)]
    rows = [[file] for file in files]
    assert codes(desk.fill(receipts.values(*rows))) == {"/values/lines/0/receipts/0": "too_many_new_files"}
    record = desk.filled(receipts.values(*rows[:40]))
    added = desk.change(record, lines=[*record["values"]["lines"], *receipts.values(rows[40])["lines"]])
    assert added.status == 200, added.body
    assert len(added.body["values"]["lines"]) == 41


def test_a_required_column_of_files_asks_for_one_in_every_row(desk: Desk, receipts: Receipts) -> None:
    fields = quote_fields()
    lines = next(each for each in fields if each["id"] == "lines")
    lines["options"]["columns"].append(field("receipts", "attachment", "发票", required=True))
    assert desk.republish(quote_definition(fields=fields)).status == 200
    refused = desk.fill(receipts.values([receipts.file()], []))
    assert codes(refused) == {"/values/lines/1/receipts": "schema_required"}
