"""Rows that follow fields of a record, masked values shown whole, and what rights come to: over the API."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from app import tend_forms

from ..conftest import Answer, Api
from ..directory.company import Company
from ..jobs.worker import work_off_jobs
from .linked import form, link, opened
from .quote import Desk, codes, field
from .test_orders import building, deliver

EVERYONE = "everyone"


def group(rows: Any, **more: Any) -> dict[str, Any]:
    return {"id": "g1", "audience": EVERYONE, "rows": rows, **more}


def access(*groups: dict[str, Any]) -> dict[str, Any]:
    return {"groups": list(groups)}


def names(by: Api, desk: Desk, query: str = "") -> list[str]:
    answer = by.get(f"/v1/forms/{desk.form_id}/records{query}")
    assert answer.status == 200, answer.body
    return sorted(card["values"]["name"] for card in answer.body["items"])


def published(desk: Desk, by: Api | None = None, **changed: Any) -> Answer:
    by = by or desk.boss
    draft = by.get(f"/v1/forms/{desk.form_id}").body
    body = {**draft["definition"], **changed}
    saved = by.put(f"/v1/forms/{desk.form_id}", body, draft["version"])
    assert saved.status == 200, saved.body
    return by.post(f"/v1/forms/{desk.form_id}/publish", headers={"If-Match": f'"{saved.body["version"]}"'})


def entered(desk: Desk) -> None:
    """Older records go into the lists of the version that was published last."""
    told = [event for event in desk.company.cloud.events() if event["type"] == "forms.FormPublished"]
    deliver(tend_forms, {"detail": told[-1]})
    work_off_jobs(desk.company.cloud)


class Chain:
    """Regions, customers in them, contacts of those, notes on contacts: who reads one reads what hangs on it."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.li, self.li_id = company.join("li@east.example.cn", "小李")
        mine = group("all", audience={"members": [self.li_id]})
        self.regions = opened(company, "Regions", access=access(mine))
        self.customers = opened(company, "Customers", link("region", self.regions.form_id), access=self._by("region"))
        to_customer, to_contact = link("customer", self.customers.form_id), link("contact", "")
        self.contacts = opened(company, "Contacts", to_customer, access=self._by("customer"))
        to_contact["options"]["forms"] = [self.contacts.form_id]
        self.notes = opened(company, "Notes", to_contact, access=self._by("contact"))
        self.region = self.regions.filled({"name": "东"})["id"]
        self.inside = self.customers.filled({"name": "甲", "region": self.region})["id"]
        self.outside = self.customers.filled({"name": "乙"})["id"]
        self.contact = self.contacts.filled({"name": "甲的人", "customer": self.inside})["id"]
        self.hidden = self.contacts.filled({"name": "乙的人", "customer": self.outside})["id"]
        self.note = self.notes.filled({"name": "便条", "contact": self.contact})["id"]

    def _by(self, name: str) -> dict[str, Any]:
        return access(group({"through": name}))


def test_who_reads_a_record_reads_what_is_linked_to_it_everywhere_alike(company: Company) -> None:
    chain = Chain(company)
    li, contacts = chain.li, chain.contacts
    assert [li.get(f"/v1/records/{each}").status for each in (chain.contact, chain.hidden)] == [200, 404]
    assert names(li, contacts) == ["甲的人"]
    assert names(li, contacts, "?sort=name") == ["甲的人"]
    assert names(li, contacts, f"?q={quote('的人')}") == ["甲的人"]
    where = quote(json.dumps([{"field": "name", "op": "filled"}]))
    count = f"/v1/forms/{contacts.form_id}/records/count"
    assert li.get(count).body == li.get(f"{count}?filter={where}").body == {"count": 1, "exact": True}
    assert li.get(f"/v1/records/{chain.contact}/history").status == 200
    assert li.get(f"/v1/records/{chain.hidden}/history").status == 404
    tabs = li.get(f"/v1/records/{chain.inside}/children").body["items"]
    assert [(each["form_name"], each["count"]) for each in tabs] == [("Contacts", 1)]
    (child,) = li.get(f"/v1/records/{chain.inside}/children/{contacts.form_id}/customer").body["items"]
    assert child["links"][chain.inside]["title"] == "甲"
    found = li.get(f"/v1/forms/{chain.notes.form_id}/links/contact/candidates").body["items"]
    assert [each["title"] for each in found] == ["甲的人"]
    refused = li.post(f"/v1/forms/{chain.notes.form_id}/records", {"values": {"name": "x", "contact": chain.hidden}})
    assert codes(refused) == {"/values/contact": "value_no_record"}


def test_rights_follow_two_links_and_no_further(company: Company) -> None:
    chain = Chain(company)
    assert chain.li.get(f"/v1/records/{chain.contact}").status == 200
    assert chain.li.get(f"/v1/records/{chain.note}").status == 404
    assert names(chain.li, chain.notes) == []
    moved = {"name": "甲", "region": None}
    assert chain.company.boss.put(f"/v1/records/{chain.inside}", {"values": moved}, 1).status == 200
    assert chain.li.get(f"/v1/records/{chain.contact}").status == 404
    assert names(chain.li, chain.contacts) == []


