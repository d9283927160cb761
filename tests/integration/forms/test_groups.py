"""Permission groups over the API: what a salesman, their department and others see of the same records, everywhere."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from ..conftest import Answer, Api
from ..directory.company import Company
from .quote import codes
from .test_orders import as_before, building, run_queue

CNY = {"currency": "CNY"}
FIELDS: list[dict[str, Any]] = [
    {"id": "name", "type": "text", "name": "客户", "indexed": True},
    {"id": "phone", "type": "text", "name": "电话"},
    {"id": "cost", "type": "money", "name": "成本", "options": CNY, "indexed": True},
    {"id": "level", "type": "text", "name": "级别", "indexed": True},
]
GROUPS = [
    {"id": "own", "audience": "everyone", "rows": "own", "actions": ["edit"], "fields": {"cost": "hidden"}},
    {
        "id": "team",
        "audience": "everyone",
        "rows": "department_and_below",
        "fields": {"cost": "hidden", "phone": "masked"},
    },
]


class Shop:
    """A form with groups, and members of two departments."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.boss = company.boss
        root = company.root()["id"]
        made = self.boss.post("/v1/departments", {"name": "销售部", "parent_id": root}).body["id"]
        inner = self.boss.post("/v1/departments", {"name": "华东组", "parent_id": made}).body["id"]
        sister = self.boss.post("/v1/departments", {"name": "采购部", "parent_id": root}).body["id"]
        self.lead, self.lead_id = company.join("lead@east.example.cn", "组长", department_id=made)
        self.li, self.li_id = company.join("li@east.example.cn", "小李", department_id=inner)
        self.other, _ = company.join("zhang@east.example.cn", "小张", department_id=sister)
        self.department, self.inner = made, inner
        self.form = ""

    def publish(self, groups: list[dict[str, Any]], **more: Any) -> Answer:
        definition = {"name": "客户", "fields": FIELDS, "title": "{name} {cost}", "list": ["name", "phone", "cost"]}
        body = {**definition, "access": {"groups": groups}, **more}
        if not self.form:
            self.form = self.boss.post("/v1/forms", body).body["id"]
            version = 1
        else:
            version = self.boss.get(f"/v1/forms/{self.form}").body["version"]
            version = self.boss.put(f"/v1/forms/{self.form}", body, version).body["version"]
        return self.boss.post(f"/v1/forms/{self.form}/publish", headers={"If-Match": f'"{version}"'})

    def fill(self, by: Api, **values: Any) -> Answer:
        return by.post(f"/v1/forms/{self.form}/records", {"values": values})

    def filled(self, by: Api, **values: Any) -> dict[str, Any]:
        made = self.fill(by, **values)
        assert made.status == 201, made.body
        return dict(made.body)

    def listed(self, by: Api, query: str = "") -> Answer:
        return by.get(f"/v1/forms/{self.form}/records{query}")

    def names(self, by: Api, query: str = "") -> list[str]:
        found = self.listed(by, query)
        assert found.status == 200, found.body
        return [card["values"]["name"] for card in found.body["items"]]


@pytest.fixture
def shop(company: Company) -> Shop:
    shop = Shop(company)
    assert shop.publish(GROUPS).status == 200
    return shop


def where(field: str, op: str, value: Any) -> str:
    return "?filter=" + quote(json.dumps([{"field": field, "op": op, "value": value}]))


def test_every_copy_of_a_record_says_the_same(shop: Shop) -> None:
    made = shop.filled(shop.li, name="甲", phone="13812341234")
    path = f"/v1/records/{made['id']}"
    whole = {**made["values"], "cost": "900.00"}
    assert shop.boss.put(path, {"values": whole}, 1).status == 200

    def copies(by: Api) -> list[Any]:
        read, (card,) = by.get(path).body, shop.listed(by).body["items"]
        (found,) = shop.listed(by, f"?q={quote('甲')}").body["items"]
        entries = by.get(f"{path}/history").body["items"]
        values = {change["field"]: change["after"] for entry in entries for change in entry["changes"]}
        assert found == card
        assert (read["values"], read["title"]) == (card["values"], card["title"])
        return [read["values"], read["title"], values]

    assert copies(shop.li) == [{"name": "甲", "phone": "13812341234"}, "甲", {}]
    assert copies(shop.lead) == [{"name": "甲", "phone": "138****1234"}, "甲", {}]
    assert copies(shop.boss) == [whole, "甲 CNY 900.00", {"cost": "900.00"}]
    assert shop.other.get(path).status == 404
    assert shop.listed(shop.other).body["items"] == []
    assert shop.listed(shop.lead, f"?q={quote('900')}").body["items"] == []


