"""Copying a form, and where its fields are used, over HTTP."""

from ..directory.company import Company
from .quote import Desk, field, quote_definition


def test_a_copy_is_a_draft_of_its_own(desk: Desk) -> None:
    boss = desk.boss
    copy = boss.post(f"/v1/forms/{desk.form_id}/copy")
    assert copy.status == 201, copy.body
    original = boss.get(f"/v1/forms/{desk.form_id}").body
    assert copy.body["id"] != original["id"]
    assert copy.body["key"] != original["key"]
    assert (copy.body["published_version"], copy.body["flow_id"]) == (0, "")
    assert copy.body["definition"]["fields"] == original["definition"]["fields"]
    assert copy.body["app_id"] == original["app_id"]
    assert Desk(desk.company, copy.body["id"]).publish(1).status == 200
    assert boss.get(f"/v1/forms/{copy.body['id']}/records").body["items"] == []
    assert boss.post("/v1/forms/" + "0" * 26 + "/copy").status == 404


def test_the_uses_of_a_field_are_told_by_name(desk: Desk) -> None:
    boss, form_id = desk.boss, desk.form_id
    assert desk.republish(quote_definition(title="{customer}")).status == 200
    link = field("quote", "link", "报价", options={"forms": [form_id], "columns": ["customer"]})
    order = boss.post("/v1/forms", {"name": "订单", "fields": [link]}).body
    assert Desk(desk.company, order["id"]).publish(1).status == 200
    asked = f"/v1/forms/{form_id}/fields/customer/uses"
    told = boss.get(asked).body
    assert told["stored"] is False
    assert {"kind": "title", "name": "", "form_id": form_id, "form_name": ""} in told["uses"]
    elsewhere = [use for use in told["uses"] if use["form_id"] == order["id"]]
    assert elsewhere == [
        {"kind": "field", "type": "link", "name": "报价", "form_id": order["id"], "form_name": "订单"},
    ]
    assert desk.fill().status == 201
    assert boss.get(asked).body["stored"] is True
    assert boss.get(f"/v1/forms/{form_id}/fields/not_yet/uses").body == {"stored": False, "uses": []}


def test_only_builders_copy_and_ask(company: Company, desk: Desk) -> None:
    member, _ = company.join("li@east.example.cn")
    assert member.post(f"/v1/forms/{desk.form_id}/copy").status == 403
    assert member.get(f"/v1/forms/{desk.form_id}/fields/customer/uses").status == 403
    assert desk.boss.get(f"/v1/forms/{'0' * 26}/fields/customer/uses").status == 404