def test_a_deleted_record_opens_nothing(company: Company) -> None:
    chain = Chain(company)
    at = published(chain.contacts, fields=[
        field("name", "text", "name", indexed=True), link("customer", chain.customers.form_id, on_delete="clear"),
    ])  # fmt: skip
    assert at.status == 200, at.body
    assert company.boss.delete(f"/v1/records/{chain.inside}", 1).status == 204
    assert chain.li.get(f"/v1/records/{chain.contact}").status == 404


def test_nobody_opens_records_of_another_form_that_they_may_not_give(company: Company) -> None:
    chain = Chain(company)
    role = company.boss.post("/v1/roles", {"name": "搭建", "permissions": ["forms.build"]}).body["id"]
    builder, builder_id = company.join("build@east.example.cn", "小建", role_ids=[role])
    every = group("all", audience={"members": [builder_id]}, actions=["edit", "delete"])
    assert published(chain.customers, access=access(every, group({"through": "region"}, id="g2"))).status == 200
    wider = group("all", id="g3", audience=EVERYONE)
    refused = published(chain.customers, builder, access=access(every, group({"through": "region"}, id="g2"), wider))
    assert codes(refused) == {"/access": "group_opens_other_form"}
    own = group("own", id="g4", actions=["edit"], fields={"name": "read"})
    narrower = access(every, group({"through": "region"}, id="g2"), own)
    assert published(chain.customers, builder, access=narrower).status == 200


MEMBERS = [
    field("name", "text", "name", indexed=True),
    field("sales", "member", "sales"),
    field("helpers", "member", "helpers", options={"multiple": True}),
]


def test_whom_a_record_names_has_it_in_their_lists(company: Company) -> None:
    (li, li_id), (wang, wang_id) = company.join("li@east.example.cn"), company.join("wang@east.example.cn")
    rows = group({"members": ["sales", "helpers"]}, actions=["edit"])
    desk = Desk.open(company, form("Deals", *MEMBERS, title="{name}", access=access(rows)))
    first = desk.filled({"name": "甲", "sales": li_id})
    second = desk.filled({"name": "乙", "sales": wang_id, "helpers": [li_id]})
    desk.filled({"name": "丙"})
    assert (names(li, desk), names(wang, desk)) == (["乙", "甲"], ["乙"])
    assert names(li, desk, "?sort=name") == ["乙", "甲"]
    assert li.get(f"/v1/forms/{desk.form_id}/records/count").body == {"count": 2, "exact": True}
    given = li.put(f"/v1/records/{first['id']}", {"values": {"name": "甲", "sales": wang_id}}, 1)
    assert given.status in {200, 404}, given.body
    assert (names(li, desk), names(wang, desk)) == (["乙"], ["乙", "甲"])
    assert li.get(f"/v1/records/{first['id']}").status == 404
    assert company.boss.delete(f"/v1/records/{second['id']}", 1).status == 204
    assert names(li, desk) == []
    crowd = [company.join(f"p{number}@east.example.cn")[1] for number in range(11)]
    refused = company.boss.post(f"/v1/forms/{desk.form_id}/records", {"values": {"name": "丁", "helpers": crowd}})
    assert codes(refused) == {"/values/helpers": "too_many_in_team"}


def test_being_named_opens_nothing_without_a_group(company: Company) -> None:
    li, li_id = company.join("li@east.example.cn")
    boss = {"roles": [company.role("管理员")]}
    rows = group({"members": ["sales"]}, audience=boss)
    desk = Desk.open(company, form("Deals", *MEMBERS, title="{name}", access={"submit": boss, "groups": [rows]}))
    made = desk.filled({"name": "甲", "sales": li_id})
    assert li.get(f"/v1/records/{made['id']}").status == 404
    assert li.get(f"/v1/forms/{desk.form_id}/records").status == 404


def test_lists_of_whom_records_name_wait_for_older_records(company: Company) -> None:
    li, li_id = company.join("li@east.example.cn")
    desk = Desk.open(company, form("Deals", *MEMBERS, title="{name}", list=["name", "sales"]))
    made = desk.filled({"name": "甲", "sales": li_id})
    assert published(desk, access=access(group({"members": ["sales"]}))).status == 200
    assert li.get(f"/v1/records/{made['id']}").status == 200
    assert building(li.get(f"/v1/forms/{desk.form_id}/records"))
    entered(desk)
    assert names(li, desk) == ["甲"]


