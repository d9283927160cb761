"""Exports over the API: the file read back by another library, rights, and a job that is killed."""

import csv
import io
from datetime import datetime
from typing import Any

import boto3
import openpyxl
import pytest

from chalicelib.aws import blobs
from chalicelib.aws.settings import setting
from chalicelib.forms.service import exports as made

from ..conftest import Answer, Api
from ..directory.company import Company
from ..jobs.worker import deliver, messages, work_off_jobs
from .quote import CNY, Desk, codes, field
from .test_groups import Shop

KINDS = {"choices": [{"value": "a", "name": {"zh-CN": "差旅", "en": "Travel"}}]}
ITEMS = [field("what", "text", "事项"), field("price", "money", "金额", options=CNY)]
FIELDS = [
    field("name", "text", "名称", indexed=True),
    field("kind", "choice", "类别", options=KINDS),
    field("amount", "money", "金额", options=CNY),
    field("dollars", "money", "外币", options={"currency": "USD"}),
    field("rate", "percent", "税率"),
    field("paid", "date", "付款日"),
    field("at", "datetime", "时刻"),
    field("who", "member", "经办人"),
    field("items", "lines", "明细", options={"columns": ITEMS}),
    field("next", "link", "关联", options={"forms": ["@self"]}),
]
NASTY = ["=1+1", "@SUM(A1)", "+86 138", "＝1", "110101199003077758", "007", "-5", "<&>"]


def definition(form_id: str = "") -> dict[str, Any]:
    fields = [each for each in FIELDS if form_id or each["type"] != "link"]
    fields = [{**each, "options": {"forms": [form_id]}} if each["type"] == "link" else each for each in fields]
    return {"name": "报销/单", "fields": fields, "title": "{name}", "list": ["name", "amount"]}


@pytest.fixture
def claims(company: Company) -> Desk:
    desk = Desk.open(company, definition())
    assert desk.republish(definition(desk.form_id)).status == 200
    return desk


def asked(desk: Desk, by: Api | None = None, **body: Any) -> Answer:
    path = f"/v1/forms/{desk.form_id}/exports"
    return (by or desk.boss).post(path, {"format": "xlsx", "language": "zh-CN", **body})


def exported(desk: Desk, by: Api | None = None, **body: Any) -> bytes:
    """The bytes of the file, as the bucket has them."""
    answer = asked(desk, by, **body)
    assert answer.status == 202, answer.body
    work_off_jobs(desk.company.cloud)
    told = (by or desk.boss).get(f"/v1/exports/{answer.body['id']}").body
    assert told["state"] == "done", told
    return content(desk, answer.body["id"])


def content(desk: Desk, export_id: str) -> bytes:
    stored = boto3.client("s3").get_object(
        Bucket=setting("BANLI_BUCKET"), Key=f"t/{desk.company.id}/exports/{export_id}/file"
    )
    found: bytes = stored["Body"].read()
    return found


def table(file: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(file)).active
    assert sheet is not None
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_cells_have_the_types_of_their_fields(claims: Desk) -> None:
    values = {"name": "一", "kind": "a", "amount": "12.30", "dollars": "7", "rate": "0.105", "paid": "2026-03-01"}
    me = claims.boss.get("/v1/me").body
    first = claims.filled({**values, "at": "2026-03-01T16:30:00Z", "who": me["id"]})
    claims.filled({"name": "二", "next": first["id"]})
    columns = ["@title", "kind", "amount", "dollars", "rate", "paid", "at", "who", "next", "@state"]
    head, second, one = table(exported(claims, fields=columns))
    assert head == ["标题", "类别", "金额", "外币（USD）", "税率", "付款日", "时刻", "经办人", "关联", "状态"]
    day, moment = datetime.fromisoformat("2026-03-01"), datetime.fromisoformat("2026-03-02T00:30")
    assert one == ["一", "差旅", 12.3, 7, 0.105, day, moment, me["name"], None, "已保存"]
    assert second[8] == "一"
    sheet = openpyxl.load_workbook(io.BytesIO(exported(claims, fields=columns))).active
    assert sheet is not None
    assert sheet.title == "报销 单"
    assert [sheet.cell(3, at).number_format for at in (1, 3, 5, 6)] == ["@", "#,##0.00", "0.00%", "yyyy-mm-dd"]


