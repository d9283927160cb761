"""Files: what may be uploaded, what a record may name, who may read it back."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from ..conftest import Answer, Api
from .quote import Desk, codes, quote_definition, quote_values

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
        ({"name": "a.zip", "content_type": "application/zip"}, "/name", "file_extension"),
        ({"name": "a.pdf.exe"}, "/name", "file_extension"),
        ({"name": "pdf"}, "/name", "file_without_extension"),
        ({"name": "a.png"}, "/content_type", "file_type"),
        ({"content_type": "text/html"}, "/content_type", "file_type"),
        ({"name": "a\r\n.pdf"}, "/name", "file_name"),
        ({"size": 21 * 1024 * 1024}, "/size", "file_size"),
        ({"field": "customer"}, "/field", "not_an_attachment_field"),
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
