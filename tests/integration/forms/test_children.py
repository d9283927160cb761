"""Who links to a record: the links that lead there with how many, and the records, as far as one may read them."""

from ..conftest import Api
from ..directory.company import Company
from .linked import form, link, opened
from .quote import Desk, field
from .test_link_titles import OPEN


def tabs(desk: Desk, record_id: str, by: Api | None = None) -> dict[str, int]:
    answer = (by or desk.boss).get(f"/v1/records/{record_id}/children")
    assert answer.status == 200, answer.body
    return {f"{each['form_name']}/{each['path']}": each["count"] for each in answer.body["items"]}


def test_a_record_tells_who_links_to_it(company: Company) -> None:
    customers = opened(company, "Customers")
    contacts = opened(company, "Contacts", link("customer", customers.form_id))
    rows = {"columns": [link("payer", customers.form_id)]}
    orders = opened(company, "Orders", field("lines", "lines", "lines", options=rows))
    east, south = (customers.filled({"name": each})["id"] for each in ("东", "南"))
    made = [contacts.filled({"name": f"{number}", "customer": east})["id"] for number in range(3)]
    order = orders.filled({"name": "一", "lines": [{"payer": east}, {"payer": east}, {"payer": south}]})
    assert tabs(customers, east) == {"Contacts/customer": 3, "Orders/lines.payer": 1}
    assert tabs(customers, south) == {"Contacts/customer": 0, "Orders/lines.payer": 1}
    page = company.boss.get(f"/v1/records/{east}/children/{contacts.form_id}/customer?limit=2").body
    assert [card["id"] for card in page["items"]] == [made[2], made[1]]
    assert page["items"][0]["links"] == {}
    rest = company.boss.get(
        f"/v1/records/{east}/children/{contacts.form_id}/customer?limit=2&cursor={page['next_cursor']}"
    ).body
    assert ([card["id"] for card in rest["items"]], rest["next_cursor"]) == ([made[0]], None)
    (card,) = company.boss.get(f"/v1/records/{south}/children/{orders.form_id}/lines.payer").body["items"]
    assert card["id"] == order["id"]


def test_children_are_listed_and_counted_as_far_as_they_may_be_read(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    customers = opened(company, "Customers", access=OPEN)
    contacts = opened(company, "Contacts", link("customer", customers.form_id))
    secrets = opened(
        company, "Secrets", link("customer", customers.form_id), access={"submit": {"roles": [company.role("管理员")]}}
    )
    east = customers.filled({"name": "东"})["id"]
    for number in range(3):
        contacts.filled({"name": f"{number}", "customer": east})
    mine = contacts.filled({"name": "我的", "customer": east}, li)["id"]
    secrets.filled({"name": "密", "customer": east})
    assert tabs(customers, east, li) == {"Contacts/customer": 1}
    assert tabs(customers, east) == {"Contacts/customer": 4, "Secrets/customer": 1}
    page = li.get(f"/v1/records/{east}/children/{contacts.form_id}/customer?limit=1").body
    assert ([card["id"] for card in page["items"]], page["next_cursor"]) == ([mine], None)
    assert li.get(f"/v1/records/{east}/children/{secrets.form_id}/customer").body["items"] == []


def test_children_of_what_is_not_theirs_or_of_no_link_are_not_there(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    customers = opened(company, "Customers")
    contacts = opened(company, "Contacts", link("customer", customers.form_id))
    east = customers.filled({"name": "东"})["id"]
    assert li.get(f"/v1/records/{east}/children").status == 404
    assert li.get(f"/v1/records/{east}/children/{contacts.form_id}/customer").status == 404
    assert company.boss.get(f"/v1/records/{east}/children/{contacts.form_id}/name").status == 404
    assert company.boss.get(f"/v1/records/{east}/children/{customers.form_id}/customer").status == 404


def test_a_link_that_is_hidden_from_a_reader_tells_them_nothing(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    customers = opened(company, "Customers", access=OPEN)
    group = {"id": "all", "audience": "everyone", "rows": "all", "fields": {"customer": "hidden"}}
    contacts = opened(company, "Contacts", link("customer", customers.form_id), access={"groups": [group]})
    east = customers.filled({"name": "东"})["id"]
    contacts.filled({"name": "张三", "customer": east})
    assert tabs(customers, east, li) == {}
    assert li.get(f"/v1/records/{east}/children/{contacts.form_id}/customer").status == 404
    assert tabs(customers, east) == {"Contacts/customer": 1}


def test_a_link_that_was_removed_and_came_back_finds_its_children_again(company: Company) -> None:
    from .test_reindex import run_jobs_of

    customers = opened(company, "Customers")
    contacts = opened(company, "Contacts", link("customer", customers.form_id))
    east = customers.filled({"name": "东"})["id"]
    kept = contacts.filled({"name": "张三", "customer": east})
    changed = contacts.filled({"name": "李四", "customer": east})
    plain = form("Contacts", field("name", "text", "name", indexed=True), title="{name}")
    assert contacts.republish(plain).status == 200
    assert tabs(customers, east) == {}
    assert contacts.change(changed, name="李四（新）").status == 200
    again = form("Contacts", *plain["fields"], link("customer", customers.form_id), title="{name}")
    assert contacts.republish(again).status == 200
    assert run_jobs_of(contacts) == 1
    assert tabs(customers, east) == {"Contacts/customer": 2}
    cards = company.boss.get(f"/v1/records/{east}/children/{contacts.form_id}/customer").body["items"]
    assert {card["id"]: card["title"] for card in cards} == {kept["id"]: "张三", changed["id"]: "李四（新）"}