def test_text_stays_text_and_is_never_a_formula(claims: Desk) -> None:
    for text in NASTY:
        claims.filled({"name": text, "amount": "-5"})
    rows = table(exported(claims, fields=["name", "amount"], sort=["@created_at"]))
    assert [row[0] for row in rows[1:]] == NASTY
    assert {row[1] for row in rows[1:]} == {-5}
    file = exported(claims, fields=["name", "amount"], sort=["@created_at"], format="csv").decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(file, newline="")))
    assert lines[1:6] == [["'=1+1", "-5.00"], ["'@SUM(A1)", "-5.00"], ["'+86 138", "-5.00"], ["'＝1", "-5.00"],
                          ["110101199003077758", "-5.00"]]  # fmt: skip


def test_rows_of_a_record_repeat_what_is_above_them(claims: Desk) -> None:
    claims.filled({"name": "一", "items": [{"what": "车票", "price": "1"}, {"what": "住宿", "price": "2"}]})
    claims.filled({"name": "二"})
    rows = table(exported(claims, fields=["name", "items"], lines="items"))
    assert rows == [["名称", "事项", "金额"], ["二", None, None], ["一", "车票", 1], ["一", "住宿", 2]]


def test_only_what_may_be_taken_out_is_in_the_file(company: Company) -> None:
    shop = Shop(company)
    own: dict[str, Any] = {"id": "own", "audience": "everyone", "rows": "own", "actions": ["edit", "export"]}
    shared: dict[str, Any] = {"id": "shared", "audience": "everyone", "rows": "shared"}
    own["fields"] = shared["fields"] = {"cost": "hidden"}
    team: dict[str, Any] = {"id": "team", "audience": "everyone", "rows": "department_and_below"}
    team["fields"] = {"phone": "masked", "cost": "hidden"}
    assert shop.publish([own, shared, team]).status == 200
    for by in (shop.li, shop.lead, shop.other):
        shop.filled(by, phone="13812341234")
    desk = Desk(company, shop.form)
    assert codes(asked(desk, shop.lead, fields=["cost", "gone"])) == {
        "/fields/0": "query_field",
        "/fields/1": "query_field",
    }
    assert len(table(exported(desk, shop.lead, fields=["phone"]))) == 2
    started = asked(desk, shop.lead, fields=["phone"]).body["id"]
    assert shop.other.get(f"/v1/exports/{started}").status == 404
    assert shop.lead.get(f"/v1/exports/{started}/file").status == 404
    work_off_jobs(company.cloud)
    told = shop.lead.get(f"/v1/exports/{started}").body
    assert (told["records"], told["withheld"], told["state"]) == (1, 1, "done")
    assert shop.lead.get(f"/v1/exports/{started}/file").body["url"]
    assert shop.boss.get(f"/v1/exports/{started}/file").status == 404
    job = shop.lead.get(f"/v1/jobs/{started}").body
    assert job["file"] == f"/v1/exports/{started}/file"
    assert shop.publish([{**own, "actions": []}, shared, team]).status == 200
    refused = asked(desk, shop.lead)
    assert (refused.status, refused.code) == (403, "export_denied")
    assert shop.lead.get(f"/v1/forms/{shop.form}/published").body["can_export"] is False


def test_a_job_that_is_killed_goes_on_where_it_was(claims: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "PAGE", 2)
    names = [f"客户{number}" for number in range(7)]
    for name in names:
        claims.filled({"name": name})
    export_id = asked(claims, fields=["name"], sort=["@created_at"]).body["id"]
    write, calls = blobs.write, []

    def dying(*args: Any) -> str:
        calls.append(args[1])
        version = write(*args)
        if len(calls) in (2, 5):
            raise MemoryError  # the process is gone between the bucket and the table
        return version

    monkeypatch.setattr(blobs, "write", dying)
    while claims.boss.get(f"/v1/jobs/{export_id}").body["state"] != "done":
        deliver(messages(claims.company.cloud)[-1])
    assert [row[0] for row in table(content(claims, export_id))] == ["名称", *names]
    assert claims.boss.get(f"/v1/exports/{export_id}").body["records"] == 7
    assert len(calls) == 7


def test_a_form_that_is_published_anew_ends_the_export_with_the_reason(claims: Desk) -> None:
    claims.filled({"name": "一"})
    export_id = asked(claims).body["id"]
    assert claims.republish({**definition(claims.form_id), "list": ["name"]}).status == 200
    work_off_jobs(claims.company.cloud)
    told = claims.boss.get(f"/v1/exports/{export_id}").body
    assert (told["state"], "anew" in told["reason"]) == ("failed", True)


def test_days_before_spreadsheets_count_them_are_text(claims: Desk) -> None:
    claims.filled({"name": "一", "paid": "1899-05-04"})
    assert table(exported(claims, fields=["paid"]))[1] == ["1899-05-04"]
