"""Linked records: suppliers, products and requisitions; who sees which title, what may be chosen, who links to what."""

import json
from typing import Any
from urllib.parse import quote

from tools.client import Browser, apps, new_company
from tools.client import company as build

from ..checks import absent, indistinguishable, refused, same
from ..story import Story

PLAN = {
    "company": "南岸五金有限公司",
    "language": "zh-CN",
    "people": [{"key": "admin", "name": "何山", "email": "he", "language": "zh-CN"}],
}
ALL = {"groups": [{"id": "all", "audience": "everyone", "rows": "all", "actions": ["edit"], "fields": {}}]}


def field(identity: str, kind: str, name: str, **options: Any) -> dict[str, Any]:
    return {"id": identity, "type": kind, "name": name, "options": options}


def form(name: str, *fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "title": "{name}", "fields": [field("name", "text", "名称"), *fields], **more}


def filled(by: Browser, form_id: str, **values: Any) -> dict[str, Any]:
    return dict(by.post(f"/v1/forms/{form_id}/records", {"values": values}).expect(201).body)


def tell(story: Story) -> None:
    steps, company = story.steps, story.company
    admin, sales = company.admin.browser, company.people["sales"].browser
    with steps.step("suppliers and products are forms of their own; a requisition links to them, in its lines too"):
        supplier_form = apps.publish_form(admin, form("供应商", access=ALL))
        secret_form = apps.publish_form(admin, form("价格协议"))
        its_own = {"field": "supplier", "op": "eq", "value": {"field": "supplier"}}
        product_form = apps.publish_form(
            admin, form("产品", field("supplier", "link", "供应商", forms=[supplier_form]), access=ALL)
        )
        product = field("product", "link", "产品", forms=[product_form], filter=its_own)
        request_form = apps.publish_form(
            admin,
            form(
                "采购申请",
                field("supplier", "link", "供应商", forms=[supplier_form]),
                field("agreement", "link", "价格协议", forms=[secret_form], on_delete="clear"),
                field("lines", "lines", "明细", columns=[product, field("count", "number", "数量")]),
                access=ALL,
            ),
        )
    with steps.step("suppliers are chosen by a part of their title, or by the first letters of its sounds"):
        east = filled(admin, supplier_form, name="上海华东阀门有限公司")["id"]
        south = filled(admin, supplier_form, name="南方轴承")["id"]
        place = f"/v1/forms/{request_form}/links/supplier/candidates"
        for typed in ("华东", "hdfm"):
            found = [card["id"] for card in sales.every(f"{place}?q={quote(typed)}")]
            same(f"suppliers found by {typed}", [east], found)
    with steps.step("a product is one of the supplier that the requisition has"):
        valve = filled(admin, product_form, name="球阀", supplier=east)["id"]
        bearing = filled(admin, product_form, name="轴承", supplier=south)["id"]
        place = f"/v1/forms/{request_form}/links/lines.product/candidates"
        values = quote(json.dumps({"supplier": east}))
        same("products of the supplier", [valve], [card["id"] for card in sales.every(f"{place}?values={values}")])
        wrong = {"name": "错", "supplier": east, "lines": [{"product": valve}, {"product": bearing}]}
        answer = sales.ask("POST", f"/v1/forms/{request_form}/records", {"values": wrong})
        refused(answer, 422, "value_no_record", "/values/lines/1/product")
    with steps.step("a title is shown to who may read the record; of others not even the id is told"):
        agreement = filled(admin, secret_form, name="机密协议")["id"]
        lines = [{"product": valve, "count": "3"}]
        request = filled(admin, request_form, name="一号", supplier=east, agreement=agreement, lines=lines)
        _check_titles(admin, sales, request["id"], agreement, east)
    with steps.step("a supplier lists the requisitions that lead to it"):
        tabs = {each["path"]: each["count"] for each in sales.every(f"/v1/records/{east}/children")}
        same("what leads to the supplier", {"supplier": 1}, {name: tabs[name] for name in tabs if name == "supplier"})
        listed = [card["id"] for card in sales.every(f"/v1/records/{east}/children/{request_form}/supplier")]
        same("requisitions of the supplier", [request["id"]], listed)
        listed = [card["id"] for card in sales.every(f"/v1/records/{valve}/children/{request_form}/lines.product")]
        same("requisitions of the product", [request["id"]], listed)
    with steps.step("what is linked stays; a link that says so is cleared, and the history says why"):
        answer = admin.ask("DELETE", f"/v1/records/{east}", headers={"If-Match": '"1"'})
        refused(answer, 409, "record_linked")
        admin.delete(f"/v1/records/{agreement}", 1)
        left = admin.get(f"/v1/records/{request['id']}").body["values"]
        absent("values of the requisition", "agreement", left)
        entry = admin.get(f"/v1/records/{request['id']}/history").body["items"][0]
        same("what the history calls it", "unlinked", entry["action"])
    _tree(story)
    with steps.step("another company's record cannot be chosen: as if it never was"):
        _check_stranger(story, request_form)


