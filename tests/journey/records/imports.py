"""The clerk's old customer list, with the usual sins: checked, imported, corrected, and imported again."""

import io
from decimal import Decimal
from typing import Any

import openpyxl
import requests

from tools.client import Browser, apps
from tools.client.apps import File

from ..checks import refused, same
from ..story import Story

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS, GOOD = 60, 57
CREDIT = Decimal(30 * 1000 + 27 * 2000)
"""Of the 57 good rows: every odd one has 1,000, every even one 2,000, and the three faulty ones are even."""


def field(identity: str, kind: str, name: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "type": kind, "name": name, **more}


def old_list() -> bytes:
    """A title above the head, a blank row, dates and amounts in several ways of writing, and three faults."""
    rows: list[list[Any]] = [["老客户名单"], [], ["客户 名称", "客户编号", "级别", "开户日期", "信用额度(元)"]]
    for number in range(1, ROWS + 1):
        day = f"2026年{number % 12 + 1}月3日" if number % 2 else f"2026/{number % 12 + 1}/3"
        credit: Any = "￥1,000.00" if number % 2 else 2000
        rows.append([f"客户{number:02d}", f"K{number:03d}", "重点" if number % 3 else "普通", day, credit])
        if number == 30:
            rows.append([])
    rows[3 + 19][3] = "2026/2/30"
    rows[3 + 1 + 39][0] = None
    rows[3 + 1 + 59][1] = "K001"
    return saved(rows)


def saved(rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def sent(by: Browser, content: bytes) -> str:
    asked = {"name": "老客户.xlsx", "content_type": XLSX, "size": len(content)}
    issued = by.post("/v1/spreadsheets", asked).expect(201).body
    status = apps.send_file(issued["upload"], File("老客户.xlsx", XLSX, content))
    same("the file is taken", True, status < 300)
    return str(issued["id"])


def prepared(by: Browser, form_id: str, content: bytes) -> str:
    made = by.post(f"/v1/forms/{form_id}/imports", {"upload_id": sent(by, content)}).expect(201).body
    return f"/v1/forms/{form_id}/imports/{made['id']}"


def imported(story: Story, by: Browser, path: str, found: dict[str, Any]) -> dict[str, Any]:
    chosen = {name: found[name] for name in ("sheet", "head", "mapping", "mode")}
    job = f"/v1/jobs/{by.post(f'{path}/start', chosen).expect(200).body['job_id']}"
    story.wait_until("the import to end", lambda: by.get(job).body["state"] == "done", seconds=180)
    return dict(by.get(job).body)


def tell(story: Story) -> None:
    steps, admin = story.steps, story.company.admin.browser
    with steps.step("a customer form takes an old list: head, columns and faults are found before anything is saved"):
        kinds = {"choices": [{"value": "a", "name": "重点"}, {"value": "b", "name": "普通"}]}
        form_id = apps.publish_form(
            admin,
            {
                "name": "老客户",
                "title": "{name}",
                "fields": [
                    field("name", "text", "客户名称", required=True),
                    field("code", "text", "客户编号", unique=True),
                    field("kind", "choice", "级别", options=kinds),
                    field("since", "date", "开户日期"),
                    field("credit", "money", "信用额度(元)", options={"currency": "CNY"}),
                ],
            },
        )
        path = prepared(admin, form_id, old_list())
        found = admin.ask("POST", f"{path}/check", {}).expect(200).body
        same("row of the head", 3, found["head"])
        same("fields", ["name", "code", "kind", "since", "credit"], list(found["mapping"].values()))
        same("counts", {"records": ROWS, "checked": ROWS, "faulty": ROWS - GOOD, "complete": True}, found["counts"])
        faults = [(each["cell"], each["code"]) for row in found["preview"] for each in row["faults"]]
        same("faults", [("D23", "no_such_date"), ("A44", "schema_required"), ("B64", "import_repeated")], faults)
    with steps.step("the good rows are imported with their figures, the others come back with the reason"):
        job = imported(story, admin, path, found)
        same("imported and not", (GOOD, ROWS - GOOD), (job["done"], job["failed"]))
        cards = list(admin.every(f"/v1/forms/{form_id}/records"))
        same("records", GOOD, len(cards))
        same("credit", CREDIT, sum(Decimal(card["values"]["credit"]) for card in cards))
        reply = requests.get(admin.get(f"{path}/errors").body["url"], timeout=30)
        head, *rows = ([cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(reply.content)).active)
        same("rows that came back", ["客户20", None, "客户60"], [row[0] for row in rows])
    with steps.step("corrected, the file of faulty rows is imported, and every customer is there once"):
        rows[0][3], rows[1][0], rows[2][1] = "2026/2/28", "客户40", "K060"
        again = prepared(admin, form_id, saved([head, *rows]))
        checked = admin.ask("POST", f"{again}/check", {}).expect(200).body
        same("faults left", 0, checked["counts"]["faulty"])
        same("imported", 3, imported(story, admin, again, checked)["done"])
        names = sorted(card["title"] for card in admin.every(f"/v1/forms/{form_id}/records"))
        same("customers", [f"客户{number:02d}" for number in range(1, ROWS + 1)], names)
        refused(admin.ask("POST", f"{path}/start", {"mapping": {"0": "name"}, "mode": "create"}), 409, "import_started")
    with steps.step("what only claims to be a workbook is refused"):
        broken = prepared(admin, form_id, b"PK\x03\x04 no workbook")
        refused(admin.ask("POST", f"{broken}/check", {}), 422, "spreadsheet_unreadable")