def test_rights_by_a_newly_listed_field_ask_the_record_until_its_entry_holds_it(company: Company) -> None:
    li, li_id = company.join("li@east.example.cn")
    customers = opened(company, "Customers", access=access(group("all", audience={"members": [li_id]})))
    fields = field("name", "text", "name", indexed=True), link("customer", customers.form_id)
    contacts = Desk.open(company, form("Contacts", *fields, title="{name}", list=["name"]))
    east = customers.filled({"name": "东"})["id"]
    contacts.filled({"name": "甲", "customer": east})
    contacts.filled({"name": "乙"})
    assert published(contacts, access=access(group({"through": "customer"}))).status == 200
    assert names(li, contacts) == ["甲"]
    entered(contacts)
    assert names(li, contacts) == ["甲"]


SECRET = "13812341234"


def masked(company: Company, **more: Any) -> tuple[Desk, dict[str, Any]]:
    rules = group("all", fields={"phone": "masked"}, **more)
    phone = field("phone", "text", "phone")
    desk = Desk.open(company, form("Customers", MEMBERS[0], phone, title="{name}", access=access(rules)))
    return desk, desk.filled({"name": "甲", "phone": SECRET})


def test_a_masked_value_is_told_to_who_may_ask_and_the_log_keeps_it(company: Company) -> None:
    li, li_id = company.join("li@east.example.cn")
    _, made = masked(company, reveal=["phone"])
    path = f"/v1/records/{made['id']}"
    shown = li.get(path).body
    assert (shown["values"]["phone"], shown["may"]["reveal"]) == ("138****1234", ["phone"])
    assert li.post(f"{path}/reveal", {"field": "phone"}).body == {"field": "phone", "value": SECRET}
    assert [li.post(f"{path}/reveal", {"field": name}).status for name in ("name", "nothing")] == [403, 403]
    log = company.boss.get("/v1/audit?action=record.").body["items"]
    (entry,) = [each for each in log if each["action"] == "record.revealed"]
    told = entry["actor"]["id"], entry["target"]["id"], entry["after"]
    assert told == (li_id, made["id"], {"name": "Customers", "field": "phone"})


def test_a_masked_value_stays_masked_without_that(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    _, made = masked(company)
    path = f"/v1/records/{made['id']}"
    assert li.get(path).body["may"]["reveal"] == []
    refused = li.post(f"{path}/reveal", {"field": "phone"})
    assert (refused.status, refused.code) == (403, "field_not_revealed")


def test_a_builder_sees_the_form_as_a_member_does(company: Company) -> None:
    li, li_id = company.join("li@east.example.cn")
    desk, made = masked(company, reveal=["phone"], actions=["export"])
    path = f"/v1/forms/{desk.form_id}/access/preview"
    seen = company.boss.post(path, {"member_id": li_id}).body
    assert (seen["count"], seen["exact"], [each["id"] for each in seen["items"]]) == (1, True, [made["id"]])
    assert seen["items"][0]["values"] == li.get(f"/v1/forms/{desk.form_id}/records").body["items"][0]["values"]
    assert seen["fields"]["phone"] == {"least": "masked", "most": "edit"}
    assert [(each["id"], each["by"]) for each in seen["groups"]] == [
        ("@own", [EVERYONE]), ("@shared", [EVERYONE]), ("g1", [EVERYONE]),
    ]  # fmt: skip
    closed = company.boss.post(path, {"member_id": li_id, "access": access(group("own"))}).body
    assert (closed["count"], closed["items"]) == (0, [])


def test_what_others_see_is_told_only_to_who_holds_it(company: Company) -> None:
    li, li_id = company.join("li@east.example.cn")
    role = company.boss.post("/v1/roles", {"name": "搭建", "permissions": ["forms.build"]}).body["id"]
    builder, _ = company.join("build@east.example.cn", "小建", role_ids=[role])
    desk, made = masked(company)
    preview, readers = f"/v1/forms/{desk.form_id}/access/preview", f"/v1/records/{made['id']}/readers"
    assert builder.post(preview, {"member_id": company.boss_id}).code == "access_not_told"
    assert builder.get(readers).code == "access_not_told"
    assert li.post(preview, {"member_id": li_id}).status == 403
    found = company.boss.get(readers).body["items"]
    assert {each["member_id"]: [part["id"] for part in each["groups"]] for each in found}[li_id] == ["g1"]
    (one,) = company.boss.get(f"{readers}?member_id={li_id}").body["items"]
    assert (one["reads"], one["fields"]["phone"], one["shared"]) == (True, "masked", False)


@pytest.mark.parametrize(
    ("rows", "code"),
    [({"through": "name"}, "group_rows_link"), ({"members": ["name"]}, "group_rows_member"), ("all", "group_reveal")],
)
def test_rows_name_fields_of_their_kind(company: Company, rows: Any, code: str) -> None:
    rules = group(rows, reveal=["name"] if code == "group_reveal" else [])
    made = company.boss.post("/v1/forms", form("Deals", *MEMBERS, access=access(rules))).body
    checked = company.boss.post(f"/v1/forms/{made['id']}/check", {})
    assert [each["code"] for each in checked.body["problems"]] == [code]