def test_runs_and_to_dos_keep_to_the_same_rights(shop: Shop) -> None:
    shared = {"id": "asked", "audience": "everyone", "rows": "shared", "fields": {"name": "masked"}}
    assert shop.publish([GROUPS[0], shared], title="{name}").status == 200
    step = {"type": "approve", "id": "one", "name": "审批", "mode": "any"}
    asked = {**step, "approvers": [{"type": "member", "members": [shop.lead_id]}]}
    flow = shop.boss.post(
        "/v1/flows", {"form_id": shop.form, "name": "客户", "steps": [asked], "summary": ["name"]}
    ).body
    assert shop.boss.post(f"/v1/flows/{flow['id']}/publish", headers={"If-Match": '"1"'}).status == 200
    name = "华东阀门有限公司上海"
    run = shop.li.post("/v1/runs", {"form_id": shop.form, "values": {"name": name}}).body
    (todo,), looked = shop.lead.get("/v1/todos").body["items"], shop.lead.get(f"/v1/runs/{run['id']}").body
    assert [(each["title"], [cell["value"] for cell in each["summary"]]) for each in (run, todo, looked)] == [
        (name, [name]), ("客户", ["华东****司上海"]), ("客户", ["华东****司上海"]),
    ]  # fmt: skip
    path = f"/v1/runs/{run['id']}"
    rejected = {"decision": "reject", "opinion": "改"}
    assert shop.lead.post(f"{path}/tasks/{looked['may']['decide'][0]}/decide", rejected).status == 200
    record = shop.li.get(f"/v1/records/{run['record_id']}").body
    assert shop.li.put(f"/v1/records/{record['id']}", {"values": {"name": "改"}}, record["version"]).status == 200
    again = shop.li.post("/v1/runs", {"record_id": record["id"]}).body["id"]
    sides = [by.get(f"/v1/runs/{again}/changes").body["items"] for by in (shop.li, shop.lead)]
    assert [[(each["before"], each["after"]) for each in side] for side in sides] == [
        [(name, "改")], [("华东****司上海", "****")],
    ]  # fmt: skip


def test_what_is_kept_from_them_cannot_be_asked_about(shop: Shop) -> None:
    for query in (where("cost", "gte", "1"), where("phone", "prefix", "1")):
        assert set(codes(shop.listed(shop.li, query)).values()) == {"list_filter_field"}
    for name in ("cost", "nothing"):
        assert codes(shop.listed(shop.li, f"?sort={name}")) == {"/sort": "list_sort"}
    assert shop.listed(shop.boss, "?sort=cost").status == 200


def test_a_hidden_value_survives_whoever_changes_the_rest(shop: Shop) -> None:
    made = shop.filled(shop.li, name="甲", phone="1")
    path = f"/v1/records/{made['id']}"
    assert shop.boss.put(path, {"values": {**made["values"], "cost": "5"}}, 1).status == 200
    changed = shop.li.put(path, {"values": {"name": "乙", "phone": "2"}}, 2)
    assert changed.body["values"] == {"name": "乙", "phone": "2"}
    assert shop.boss.get(path).body["values"] == {"name": "乙", "phone": "2", "cost": "5.00"}
    refused = shop.li.put(path, {"values": {"name": "乙", "cost": "5.00"}}, 3)
    assert codes(refused) == {"/values/cost": "schema_additional"}
    assert codes(shop.fill(shop.li, name="甲", cost="5")) == {"/values/cost": "schema_additional"}
    assert shop.lead.put(path, {"values": {"name": "丙"}}, 3).status == 403
    assert shop.li.delete(path, 3).status == 403


