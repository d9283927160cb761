"""What may be chosen for a link: what the reader may read, what its condition admits, what the typed text finds."""

import json
from typing import Any
from urllib.parse import quote

from ..conftest import Api
from ..directory.company import Company
from .linked import link, opened
from .quote import Desk, field
from .test_link_titles import OPEN


def candidates(desk: Desk, path: str, by: Api | None = None, **query: Any) -> list[str]:
    asked = "&".join(f"{name}={quote(str(each))}" for name, each in query.items())
    answer = (by or desk.boss).get(f"/v1/forms/{desk.form_id}/links/{path}/candidates?{asked}")
    assert answer.status == 200, answer.body
    return [card["title"] for card in answer.body["items"]]


def test_what_is_typed_finds_titles_by_a_part_or_by_the_first_letters_of_sounds(company: Company) -> None:
    suppliers = opened(company, "Suppliers")
    for name in ("上海华东阀门有限公司", "重庆长安机械", "Acme Valves", "深圳鑫源"):
        suppliers.filled({"name": name})
    desk = opened(company, "Requisitions", link("supplier", suppliers.form_id))
    assert candidates(desk, "supplier") == ["深圳鑫源", "Acme Valves", "重庆长安机械", "上海华东阀门有限公司"]
    assert candidates(desk, "supplier", q="阀门") == ["上海华东阀门有限公司"]
    assert candidates(desk, "supplier", q="ＶＡＬ") == ["Acme Valves"]
    assert candidates(desk, "supplier", q="hdfm") == ["上海华东阀门有限公司"]
    assert candidates(desk, "supplier", q="CQCA") == ["重庆长安机械"]
    assert candidates(desk, "supplier", q="szxy") == ["深圳鑫源"]
    assert candidates(desk, "supplier", q="没有") == []


def test_only_what_the_condition_admits_beside_this_record_is_offered(company: Company) -> None:
    customers = opened(company, "Customers")
    east, south = (customers.filled({"name": each})["id"] for each in ("东", "南"))
    contacts = opened(company, "Contacts", link("customer", customers.form_id), field("level", "number", "level"))
    for name, customer, level in (("张三", east, "1"), ("李四", south, "9"), ("王五", east, "9")):
        contacts.filled({"name": name, "customer": customer, "level": level})
    theirs = {"field": "customer", "op": "eq", "value": {"field": "buyer"}}
    high = {"field": "level", "op": "gte", "value": "5"}
    rows = {"columns": [link("contact", contacts.form_id, filter=theirs)]}
    desk = opened(
        company, "Orders", link("buyer", customers.form_id), field("lines", "lines", "lines", options=rows),
        link("contact", contacts.form_id, filter={"all": [theirs, high]}),
    )  # fmt: skip
    assert candidates(desk, "contact", values=json.dumps({"buyer": east})) == ["王五"]
    assert candidates(desk, "contact", values=json.dumps({"buyer": south})) == ["李四"]
    assert candidates(desk, "contact") == []
    assert candidates(desk, "lines.contact", values=json.dumps({"buyer": east})) == ["王五", "张三"]
    broken = company.boss.get(f"/v1/forms/{desk.form_id}/links/contact/candidates?values=x")
    assert (broken.status, broken.code) == (422, "list_invalid")


