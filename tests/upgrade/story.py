"""A company that leaves something of every kind behind: every field type, every state of a record and a run."""

from dataclasses import dataclass
from typing import Any

from ..integration.conftest import Answer, Api, Cloud
from ..integration.directory.company import Browser, Company
from ..integration.flows.company_fixture import CompanyFixture

CHOICES = {"choices": [{"value": "A", "name": {"zh-CN": "甲", "en": "Alpha"}}, {"value": "B", "name": "乙"}]}
CNY = {"currency": "CNY"}


def every_field() -> list[dict[str, Any]]:
    """Every field type of the first release, most of them as columns, too."""

    def field(kind: str, **more: Any) -> dict[str, Any]:
        return {"id": f"a_{kind}", "type": kind, "name": {"zh-CN": f"字段 {kind}", "en": f"Field {kind}"}, **more}

    plain = [
        field("text", indexed=True),
        field("long_text"),
        field("number", options={"decimals": 3}),
        field("money", options=CNY, indexed=True),
        field("percent"),
        field("date", indexed=True),
        field("datetime"),
        field("choice", options=CHOICES, indexed=True),
        field("choices", options=CHOICES),
        field("member"),
        field("department"),
    ]
    columns = [{**each, "id": each["id"].replace("a_", "c_"), "indexed": False} for each in plain]
    amount = {"expression": "a_number * a_money", "result": "money", **CNY}
    rate = {"expression": "IF(a_number=0, 0, 1/a_number)", "result": "percent", "decimals": 4}
    return [
        *plain,
        field("serial", options={"template": "WH-{yyyy}-{0000}"}),
        field("attachment"),
        field("lines", options={"columns": columns}),
        {**field("formula", options=amount), "indexed": True},
        {**field("formula", options=rate), "id": "a_rate"},
        {**field("text", unique=True), "id": "a_code"},
    ]


def every_value(people: dict[str, str], department: str, upload: str) -> dict[str, Any]:
    plain = {
        "text": "华东阀门 ＡＢＣ",
        "long_text": "第一行\n第二行",
        "number": "3.125",
        "money": "1234.50",
        "percent": "0.1234",
        "date": "2026-11-20",
        "datetime": "2026-11-20T08:30:00.000Z",
        "choice": "B",
        "choices": ["A", "B"],
        "member": people["rep"],
        "department": department,
    }
    row = {f"c_{name}": value for name, value in plain.items()}
    values: dict[str, Any] = {f"a_{name}": value for name, value in plain.items()}
    return {**values, "a_lines": [row, {"c_text": "第二行", "c_money": "0.05"}], "a_attachment": [{"id": upload}]}


@dataclass
class Story:
    """`people` are those whose answers are kept, by name; `paths` what they are asked for."""

    fixture: CompanyFixture
    people: dict[str, Api]
    ids: dict[str, str]

    @property
    def company(self) -> Company:
        return self.fixture.company


def play(cloud: Cloud, browser: Browser) -> Story:
    fixture = CompanyFixture.found(cloud, browser).with_flow()
    story = Story(fixture, {"boss": fixture.company.boss, **fixture.api}, {"quote": fixture.desk.form_id})
    _organisation(story)
    _approvals(story)
    _everything(story, cloud)
    _webhook(story)
    return story


def made(answer: Answer) -> dict[str, Any]:
    assert answer.status in (200, 201, 202, 204), answer.body
    return dict(answer.body or {})


def _organisation(story: Story) -> None:
    boss = story.company.boss
    story.ids["position"] = made(boss.post("/v1/positions", {"name": "销售代表"}))["id"]
    story.ids["role"] = made(boss.post("/v1/roles", {"name": "财务", "permissions": ["records.read_all"]}))["id"]
    made(boss.post("/v1/invitations", {"email": "guest@east.example.cn", "name": "客人"}))
    _, leaver = story.company.join("leaver@east.example.cn", "离职的人")
    version = story.company.member(leaver)["version"]
    made(boss.post(f"/v1/members/{leaver}/deactivate", {}, headers={"If-Match": f'"{version}"'}))


