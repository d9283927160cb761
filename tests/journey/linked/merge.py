"""Two customers that are one: merged, with contacts, follow-ups and figures; the old address leads on; and undone."""

from typing import Any

from tools.client import Browser, apps

from ..checks import refused, same
from ..story import Story
from .links import ALL, field, filled

WHOLE = {"groups": [{**ALL["groups"][0], "actions": ["edit", "delete"]}]}


def tell(story: Story) -> None:
    steps, admin = story.steps, story.company.admin.browser
    with steps.step("two customers that are one have three contacts and two follow-ups each"):
        customer, contact, visit = _build(admin)
        east = filled(admin, customer, name="华东阀门", phone="021-1")["id"]
        south = filled(admin, customer, name="华东阀门厂", code="HD-2")["id"]
        for parent in (east, south):
            for number in range(3):
                filled(admin, contact, name=f"联系人{number}", customer=parent)
            for number in range(2):
                filled(admin, visit, name=f"跟进{number}", customers=[parent], amount="10")
        _await(story, admin, east, "2", "20")
    with steps.step("the comparison names what differs, what moves, and nothing that stands against it"):
        found = admin.post(f"/v1/records/{east}/merge/preview", {"loser": south}).expect(200).body
        proposed = {each["field"]: each["proposed"] for each in found["fields"]}
        same("proposed", {"name": "survivor", "phone": "survivor", "code": "loser"}, proposed)
        same("moving", [2, 3], sorted(each["count"] for each in found["children"]))
        same("refusals", [], found["refusals"])
    with steps.step("one customer is left, with six contacts, four follow-ups and the figures of all"):
        order = {"loser": south, "loser_version": 1}
        seen = {"If-Match": '"1"'}
        started = admin.ask("POST", f"/v1/records/{east}/merge", order, headers=seen).expect(202).body
        _finished(story, admin, started["job_id"])
        values = admin.get(f"/v1/records/{east}").body["values"]
        same("values", ("华东阀门", "021-1", "HD-2"), (values["name"], values["phone"], values["code"]))
        counts = {each["path"]: each["count"] for each in admin.every(f"/v1/records/{east}/children")}
        same("linked", {"customer": 6, "customers": 4}, counts)
        _await(story, admin, east, "4", "40")
        listed = [each["id"] for each in admin.every(f"/v1/forms/{customer}/records")]
        same("customers", [east], listed)
    with steps.step("the old address leads to the customer that is left, and changes nothing"):
        moved = admin.get(f"/v1/records/{south}").expect(200).body
        same("moved", (east, south), (moved["id"], moved["merged_from"]))
        seen = {"If-Match": f'"{moved["version"]}"'}
        answer = admin.ask("PUT", f"/v1/records/{south}", {"values": moved["values"]}, headers=seen)
        refused(answer, 409, "record_merged")
    with steps.step("undone, both have what they had"):
        undone = admin.post(f"/v1/records/{east}/merge/undo", {"merge_id": started["merge_id"]}).expect(202).body
        _finished(story, admin, undone["job_id"])
        for each in (east, south):
            _await(story, admin, each, "2", "20")
            counts = {tab["path"]: tab["count"] for tab in admin.every(f"/v1/records/{each}/children")}
            same("linked", {"customer": 3, "customers": 2}, counts)
        same("code", "HD-2", admin.get(f"/v1/records/{south}").body["values"]["code"])
        same("no code", False, "code" in admin.get(f"/v1/records/{east}").body["values"])


def _build(admin: Browser) -> tuple[str, str, str]:
    own = [
        field("name", "text", "名称"),
        field("phone", "text", "电话"),
        {**field("code", "text", "编码"), "unique": True},
    ]
    definition: dict[str, Any] = {"name": "合并客户", "title": "{name}", "access": WHOLE}
    customer = apps.publish_form(admin, {**definition, "fields": own})
    name, link = field("name", "text", "名称"), {"forms": [customer]}
    contact = apps.publish_form(
        admin,
        {"name": "合并联系人", "fields": [name, field("customer", "link", "客户", **link)], "access": WHOLE},
    )
    visit = apps.publish_form(
        admin,
        {
            "name": "合并跟进",
            "fields": [
                name,
                field("customers", "link", "客户", **link, multiple=True),
                field("amount", "number", "数"),
            ],
            "access": WHOLE,
        },
    )
    rolled = {"form": visit, "link": "customers"}
    figures = [
        field("visits", "rollup", "跟进数", **rolled, function="count"),
        field("sum", "rollup", "合计", **rolled, function="sum", of="amount"),
    ]
    path = f"/v1/forms/{customer}"
    saved = admin.put(path, {**definition, "fields": [*own, *figures]}, admin.get(path).version).expect(200)
    apps.publish(admin, path, saved.version).expect(200)
    return customer, contact, visit


def _finished(story: Story, admin: Browser, job_id: str) -> None:
    story.wait_until("the job is done", lambda: admin.get(f"/v1/jobs/{job_id}").body["state"] == "done")


def _await(story: Story, admin: Browser, record_id: str, visits: str, total: str) -> None:
    def holds() -> bool:
        values = admin.get(f"/v1/records/{record_id}").body["values"]
        return (values.get("visits"), values.get("sum")) == (visits, total)

    story.wait_until(f"{visits} follow-ups of {total}", holds)