def test_a_reader_is_offered_what_they_may_read_with_what_they_may_see_of_it(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    group = {"id": "all", "audience": "everyone", "rows": "all", "fields": {"cost": "hidden"}}
    columns = [field("cost", "number", "cost"), field("unit", "text", "unit")]
    products = opened(company, "Products", *columns, access={"groups": [group]})
    own = opened(company, "Own", *columns)
    products.filled({"name": "球阀", "cost": "3", "unit": "个"})
    own.filled({"name": "密"})
    own.filled({"name": "我的"}, li)
    desk = opened(
        company, "Requisitions", link("product", products.form_id, columns=["cost", "unit"]), link("own", own.form_id)
    )
    place = f"/v1/forms/{desk.form_id}/links/product/candidates"
    (card,) = company.boss.get(place).body["items"]
    assert card["values"] == {"cost": "3", "unit": "个"}
    assert card["form_id"] == products.form_id
    (card,) = li.get(place).body["items"]
    assert (card["title"], card["values"]) == ("球阀", {"unit": "个"})
    assert candidates(desk, "own", li) == ["我的"]
    assert candidates(desk, "own", li, q="密") == []
    assert candidates(desk, "own") == ["我的", "密"]


def test_pages_follow_each_other_and_belong_to_their_question(company: Company) -> None:
    suppliers = opened(company, "Suppliers")
    for number in range(5):
        suppliers.filled({"name": f"供应商{number}"})
    desk = opened(company, "Requisitions", link("supplier", suppliers.form_id))
    place = f"/v1/forms/{desk.form_id}/links/supplier/candidates"
    first = company.boss.get(f"{place}?limit=2").body
    second = company.boss.get(f"{place}?limit=2&cursor={first['next_cursor']}").body
    third = company.boss.get(f"{place}?limit=2&cursor={second['next_cursor']}").body
    titles = [card["title"] for page in (first, second, third) for card in page["items"]]
    assert (titles, third["next_cursor"]) == ([f"供应商{number}" for number in (4, 3, 2, 1, 0)], None)
    assert company.boss.get(f"{place}?q=1&cursor={first['next_cursor']}").status == 422


def test_a_link_to_several_forms_is_chosen_from_one_of_them(company: Company) -> None:
    leads, customers = opened(company, "Leads"), opened(company, "Customers")
    leads.filled({"name": "线索"})
    customers.filled({"name": "客户"})
    desk = opened(company, "Visits", link("subject", leads.form_id, customers.form_id))
    assert candidates(desk, "subject") == ["线索"]
    assert candidates(desk, "subject", form=customers.form_id) == ["客户"]
    place = f"/v1/forms/{desk.form_id}/links"
    assert company.boss.get(f"{place}/subject/candidates?form={desk.form_id}").status == 404
    assert company.boss.get(f"{place}/name/candidates").status == 404


def test_nobody_chooses_for_a_link_that_is_hidden_from_them_or_in_a_form_that_is_closed(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    suppliers = opened(company, "Suppliers", access=OPEN)
    suppliers.filled({"name": "华东"})
    group = {"id": "all", "audience": "everyone", "rows": "all", "fields": {"supplier": "hidden"}}
    hiding = opened(company, "Hiding", link("supplier", suppliers.form_id), access={"groups": [group]})
    closed = opened(
        company, "Closed", link("supplier", suppliers.form_id), access={"submit": {"roles": [company.role("管理员")]}}
    )
    for desk in (hiding, closed):
        assert li.get(f"/v1/forms/{desk.form_id}/links/supplier/candidates").status == 404
        assert candidates(desk, "supplier") == ["华东"]


def test_records_that_a_condition_opens_are_offered_over_many_that_it_does_not(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    rows = {"field": "level", "op": "eq", "value": "A"}
    group = {"id": "some", "audience": "everyone", "rows": rows, "fields": {}}
    level = field("level", "text", "level", indexed=True)
    suppliers = opened(company, "Suppliers", level, access={"groups": [group]})
    for number in range(9):
        suppliers.filled({"name": f"供应商{number}", "level": "A" if number % 4 == 0 else "B"})
    desk = opened(company, "Requisitions", link("supplier", suppliers.form_id))
    assert candidates(desk, "supplier", li) == ["供应商8", "供应商4", "供应商0"]
    first = li.get(f"/v1/forms/{desk.form_id}/links/supplier/candidates?limit=1").body
    assert [card["title"] for card in first["items"]] == ["供应商8"]
    place = f"/v1/forms/{desk.form_id}/links/supplier/candidates?limit=2&cursor={first['next_cursor']}"
    assert [card["title"] for card in li.get(place).body["items"]] == ["供应商4", "供应商0"]