def _approvals(story: Story) -> None:
    """Runs that wait, half decided, approved, rejected, rejected and submitted again, withdrawn."""
    fixture, ids = story.fixture, story.ids
    ids["waiting"] = fixture.submitted(price="95")["id"]
    ids["half"] = fixture.submitted(price="60")["id"]
    made(fixture.decide("manager", opinion="可以"))
    ids["approved"] = fixture.submitted(price="97")["id"]
    made(fixture.decide("manager"))
    ids["rejected"] = fixture.submitted(price="96")["id"]
    made(fixture.decide("manager", "reject", "价格不对"))
    ids["again"] = fixture.submitted(price="94")["id"]
    made(fixture.decide("manager", "reject", "再改"))
    record = fixture.api["rep"].get(f"/v1/runs/{ids['again']}").body["record_id"]
    ids["second_round"] = made(fixture.api["rep"].post("/v1/runs", {"record_id": record}))["id"]
    ids["withdrawn"] = fixture.submitted(price="93")["id"]
    made(fixture.api["rep"].post(f"/v1/runs/{ids['withdrawn']}/withdraw", {"reason": "填错了"}))
    made(fixture.api["rep"].post(f"/v1/runs/{ids['waiting']}/comments", {"text": "请尽快"}))
    made(fixture.api["rep"].post(f"/v1/runs/{ids['waiting']}/cc", {"members": [fixture.ids["pm_b"]]}))


def _everything(story: Story, cloud: Cloud) -> None:
    """A form with every field type in two versions: the second drops a field, a column and an option."""
    boss, ids, company = story.company.boss, story.ids, story.company
    definition = {
        "name": "万能表",
        "fields": every_field(),
        "title": "{a_serial} {a_text}",
        "list": ["a_text", "a_money"],
    }
    form = made(boss.post("/v1/forms", definition))
    ids["form"] = form["id"]
    made(boss.post(f"/v1/forms/{form['id']}/publish", headers={"If-Match": '"1"'}))
    for name in ("active", "of_version_1", "binned"):
        values = every_value(story.fixture.ids, company.root()["id"], _upload(story, cloud))
        record = made(boss.post(f"/v1/forms/{form['id']}/records", {"values": {**values, "a_code": f"码 {name}"}}))
        ids[name] = record["id"]
    changed = made(
        boss.put(f"/v1/records/{ids['active']}", {"values": {**values_of(boss, ids["active"]), "a_text": "改过"}}, 1)
    )
    assert changed["version"] == 2
    made(boss.delete(f"/v1/records/{ids['binned']}", 1))
    fields = [each for each in every_field() if each["id"] != "a_long_text"]
    table = next(each for each in fields if each["id"] == "a_lines")
    table["options"]["columns"] = [each for each in table["options"]["columns"] if each["id"] != "c_long_text"]
    for each in fields:
        if each["id"] == "a_choice":
            each["options"] = {"choices": CHOICES["choices"][:1]}
    made(boss.put(f"/v1/forms/{form['id']}", {**definition, "fields": fields}, 1))
    made(boss.post(f"/v1/forms/{form['id']}/publish", headers={"If-Match": '"2"'}))


def values_of(api: Api, record_id: str) -> dict[str, Any]:
    return dict(api.get(f"/v1/records/{record_id}").body["values"])


def _upload(story: Story, cloud: Cloud) -> str:
    asked = {"field": "a_attachment", "name": "合同.pdf", "content_type": "application/pdf", "size": 4}
    upload = made(story.company.boss.post(f"/v1/forms/{story.ids['form']}/attachments", asked))["id"]
    key = f"t/{story.company.id}/forms/{story.ids['form']}/{upload}"
    cloud.boto("s3").put_object(Bucket="banli-test-files", Key=key, Body=b"%PDF", ContentType="application/pdf")
    return str(upload)


def _webhook(story: Story) -> None:
    settings = {"url": "https://93.184.215.14/hook", "event_types": ["flows.*"], "description": "ERP"}
    story.ids["webhook"] = made(story.company.boss.post("/v1/webhooks", settings))["id"]
