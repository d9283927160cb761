"""Bad input. Each is refused with a code, words in the asked language and the path of the field, and
nothing is lost by it.
"""

import re
from typing import Any

from tools.client import Answer, Browser, apps

from ..checks import refused, same
from ..story import Story

BUILDS_ON = ("building",)

HAN = re.compile(r"[\u4e00-\u9fff]")
RARE = "𬭎喆（𠮷野家）🦞 Zoë"
"""Beyond the first plane, an emoji, a combining name: what people are really called."""

FIELDS: list[dict[str, Any]] = [
    {"id": "subject", "type": "text", "name": {"zh-CN": "主题", "en": "Subject"}, "required": True},
    {"id": "day", "type": "date", "name": {"zh-CN": "日期", "en": "Day"}},
    {"id": "amount", "type": "money", "name": {"zh-CN": "金额", "en": "Amount"}, "options": {"currency": "CNY"}},
    {
        "id": "scan",
        "type": "attachment",
        "name": {"zh-CN": "扫描件", "en": "Scan"},
        "options": {"extensions": ["pdf", "png"]},
    },
    {
        "id": "lines",
        "type": "lines",
        "name": {"zh-CN": "明细", "en": "Lines"},
        "options": {
            "columns": [{"id": "cost", "type": "money", "name": "cost", "options": {"currency": "CNY"}}],
        },
    },
    {
        "id": "sum",
        "type": "formula",
        "name": {"zh-CN": "合计", "en": "Sum"},
        "options": {"expression": "SUM(lines.cost)", "result": "money", "currency": "CNY"},
    },
    *({"id": f"note_{number}", "type": "long_text", "name": f"Note {number}"} for number in range(30)),
]
EXPENSE = {"name": {"zh-CN": "费用单", "en": "Expense"}, "fields": FIELDS}
CYCLE = {
    "name": "循环",
    "fields": [
        {"id": "a", "type": "formula", "name": "a", "options": {"expression": "b + 1", "result": "number"}},
        {"id": "b", "type": "formula", "name": "b", "options": {"expression": "a + 1", "result": "number"}},
    ],
}


def tell(story: Story) -> None:
    steps, admin = story.steps, story.company.admin.browser
    steps.chapter("Bad input")
    with steps.step("a formula with a cycle keeps its form from being published"):
        _check_cycle(admin)
    with steps.step("a form for what follows"):
        form_id = apps.publish_form(admin, EXPENSE)
    with steps.step("a flow with an unreachable node, or with no approver for anyone"):
        _check_flows(story, form_id)
    for title, values, path, code in _VALUES:
        with steps.step(f"{title}: {code} in both languages"):
            _check_value(story, form_id, values, path, code)
    with steps.step("0.1 + 0.2 is 0.30"):
        costs = {"subject": "x", "lines": [{"cost": 0.1}, {"cost": "0.2"}]}
        same("sum", "0.30", _create(admin, form_id, costs).expect(201).body["values"]["sum"])
    with steps.step("emoji and 生僻字 come back as they were"):
        _check_names(story, form_id)
    with steps.step("a body of 10 MB, a record over 400 KB"):
        _check_size(story, form_id)
    with steps.step("files of a wrong type"):
        _check_files(story, form_id)
    with steps.step("two editors of one form; a stale If-Match on a record"):
        _check_editors(story, form_id)
    with steps.step("webhooks into the private network"):
        _check_webhooks(story)


_VALUES: tuple[tuple[str, dict[str, Any], str, str], ...] = (
    ("a date that does not exist", {"day": "2027-02-29"}, "/values/day", "no_such_date"),
    ("a full-width digit", {"amount": "１２.50"}, "/values/amount", "full_width_digits"),
    ("half a cent", {"amount": "0.125"}, "/values/amount", "money_scale"),
    ("nothing where something must be", {"subject": ""}, "/values/subject", "schema_required"),
    ("a cell in the second row", {"lines": [{"cost": "1"}, {"cost": "x"}]}, "/values/lines/1/cost", "not_a_number"),
)


def _create(browser: Browser, form_id: str, values: dict[str, Any]) -> Answer:
    return browser.ask("POST", f"/v1/forms/{form_id}/records", {"values": values})


def _count(browser: Browser, form_id: str) -> int:
    return len(list(browser.every(f"/v1/forms/{form_id}/records")))


def _check_cycle(admin: Browser) -> None:
    draft = admin.post("/v1/forms", CYCLE).expect(201)
    path = f"/v1/forms/{draft.body['id']}"
    answer = apps.publish(admin, path, draft.version)
    refused(answer, 422, "form_invalid")
    refused(answer, 422, "formula_cycle", answer.body["errors"][0]["path"])
    same("the draft", draft.body["definition"], admin.get(path).body["definition"])
    admin.ask("GET", f"{path}/published").expect(404, 409)


def _check_flows(story: Story, form_id: str) -> None:
    admin = story.company.admin.browser
    someone = {"type": "approve", "id": "a", "name": "审批", "mode": "any", "approvers": [{"type": "manager"}]}
    end = {"type": "end", "id": "e", "name": "结束", "outcome": "approved"}
    role = admin.post("/v1/roles", {"name": "没有人的角色", "permissions": []}).body["id"]
    nobody = {**someone, "id": "n", "approvers": [{"type": "role", "role": role}]}
    for steps, path, code in (
        ([end, someone], "/steps/1", "node_unreachable"),
        ([nobody], "/steps/0/approvers", "approver_missing"),
    ):
        draft = admin.post("/v1/flows", {"form_id": form_id, "name": "试验", "steps": steps}).expect(201)
        answer = apps.publish(admin, f"/v1/flows/{draft.body['id']}", draft.version)
        refused(answer, 422, "flow_definition_invalid")
        refused(answer, 422, code, path)
    same("the form's flow", "", admin.get(f"/v1/forms/{form_id}/published").body["flow_id"])


