"""Duplicate rules over HTTP: who is refused, what is told to whom, and what becomes of records of before."""

from dataclasses import dataclass
from typing import Any

import pytest

from ..conftest import Answer, Api
from ..directory.company import Company
from ..race import race
from .linked import form, rows
from .quote import Desk, codes, field
from .test_reindex import jobs_of, run_jobs_of

HENGLI = "常州恒力液压有限公司"
NAME = {"id": "same", "name": "客户名称", "fields": [{"field": "name", "as": "company"}]}
OWN = {"id": "own", "name": "本人", "audience": "everyone", "rows": "own", "actions": ["edit", "delete"]}


def customer_form(*rules: dict[str, Any]) -> dict[str, Any]:
    fields = field("name", "text", "客户名称"), field("phone", "phone", "电话")
    return form("客户", *fields, access={"groups": [OWN]}, duplicates=list(rules))


@dataclass
class Shop:
    company: Company
    leads: Desk
    customers: Desk
    sales: Api

    def match(self, desk: Desk, by: Api, record_id: str = "", **values: Any) -> list[dict[str, Any]]:
        body = {"values": values, **({"record_id": record_id} if record_id else {})}
        answer = by.post(f"/v1/forms/{desk.form_id}/duplicates", body)
        assert answer.status == 200, answer.body
        found: list[dict[str, Any]] = answer.body["matches"]
        return found


@pytest.fixture
def shop(company: Company) -> Shop:
    leads = Desk.open(company, form("线索", field("company", "text", "公司"), access={"groups": [OWN]}))
    rule = {**NAME, "across": [{"form": leads.form_id, "fields": ["company"]}]}
    customers = Desk.open(company, customer_form(rule))
    sales, _ = company.join("li@east.example.cn", "李销售")
    return Shop(company, leads, customers, sales)


def refused(answer: Answer, code: str, path: str) -> dict[str, Any]:
    assert (answer.status, answer.code) == (409, code), answer.body
    assert codes(answer) == {path: code}
    params: dict[str, Any] = answer.body["params"]
    return params


def test_who_may_read_the_other_record_is_told_which_it_is(shop: Shop) -> None:
    first = shop.customers.filled({"name": HENGLI})
    told = refused(shop.customers.fill({"name": "常州恒力液压 (有限公司)"}), "duplicate_found", "/values/name")
    assert (told["record_id"], told["form_id"], told["title"]) == (first["id"], shop.customers.form_id, HENGLI)
    lead = refused(shop.leads.fill({"company": "常州恒力液压"}), "duplicate_found", "/values/company")
    assert lead["record_id"] == first["id"]


def test_who_may_not_is_told_that_there_is_one_and_whose_and_nothing_else(shop: Shop) -> None:
    first = shop.customers.filled({"name": HENGLI})
    boss = shop.company.member(shop.company.boss_id)["name"]
    answer = shop.customers.fill({"name": "常州恒力液压(有限公司)"}, shop.sales)
    told = refused(answer, "duplicate_found_unseen", "/values/name")
    assert told == {"owner": f"{boss[0]}*", "rule": "客户名称"}
    assert first["id"] not in str(answer.body)
    assert HENGLI not in str(answer.body)
    assert not shop.match(shop.leads, shop.sales, company="恒力")
    (match,) = shop.match(shop.leads, shop.sales, company="常州恒力液压")
    assert match == {
        "rule": "same", "name": "客户名称", "policy": "block", "fields": ["company"], "readable": False,
        "owner": f"{boss[0]}*",
    }  # fmt: skip