def _check_titles(admin: Browser, sales: Browser, request_id: str, agreement: str, supplier: str) -> None:
    whole = admin.get(f"/v1/records/{request_id}").body
    same("the title for who may read it", "机密协议", whole["links"][agreement]["title"])
    seen = sales.get(f"/v1/records/{request_id}").body
    token = seen["values"]["agreement"]
    same("what stands in its place", {"readable": False}, seen["links"][token])
    same("the supplier's title", "上海华东阀门有限公司", seen["links"][supplier]["title"])
    history = sales.get(f"/v1/records/{request_id}/history").body
    for answer in (seen, history):
        same("the hidden id in the answer", False, agreement in json.dumps(answer))
        same("the hidden title in the answer", False, "机密协议" in json.dumps(answer, ensure_ascii=False))
    sales.put(f"/v1/records/{request_id}", {"values": {**seen["values"], "name": "一号（改）"}}, seen["version"])
    kept = admin.get(f"/v1/records/{request_id}").body["values"]["agreement"]
    same("the link after somebody saved who may not see it", agreement, kept)


def _tree(story: Story) -> None:
    """A form that links to itself, and parts that are deleted with the whole."""
    admin = story.company.admin.browser
    with story.steps.step("a form that links to itself makes a tree, and never a circle"):
        draft = admin.post("/v1/forms", form("项目")).body
        project_form = str(draft["id"])
        above = field("above", "link", "上级", forms=[project_form])
        saved = admin.put(f"/v1/forms/{project_form}", form("项目", above), draft["version"])
        apps.publish(admin, f"/v1/forms/{project_form}", saved.version).expect(200)
        top = filled(admin, project_form, name="总")
        below = filled(admin, project_form, name="分", above=top["id"])
        changed = {"values": {"name": "总", "above": below["id"]}}
        answer = admin.ask("PUT", f"/v1/records/{top['id']}", changed, headers={"If-Match": '"1"'})
        refused(answer, 422, "link_cycle", "/values/above")
    with story.steps.step("parts are deleted with the whole, however many there are"):
        whole = field("project", "link", "项目", forms=[project_form], on_delete="cascade")
        task_form = apps.publish_form(admin, form("任务", whole))
        for number in range(14):
            filled(admin, task_form, name=f"任务{number}", project=below["id"])
        admin.delete(f"/v1/records/{below['id']}", 1)
        story.wait_until("the tasks to be gone", lambda: not list(admin.every(f"/v1/forms/{task_form}/records")))
        same("tasks in the bin", 14, len(list(admin.every(f"/v1/forms/{task_form}/bin"))))


def _check_stranger(story: Story, request_form: str) -> None:
    from ..chapters.strangers import never_was

    other = new_company(
        PLAN,
        story.at,
        story.at.browse,
        domain=f"nanan-{story.stamp}.example",
        password=story.company.admin.password,
    )
    build.sign_up(other)
    theirs = other.admin.browser
    foreign_form = apps.publish_form(theirs, form("供应商"))
    foreign = filled(theirs, foreign_form, name="外")["id"]
    admin = story.company.admin.browser
    answers = [
        admin.ask("POST", f"/v1/forms/{request_form}/records", {"values": {"name": "外", "supplier": each}})
        for each in (foreign, never_was(foreign))
    ]
    refused(answers[0], 422, "value_no_record", "/values/supplier")
    indistinguishable(answers[0], answers[1], [foreign, never_was(foreign)])