def test_lists_of_a_department_are_exact_in_any_order(shop: Shop) -> None:
    for number, by in enumerate((shop.li, shop.lead, shop.other, shop.boss) * 3):
        shop.filled(by, name=f"客户{number:02d}", level="AB"[number % 2])
    assert shop.names(shop.li, "?sort=name") == ["客户00", "客户04", "客户08"]
    theirs = ["客户00", "客户01", "客户04", "客户05", "客户08", "客户09"]
    assert shop.names(shop.lead, "?sort=name") == theirs
    assert shop.names(shop.lead) == theirs[::-1]
    assert shop.names(shop.lead, where("level", "eq", "A")) == ["客户08", "客户04", "客户00"]
    count = shop.lead.get(f"/v1/forms/{shop.form}/records/count").body
    assert count == {"count": 6, "exact": True}
    pages, cursor = [], ""
    while True:
        page = shop.listed(shop.lead, f"?sort=-name&limit=4{cursor}").body
        pages.append([card["values"]["name"] for card in page["items"]])
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert pages == [theirs[:1:-1], theirs[1::-1]]


def test_a_condition_opens_records_of_others(shop: Shop) -> None:
    rule = {"all": [{"field": "level", "op": "eq", "value": "A"}]}
    assert shop.publish([{"id": "a", "audience": {"members": [shop.li_id]}, "rows": rule}]).status == 200
    for number, level in enumerate("ABAB"):
        shop.filled(shop.boss, name=f"客户{number}", level=level)
    mine = shop.filled(shop.li, name="我的", level="B")
    assert shop.names(shop.li, "?sort=name") == ["客户0", "客户2", "我的"]
    assert shop.li.get(f"/v1/forms/{shop.form}/records/count").body == {"count": 3, "exact": True}
    assert [form["id"] for form in shop.li.get("/v1/forms").body["items"]] == [shop.form]
    assert shop.names(shop.other) == []
    assert shop.li.delete(f"/v1/records/{mine['id']}", 1).status == 204


def test_a_record_stays_with_the_department_that_it_was_made_in(shop: Shop) -> None:
    made = shop.filled(shop.li, name="甲")
    shop.company.place(shop.li_id, department_id=shop.company.root()["id"])
    assert shop.li.put(f"/v1/records/{made['id']}", {"values": {"name": "乙"}}, 1).status == 200
    assert shop.names(shop.lead) == ["乙"]
    assert shop.names(shop.li) == ["乙"]


def test_a_department_waits_for_records_by_an_earlier_release(shop: Shop) -> None:
    team = {**GROUPS[1], "audience": {"members": [shop.lead_id]}}
    assert shop.publish([GROUPS[0], team]).status == 200
    for number in range(3):
        shop.filled(shop.li, name=f"客户{number}")
    as_before(shop)  # type: ignore[arg-type]
    assert shop.names(shop.li, "?sort=name") == ["客户0", "客户1", "客户2"]
    assert building(shop.listed(shop.lead))
    run_queue(shop)  # type: ignore[arg-type]
    assert shop.names(shop.li, "?sort=name") == ["客户0", "客户1", "客户2"]
    assert shop.names(shop.lead, "?sort=-name") == ["客户2", "客户1", "客户0"]


def test_nobody_gives_a_group_more_than_they_hold(shop: Shop) -> None:
    role = shop.boss.post("/v1/roles", {"name": "搭建", "permissions": ["forms.build"]}).body["id"]
    builder, _ = shop.company.join("build@east.example.cn", "小建", role_ids=[role])
    body = {"name": "新", "fields": FIELDS, "access": {"groups": [GROUPS[0]]}}

    def published(groups: list[dict[str, Any]]) -> Answer:
        made = builder.post("/v1/forms", {**body, "access": {"groups": groups}}).body
        return builder.post(f"/v1/forms/{made['id']}/publish", headers={"If-Match": '"1"'})

    assert published([GROUPS[0]]).status == 200
    assert codes(published(GROUPS)) == {"/access/groups/1": "group_beyond_own_rights"}
    assert shop.names(builder) == []


def test_whom_a_group_names_is_not_dropped_under_it(shop: Shop) -> None:
    role = shop.boss.post("/v1/roles", {"name": "审计", "permissions": []}).body
    group = {"id": "audit", "audience": {"roles": [role["id"]]}, "rows": "all"}
    assert shop.publish([group]).status == 200
    refused = shop.boss.delete(f"/v1/roles/{role['id']}", role["version"])
    assert refused.status == 409
    gone = shop.publish([{**group, "audience": {"roles": ["0" * 26]}}])
    assert codes(gone) == {"/access/groups/0/audience/roles": "unknown_audience"}