def test_of_two_at_once_in_two_forms_exactly_one_is_saved(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    saves = [lambda: shop.customers.fill({"name": HENGLI}), lambda: shop.leads.fill({"company": "常州恒力液压"})]
    answers = race(monkeypatch, saves)
    assert sorted(answer.status for answer in answers) == [201, 409]
    assert next(each for each in answers if each.status == 409).code == "duplicate_found"


def test_the_bin_frees_and_restoring_takes_again(shop: Shop) -> None:
    first = shop.customers.filled({"name": HENGLI})
    assert shop.customers.boss.delete(f"/v1/records/{first['id']}", first["version"]).status == 204
    lead = shop.leads.filled({"company": HENGLI})
    back = f"/v1/records/{first['id']}/restore"
    assert shop.customers.boss.post(back).code == "duplicate_found"
    assert shop.leads.change(lead, company="别的公司").status == 200
    assert shop.customers.boss.post(back).status == 200
    assert shop.leads.fill({"company": HENGLI}).status == 409
    assert len(rows(shop.company, "duplicate_entry")) == 2


def test_what_stays_as_it_was_is_not_refused(shop: Shop) -> None:
    first = shop.customers.filled({"name": HENGLI, "phone": "13800138000"})
    changed = shop.customers.change(first, name="常州恒力液压有限责任公司", phone="13800138001")
    assert changed.status == 200, changed.body
    assert shop.customers.filled({"phone": "13800138001"})  # without a name it is the duplicate of none
    assert not shop.match(shop.customers, shop.customers.boss, first["id"], name=HENGLI)


def test_a_rule_that_warns_tells_and_lets_save(company: Company) -> None:
    warns = {"id": "tel", "name": "电话", "fields": [{"field": "phone", "as": "phone"}], "policy": "warn"}
    desk = Desk.open(company, customer_form(warns))
    first = desk.filled({"name": "甲", "phone": "021-68886888"})
    assert desk.filled({"name": "乙", "phone": "021-68886888 转 12"})
    asked = company.boss.post(
        f"/v1/forms/{desk.form_id}/duplicates", {"values": {"name": "丙", "phone": "(021)68886888"}}
    )
    assert [each["policy"] for each in asked.body["matches"]] == ["warn", "warn"]
    assert asked.body["matches"][0]["record_id"] == first["id"]
    assert asked.body["matches"][0]["owner"] == company.member(company.boss_id)["name"]


def test_records_of_before_come_under_a_new_rule_and_duplicates_are_listed(company: Company) -> None:
    desk = Desk.open(company, customer_form())
    old = [desk.filled({"name": name}) for name in (HENGLI, "常州恒力液压", "华东阀门")]
    assert desk.republish(customer_form(NAME)).status == 200
    assert run_jobs_of(desk) == 1
    (job,) = [each for each in jobs_of(desk) if each["kind"] == "forms.enter_duplicates"]
    log = company.boss.get(f"/v1/jobs/{job['id']}").body["log"]
    assert {(each["item"], each["code"]) for each in log} == {
        (HENGLI, "duplicate_kept"),
        ("常州恒力液压", "duplicate_kept"),
    }
    assert desk.fill({"name": "华东阀门有限公司"}).code == "duplicate_found"
    changed = desk.change(old[1], phone="13800138000")
    assert changed.status == 200  # what was there already may be changed in another place
    for each in (old[0], changed.body):
        assert desk.fill({"name": HENGLI}).status == 409
        assert desk.boss.delete(f"/v1/records/{each['id']}", each["version"]).status == 204
    assert desk.fill({"name": HENGLI}).status == 201


def test_a_rule_that_was_taken_away_refuses_nobody(shop: Shop) -> None:
    shop.customers.filled({"name": HENGLI})
    assert shop.customers.republish(customer_form()).status == 200
    assert shop.leads.fill({"company": HENGLI}).status == 201
    assert shop.customers.fill({"name": HENGLI}).status == 201


def test_both_sides_are_checked_at_publishing(shop: Shop) -> None:
    dropped = shop.leads.republish(form("线索", field("other", "text", "公司")))
    assert codes(dropped) == {"/fields": "field_used_by_duplicates"}
    unknown = {**NAME, "across": [{"form": "0" * 26, "fields": ["x"]}]}
    assert codes(shop.customers.republish(customer_form(unknown))) == {"/duplicates/0/across/0/form": "duplicate_form"}


def test_nobody_compares_with_records_that_they_may_not_read(shop: Shop) -> None:
    role = shop.company.boss.post("/v1/roles", {"name": "建表", "permissions": ["forms.build"]}).body["id"]
    builder, _ = shop.company.join("b@east.example.cn", "建表", role_ids=[role])
    across = [{"form": shop.leads.form_id, "fields": ["company"]}]
    made = builder.post("/v1/forms", customer_form({**NAME, "across": across}))
    published = builder.post(f"/v1/forms/{made.body['id']}/publish", headers={"If-Match": '"1"'})
    assert codes(published) == {"/duplicates/0/across/0/form": "duplicate_beyond_own_rights"}


def test_who_may_not_fill_in_asks_nothing(shop: Shop) -> None:
    closed = Desk.open(shop.company, {**customer_form(NAME), "access": {"submit": {"members": [shop.company.boss_id]}}})
    assert shop.sales.post(f"/v1/forms/{closed.form_id}/duplicates", {"values": {"name": HENGLI}}).status == 403
    mine = shop.customers.filled({"name": HENGLI})
    body = {"values": {"name": "x"}, "record_id": mine["id"]}
    assert shop.sales.post(f"/v1/forms/{shop.customers.form_id}/duplicates", body).status == 404
