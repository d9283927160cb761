"""Ways to ask about what is kept back, each of which answers as if it did not exist."""

import json
from urllib.parse import quote

from ..conftest import Api
from ..directory.company import Company
from .linked import form, link, opened
from .quote import Desk, codes, field
from .test_rights import Chain, access, group

PRICES = group("all", fields={"price": "hidden"})
SAME_PRICE = {"field": "price", "op": "eq", "value": {"field": "guess"}}


def priced(company: Company) -> tuple[Api, Desk, str]:
    """A product whose price is hidden from everybody, and a form whose link compares it with a value of its own."""
    li, _ = company.join("li@east.example.cn")
    price = field("price", "number", "price")
    products = opened(
        company, "Products", price, access=access(PRICES, group("own", id="g2", fields={"price": "hidden"}))
    )
    product = products.filled({"name": "泵", "price": "42"})["id"]
    fields = field("name", "text", "name"), field("guess", "number", "guess")
    asked = link("product", products.form_id, filter={"all": [SAME_PRICE]})
    return li, Desk.open(company, form("Asked", *fields, asked, title="{name}")), product


def candidates(by: Api, desk: Desk, guess: str) -> list[str]:
    values = quote(json.dumps({"guess": guess}))
    answer = by.get(f"/v1/forms/{desk.form_id}/links/product/candidates?values={values}")
    assert answer.status == 200, answer.body
    return [each["title"] for each in answer.body["items"]]


def test_the_condition_of_a_link_does_not_tell_a_hidden_value(company: Company) -> None:
    li, desk, product = priced(company)
    assert (candidates(company.boss, desk, "42"), candidates(company.boss, desk, "41")) == (["泵"], [])
    assert [candidates(li, desk, guess) for guess in ("41", "42")] == [[], []]
    told = [
        codes(li.post(f"/v1/forms/{desk.form_id}/records", {"values": {"guess": guess, "product": product}}))
        for guess in ("41", "42")
    ]
    assert told == [{"/values/product": "value_no_record"}] * 2


def test_what_was_chosen_by_who_sees_it_stays_for_who_does_not(company: Company) -> None:
    li, desk, product = priced(company)
    made = li.post(f"/v1/forms/{desk.form_id}/records", {"values": {"name": "一", "guess": "42"}}).body
    path = f"/v1/records/{made['id']}"
    chosen = company.boss.put(path, {"values": {**made["values"], "product": product}}, made["version"])
    assert chosen.status == 200, chosen.body
    renamed = li.put(path, {"values": {**chosen.body["values"], "name": "二"}}, chosen.body["version"])
    assert (renamed.status, renamed.body["values"]["product"]) == (200, product)


def test_a_search_for_a_title_behind_a_link_finds_nothing(company: Company) -> None:
    chain = Chain(company)
    for text in ("乙", "乙的人"):
        found = chain.li.get(f"/v1/forms/{chain.notes.form_id}/links/contact/candidates?q={quote(text)}")
        assert found.body["items"] == []
    where = quote(json.dumps([{"field": "customer", "op": "eq", "value": chain.outside}]))
    count = chain.li.get(f"/v1/forms/{chain.contacts.form_id}/records/count?filter={where}")
    never = quote(json.dumps([{"field": "customer", "op": "eq", "value": "0" * 26}]))
    same = chain.li.get(f"/v1/forms/{chain.contacts.form_id}/records/count?filter={never}")
    assert (count.status, count.body) == (same.status, same.body)
    assert chain.li.get(f"/v1/records/{chain.outside}/children").status == 404


def test_a_masked_value_cannot_be_searched_or_asked_for(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    fields = field("name", "text", "name", indexed=True), field("phone", "text", "phone", indexed=True)
    rules = access(group("all", fields={"phone": "masked"}, reveal=["phone"]))
    desk = Desk.open(company, form("Customers", *fields, title="{name}", list=["name", "phone"], access=rules))
    made = desk.filled({"name": "甲", "phone": "13812345678"})
    path = f"/v1/forms/{desk.form_id}/records"
    assert li.get(f"{path}?q=13812345678").body["items"] == []
    where = quote(json.dumps([{"field": "phone", "op": "eq", "value": "13812345678"}]))
    assert (li.get(f"{path}?filter={where}").status, li.get(f"{path}?sort=phone").status) == (422, 422)
    assert li.get(f"/v1/records/{made['id']}/history").body["items"][0]["changes"] == []
    assert li.get(f"/v1/records/{made['id']}/readers").code == "access_not_told"
