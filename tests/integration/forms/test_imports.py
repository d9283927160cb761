"""Files that are imported: what the preview says, what becomes records, who may, and that a row is imported once."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from chalicelib.forms.service import import_rows
from chalicelib.forms.wiring import imports as wiring

from ..conftest import Answer, Api
from ..directory.company import Company
from ..jobs.worker import work_off_jobs
from .linked import link
from .quote import CNY, Desk, codes, field

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {"choices": [{"value": "a", "name": {"zh-CN": "重点", "en": "Key"}}, {"value": "b", "name": "普通"}]}


def customer_form() -> dict[str, Any]:
    return {
        "name": "客户",
        "title": "{name}",
        "fields": [
            field("no", "serial", "编号", options={"template": "C{0000}"}, indexed=True),
            field("name", "text", "名称", required=True),
            field("code", "text", "客户代码", unique=True),
            field("kind", "choice", "级别", options=KINDS),
            field("since", "date", "合作日期"),
            field("credit", "money", "信用额度", options=CNY),
            field("owner", "member", "负责人"),
        ],
    }


def order_form(customers: str) -> dict[str, Any]:
    columns = [field("product", "text", "产品", required=True), field("quantity", "number", "数量")]
    return {
        "name": "订单",
        "title": "{order}",
        "list": ["order", "customer"],
        "fields": [
            field("order", "text", "单号", unique=True, required=True),
            link("customer", customers),
            field("lines", "lines", "明细", options={"columns": columns}),
        ],
    }


def workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def sent(desk: Desk, content: bytes, name: str = "客户.xlsx", by: Api | None = None) -> str:
    """The id of an uploaded file."""
    kind = "text/csv" if name.endswith(".csv") else XLSX
    issued = (by or desk.boss).post("/v1/spreadsheets", {"name": name, "content_type": kind, "size": len(content)})
    assert issued.status == 201, issued.body
    key = issued.body["upload"]["fields"]["key"]
    desk.company.cloud.boto("s3").put_object(Bucket="banli-test-files", Key=key, Body=content, ContentType=kind)
    return str(issued.body["id"])


def prepared(desk: Desk, content: bytes, name: str = "客户.xlsx", by: Api | None = None) -> str:
    """The path of an import of the file."""
    answer = (by or desk.boss).post(f"/v1/forms/{desk.form_id}/imports", {"upload_id": sent(desk, content, name, by)})
    assert answer.status == 201, answer.body
    return f"/v1/forms/{desk.form_id}/imports/{answer.body['id']}"


def checked(desk: Desk, path: str, by: Api | None = None, **choices: Any) -> dict[str, Any]:
    answer = (by or desk.boss).post(f"{path}/check", choices)
    assert answer.status == 200, answer.body
    return dict(answer.body)


def started(desk: Desk, path: str, by: Api | None = None, **choices: Any) -> Answer:
    found = checked(desk, path, by, **{name: each for name, each in choices.items() if name != "faulty"})
    told = {"mode": "create", **choices, "mapping": found["mapping"]}
    return (by or desk.boss).post(f"{path}/start", {**told, "sheet": found["sheet"], "head": found["head"]})


def imported(desk: Desk, path: str, **choices: Any) -> dict[str, Any]:
    answer = started(desk, path, **choices)
    assert answer.status == 200, answer.body
    work_off_jobs(desk.company.cloud)
    return dict(desk.boss.get(f"/v1/jobs/{answer.body['job_id']}").body)


def records_of(desk: Desk, by: Api | None = None) -> list[dict[str, Any]]:
    ids = [card["id"] for card in desk.listed("?limit=100", by).body["items"]]
    return [desk.boss.get(f"/v1/records/{each}").body for each in reversed(ids)]


def errors_of(desk: Desk, path: str) -> list[list[Any]]:
    """The rows of the workbook of what was not imported."""
    import_id = path.rpartition("/")[2]
    assert desk.boss.get(f"{path}/errors").body["url"].startswith("http")
    key = f"t/{desk.company.id}/imports/{import_id}/errors"
    content = desk.company.cloud.boto("s3").get_object(Bucket="banli-test-files", Key=key)["Body"].read()
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows()]


@pytest.fixture
def customers(company: Company) -> Desk:
    return Desk.open(company, customer_form())


HEAD = ["名称", "客户代码", "级别", "合作日期", "信用额度", "负责人"]


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_a_list_with_the_usual_sins_is_imported_and_its_faulty_rows_come_back(customers: Desk) -> None:
    content = workbook(
        ["客户一览"],
        [],
        HEAD,
        ["华东阀门", "A1", "重点", date(2026, 3, 1), 1200.5, "王总"],
        [],
        ["北方泵业", "A2", "普通", "2026年3月2日", "￥3,400.00", "boss@east.example.cn"],
        ["南方管道", "A1", "重点", "2026/13/1", 10, None],
        ["西部钢构", "A4", "一般", None, "十万", "无此人"],
    )
    path = prepared(customers, content)
    found = checked(customers, path)
    assert (found["head"], list(found["mapping"].values())) == (3, ["name", "code", "kind", "since", "credit", "owner"])
    assert found["counts"] == {"records": 4, "checked": 4, "faulty": 2, "complete": True}
    faults = {each["cell"]: each["code"] for row in found["preview"] for each in row["faults"]}
    assert faults == {"D7": "no_such_date", "C8": "not_a_choice", "E8": "not_a_number", "F8": "named_nobody"}
    job = imported(customers, path)
    assert (job["state"], job["done"], job["failed"]) == ("done", 2, 2)
    first, second = records_of(customers)
    assert (first["serial"], second["serial"]) == ("C0001", "C0002")
    assert first["values"] == {
        "no": "C0001",
        "name": "华东阀门",
        "code": "A1",
        "kind": "a",
        "since": "2026-03-01",
        "credit": "1200.50",
        "owner": customers.company.boss_id,
    }
    assert (second["values"]["since"], second["values"]["credit"]) == ("2026-03-02", "3400.00")
    assert first["created_by"] == customers.company.boss_id
    head, *rows = errors_of(customers, path)
    assert head[:-1] == HEAD
    assert [row[0] for row in rows] == ["南方管道", "西部钢构"]
    assert rows[0][-1].startswith("D7")
    assert customers.boss.get(path).body["state"] == "ended"


def test_a_value_that_is_taken_is_told_before_and_refused_in_the_job(customers: Desk) -> None:
    customers.filled({"name": "旧", "code": "A1"})
    path = prepared(customers, workbook(["名称", "客户代码"], ["一", "A1"], ["二", "A2"], ["三", "a2"]))
    found = checked(customers, path)
    assert [each["code"] for row in found["preview"] for each in row["faults"]] == ["value_taken", "import_repeated"]
    job = imported(customers, path)
    assert (job["done"], job["failed"]) == (1, 2)


def test_records_are_updated_and_new_ones_made_by_a_key(customers: Desk) -> None:
    old = customers.filled({"name": "旧", "code": "A1", "kind": "b"})
    path = prepared(customers, workbook(["名称", "客户代码"], ["新名", "A1"], ["另一", "A2"]))
    assert imported(customers, path, mode="upsert")["done"] == 2
    changed, made = records_of(customers)
    assert (changed["id"], changed["version"]) == (old["id"], 2)
    assert {name: changed["values"][name] for name in ("name", "kind")} == {"name": "新名", "kind": "b"}
    assert made["values"]["code"] == "A2"
    path = prepared(customers, workbook(["编号", "名称"], ["C0002", "又改"], ["C0009", "没有"]))
    job = imported(customers, path, mode="update", key="no")
    assert (job["done"], job["failed"]) == (1, 1)
    assert records_of(customers)[1]["values"]["name"] == "又改"


def test_lines_belong_to_the_record_above_and_links_are_found_by_title(company: Company, customers: Desk) -> None:
    one = customers.filled({"name": "华东阀门", "code": "A1"})
    customers.filled({"name": "同名", "code": "A2"})
    customers.filled({"name": "同名", "code": "A3"})
    orders = Desk.open(company, order_form(customers.form_id))
    content = workbook(
        ["单号", "customer", "产品", "数量"],
        ["D1", "华东阀门", "球阀", 10],
        [None, None, "闸阀", 2],
        ["D2", "A1", "蝶阀", 1],
        ["D2", "A1", "截止阀", 3],
        ["D3", "同名", "球阀", 1],
    )
    path = prepared(orders, content)
    found = checked(orders, path)
    assert [each["code"] for row in found["preview"] for each in row["faults"]] == ["named_several"]
    assert imported(orders, path)["done"] == 2
    first, second = records_of(orders)
    assert [row["quantity"] for row in first["values"]["lines"]] == ["10", "2"]
    assert [row["product"] for row in second["values"]["lines"]] == ["蝶阀", "截止阀"]
    assert (first["values"]["customer"], second["values"]["customer"]) == (one["id"], one["id"])


def test_an_import_that_is_stopped_and_begun_again_makes_each_record_once(
    customers: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_rows, "PART", 4)
    path = prepared(customers, workbook(["名称"], *([f"客户{number:02d}"] for number in range(10))))
    job_id = started(customers, path).body["job_id"]
    act, acted = wiring.rows().act, []

    def dies(*given: Any) -> None:
        acted.append(given[2])
        if len(acted) == 6:
            customers.boss.post(f"/v1/jobs/{job_id}/stop")
        act(*given)

    monkeypatch.setattr(wiring.rows(), "act", dies)
    work_off_jobs(customers.company.cloud)
    halfway = customers.boss.get(f"/v1/jobs/{job_id}").body
    assert (halfway["state"], halfway["done"], len(records_of(customers))) == ("stopped", 5, 5)
    assert customers.boss.post(f"/v1/jobs/{job_id}/resume").status == 200
    work_off_jobs(customers.company.cloud)
    assert customers.boss.get(f"/v1/jobs/{job_id}").body["done"] == 10
    assert [each["values"]["name"] for each in records_of(customers)] == [f"客户{number:02d}" for number in range(10)]
    assert customers.boss.post(f"{path}/start", {"mapping": {"0": "name"}, "mode": "create"}).code == "import_started"


def test_the_first_faulty_row_ends_an_import_if_that_was_chosen(customers: Desk) -> None:
    path = prepared(customers, "名称,合作日期\n一,2026-01-01\n二,明天\n三,\n".encode("gbk"), "客户.csv")
    job = imported(customers, path, faulty="stop")
    assert (job["state"], job["done"], job["failed"]) == ("done", 1, 1)
    assert customers.boss.get(path).body["halted"]["code"] == "import_halted_faulty"


def test_who_may_import(customers: Desk, company: Company) -> None:
    colleague, _ = company.join("li@east.example.cn")
    content = workbook(["名称"], ["甲"])
    upload = sent(customers, content)
    assert colleague.post(f"/v1/forms/{customers.form_id}/imports", {"upload_id": upload}).status == 404
    own = prepared(customers, content)
    assert colleague.get(own).status == 404
    assert colleague.get(f"{own}/errors").status == 404
    assert colleague.post(f"{own}/check", {}).status == 404
    theirs = prepared(customers, content, by=colleague)
    assert started(customers, theirs, colleague).status == 200
    work_off_jobs(company.cloud)
    assert [card["values"]["name"] for card in customers.listed("", colleague).body["items"]] == ["甲"]
    nobody = {"id": "own", "rows": "own", "audience": "everyone", "actions": ["edit"]}
    assert customers.republish({**customer_form(), "access": {"groups": [nobody]}}).status == 200
    refused = colleague.post(
        f"/v1/forms/{customers.form_id}/imports", {"upload_id": sent(customers, content, by=colleague)}
    )
    assert (refused.status, refused.code) == (403, "import_denied")
    assert colleague.get(f"/v1/forms/{customers.form_id}/import-template").status == 403
    assert customers.boss.get(f"/v1/forms/{customers.form_id}/import-template").status == 200


def test_what_is_no_spreadsheet_or_a_wrong_choice_is_refused_with_words(customers: Desk) -> None:
    refused = customers.boss.post("/v1/spreadsheets", {"name": "a.pdf", "content_type": "application/pdf", "size": 9})
    assert (refused.status, codes(refused)) == (422, {"/name": "file_extension"})
    path = prepared(customers, b"PK\x03\x04 no workbook")
    assert customers.boss.post(f"{path}/check", {}).code == "spreadsheet_unreadable"
    path = prepared(customers, workbook(["名称"], ["甲"]))
    wrong = customers.boss.post(f"{path}/start", {"mapping": {"0": "no"}, "mode": "update", "key": "name"})
    assert codes(wrong) == {"/mapping/0": "import_field", "/key": "import_key_choice"}


def test_a_form_is_suggested_by_what_stands_in_a_file(customers: Desk) -> None:
    rows = [
        [f"客户{each}", f"1380013800{each}", "是" if each % 2 else "否", each * 1.5, date(2026, 1, 1 + each)]
        for each in range(8)
    ]
    upload = sent(customers, workbook(["名称", "电话", "开票", "金额", "日期"], *rows))
    found = customers.boss.post("/v1/spreadsheets/read", {"upload_id": upload})
    assert found.status == 200, found.body
    assert [each["field"]["type"] for each in found.body["columns"]] == ["text", "phone", "choice", "money", "date"]