def _check_value(story: Story, form_id: str, values: dict[str, Any], path: str, code: str) -> None:
    """Refused in Chinese and in English, and no record is there afterwards that was not there before."""
    sales = story.company.people["sales"].browser
    before = _count(sales, form_id)
    for language in ("zh-CN", "en"):
        body = {"values": {"subject": "x", **values}}
        answer = sales.ask("POST", f"/v1/forms/{form_id}/records", body, headers={"Accept-Language": language})
        refused(answer, 422, code, path)
        message = next(error["message"] for error in answer.body["errors"] if error["path"] == path)
        same(f"{code}: words in {language}", language == "zh-CN", bool(HAN.search(message)))
    same("records", before, _count(sales, form_id))


def _check_names(story: Story, form_id: str) -> None:
    sales = story.company.people["sales"].browser
    record = _create(sales, form_id, {"subject": RARE}).expect(201).body
    same("subject", RARE, sales.get(f"/v1/records/{record['id']}").body["values"]["subject"])
    position = story.company.admin.browser.post("/v1/positions", {"name": RARE}).body
    listed = {each["id"]: each["name"] for each in sales.every("/v1/positions")}
    same("position", RARE, listed[position["id"]])


def _check_size(story: Story, form_id: str) -> None:
    sales = story.company.people["sales"].browser
    before = _count(sales, form_id)
    raw = b'{"values": {"subject": "' + b"x" * 10_000_000 + b'"}}'
    huge = sales.ask("POST", f"/v1/forms/{form_id}/records", raw=raw)
    refused(huge, 413, "too_large")
    large = {"subject": "x"} | {f"note_{number}": "x" * 20_000 for number in range(30)}
    refused(_create(sales, form_id, large), 413, "too_large")
    same("records", before, _count(sales, form_id))


def _check_files(story: Story, form_id: str) -> None:
    sales = story.company.people["sales"].browser
    path = f"/v1/forms/{form_id}/attachments"
    page = apps.File("a.pdf", "application/pdf", b"%PDF-1.4")
    for wrong, where, code in (
        ({"name": "a.exe"}, "/name", "file_extension"),
        ({"name": "a.html", "content_type": "text/html"}, "/name", "file_extension"),
        ({"name": "a.png"}, "/content_type", "file_type"),
        ({"size": 30_000_000}, "/size", "file_size"),
    ):
        refused(sales.ask("POST", path, {"field": "scan", **page.announced, **wrong}), 422, code, where)
    issued = sales.post(path, {"field": "scan", **page.announced}).body
    disguised = {**issued["upload"], "fields": {**issued["upload"]["fields"], "Content-Type": "text/html"}}
    status = apps.send_file(disguised, apps.File("a.pdf", "text/html", b"<script>alert(1)</script>"))
    answer = _create(sales, form_id, {"subject": "x", "scan": [{"id": issued["id"]}]})
    refused(answer, 422, "attachment_differs" if status < 300 else "attachment_not_uploaded", "/values/scan/0")


def _check_editors(story: Story, form_id: str) -> None:
    admin = story.company.admin.browser
    path = f"/v1/forms/{form_id}"
    opened = admin.get(path)
    second = {**EXPENSE, "description": "第二位编辑"}
    admin.put(path, second, opened.version)
    refused(admin.ask("PUT", path, EXPENSE, headers={"If-Match": f'"{opened.version}"'}), 412, "stale")
    same("the second editor's draft", "第二位编辑", admin.get(path).body["definition"]["description"])
    record = _create(admin, form_id, {"subject": "one"}).expect(201)
    place = f"/v1/records/{record.body['id']}"
    admin.put(place, {"values": {"subject": "two"}}, record.version)
    late = admin.ask("PUT", place, {"values": {"subject": "three"}}, headers={"If-Match": f'"{record.version}"'})
    refused(late, 412, "stale")
    refused(admin.ask("PUT", place, {"values": {"subject": "four"}}), 428, "if_match_missing")
    same("subject", "two", admin.get(place).body["values"]["subject"])


def _check_webhooks(story: Story) -> None:
    admin = story.company.admin.browser
    before = len(list(admin.every("/v1/webhooks")))
    for url, code in (
        ("https://169.254.169.254/latest/meta-data", "url_address"),
        ("https://[::ffff:169.254.169.254]/", "url_address"),
        ("https://[64:ff9b::a9fe:a9fe]/", "url_address"),
        ("https://10.0.0.1/", "url_address"),
        ("https://erp.inside.example/", "url_address"),
        ("https://0x7f000001/", "url_host"),
        ("https://example.com:22/", "url_port"),
        ("http://example.com/", "url_scheme"),
        ("https://user@example.com/", "url_shape"),
    ):
        refused(admin.ask("POST", "/v1/webhooks", {"url": url, "event_types": ["flows.*"]}), 422, code, "/url")
    same("webhooks", before, len(list(admin.every("/v1/webhooks"))))
