"""What becomes of records when the record that they are linked to is deleted: refuse, clear, cascade."""

import json
from datetime import timedelta
from typing import Any

from app import tend_forms
from chalicelib.aws.table import table
from chalicelib.forms import wiring
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..directory.company import Company
from ..jobs.worker import work_off_jobs
from .linked import children, link, opened
from .quote import Desk, codes


def forms(company: Company, on_delete: str, **more: Any) -> tuple[Desk, Desk]:
    customers = opened(company, "Customers")
    return customers, opened(company, "Contacts", link("customer", customers.form_id, on_delete=on_delete, **more))


def deleted(desk: Desk, record: dict[str, Any], by: Any = None) -> Any:
    return (by or desk.boss).delete(f"/v1/records/{record['id']}", record["version"])


def after_deletion(company: Company) -> None:
    """The bus and the jobs, by hand."""
    told = [event for event in company.cloud.events() if event["type"] == "forms.RecordDeleted"]
    for event in told:
        body = json.dumps({"detail": event})
        assert tend_forms({"Records": [{"messageId": "1", "body": body}]}, None) == {"batchItemFailures": []}
    work_off_jobs(company.cloud)


def test_a_record_that_others_are_linked_to_stays_and_says_who_they_are(company: Company) -> None:
    customers, contacts = forms(company, "refuse")
    east = customers.filled({"name": "东"})
    first = contacts.filled({"name": "张三", "customer": east["id"]})
    refused = deleted(customers, east)
    assert (refused.status, refused.code) == (409, "record_linked")
    assert codes(refused) == {f"/children/{contacts.form_id}/customer": "record_linked_by"}
    assert "Contacts" in refused.body["errors"][0]["message"]
    assert deleted(contacts, first).status == 204
    assert deleted(customers, east).status == 204


def test_who_may_not_read_them_learns_that_there_are_some_and_no_more(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    customers, contacts = forms(company, "refuse")
    group = {"id": "own", "audience": "everyone", "rows": "own", "actions": ["edit", "delete"], "fields": {}}
    customers = opened(company, "Customers", access={"groups": [group]})
    contacts = opened(company, "Contacts", link("customer", customers.form_id))
    mine = customers.filled({"name": "东"}, li)
    contacts.filled({"name": "密", "customer": mine["id"]})
    refused = deleted(customers, mine, li)
    assert codes(refused) == {"/children": "record_linked_by_others"}
    assert "Contacts" not in json.dumps(refused.body)
    assert contacts.form_id not in json.dumps(refused.body)


def test_a_link_is_cleared_and_the_history_says_why(company: Company) -> None:
    customers, contacts = forms(company, "clear", multiple=True)
    east, south = (customers.filled({"name": each}) for each in ("东", "南"))
    made = contacts.filled({"name": "张三", "customer": [east["id"], south["id"]]})
    assert deleted(customers, east).status == 204
    left = company.boss.get(f"/v1/records/{made['id']}").body
    assert (left["values"]["customer"], left["version"]) == ([south["id"]], 2)
    entry = company.boss.get(f"/v1/records/{made['id']}/history").body["items"][0]
    assert entry["action"] == "unlinked"
    assert children(company, contacts, "customer") == {south["id"]: {made["id"]: 2}}
    assert deleted(customers, south).status == 204
    assert company.boss.get(f"/v1/records/{made['id']}").body["values"] == {"name": "张三"}


def test_what_is_part_of_a_record_is_deleted_with_it_and_comes_back_alone(company: Company) -> None:
    customers, contacts = forms(company, "cascade")
    east = customers.filled({"name": "东"})
    made = contacts.filled({"name": "张三", "customer": east["id"]})
    assert deleted(customers, east).status == 204
    assert company.boss.get(f"/v1/records/{made['id']}").status == 404
    entry = company.boss.get(f"/v1/records/{made['id']}/history").body["items"][0]
    assert entry["action"] == "deleted_along"
    assert company.boss.post(f"/v1/records/{made['id']}/restore").status == 200
    shown = company.boss.get(f"/v1/records/{made['id']}").body
    assert shown["links"][east["id"]]["deleted"] is True


def test_a_cascade_stops_at_what_refuses_further_down(company: Company) -> None:
    customers, contacts = forms(company, "cascade")
    visits = opened(company, "Visits", link("contact", contacts.form_id))
    east = customers.filled({"name": "东"})
    made = contacts.filled({"name": "张三", "customer": east["id"]})
    visit = visits.filled({"name": "一", "contact": made["id"]})
    refused = deleted(customers, east)
    assert codes(refused) == {f"/children/{visits.form_id}/contact": "record_linked_by"}
    assert company.boss.get(f"/v1/records/{made['id']}").status == 200
    assert deleted(visits, visit).status == 204
    assert deleted(customers, east).status == 204


def test_more_than_one_transaction_holds_is_done_by_a_job(company: Company) -> None:
    customers, contacts = forms(company, "clear")
    east = customers.filled({"name": "东"})
    for number in range(14):
        contacts.filled({"name": f"{number}", "customer": east["id"]})
    assert deleted(customers, east).status == 204
    assert children(company, contacts, "customer")[east["id"]]
    after_deletion(company)
    assert children(company, contacts, "customer") == {}
    cards = contacts.listed("?limit=50").body["items"]
    assert len(cards) == 14
    values = [company.boss.get(f"/v1/records/{card['id']}").body["values"] for card in cards]
    assert not [each for each in values if "customer" in each]


def test_a_record_that_was_restored_keeps_what_is_still_linked_to_it(company: Company) -> None:
    customers, contacts = forms(company, "clear")
    east = customers.filled({"name": "东"})
    for number in range(14):
        contacts.filled({"name": f"{number}", "customer": east["id"]})
    assert deleted(customers, east).status == 204
    left = children(company, contacts, "customer")
    assert company.boss.post(f"/v1/records/{east['id']}/restore").status == 200
    after_deletion(company)
    assert children(company, contacts, "customer") == left


def test_a_record_that_is_linked_to_itself_can_be_deleted(company: Company) -> None:
    made = company.boss.post("/v1/forms", {"name": "Groups", "fields": [{"id": "name", "type": "text", "name": "n"}]})
    desk = Desk(company, made.body["id"])
    fields = [{"id": "name", "type": "text", "name": "n"}, link("near", desk.form_id, multiple=True)]
    assert desk.republish({"name": "Groups", "fields": fields}).status == 200
    one = desk.filled({"name": "一"})
    changed = desk.change(one, near=[one["id"]])
    assert changed.status == 200
    assert deleted(desk, changed.body).status == 204


def test_what_is_left_of_a_link_is_cleared_when_its_record_is_purged(company: Company) -> None:
    customers, contacts = forms(company, "cascade")
    east = customers.filled({"name": "东"})
    made = contacts.filled({"name": "张三", "customer": east["id"]})
    assert deleted(customers, east).status == 204
    assert company.boss.post(f"/v1/records/{made['id']}/restore").status == 200
    assert unlinked(company, customers, east["id"], days=29) == ["unfinished"]
    assert unlinked(company, customers, east["id"], days=31) == []
    assert children(company, contacts, "customer") == {}
    assert company.boss.get(f"/v1/records/{made['id']}").body["values"] == {"name": "张三"}


def unlinked(company: Company, customers: Desk, record_id: str, *, days: int) -> list[str]:
    """What the job would do so many days from now, done only once the record is purged."""
    place = customers.form_id, record_id
    work = UnitOfWork(system_actor(company.id), utc_now() + timedelta(days=days))
    found = wiring.unlinking().find(work, *place, "", 100)
    if days < 30:
        return ["unfinished" for _ in found]
    for item in found:
        wiring.unlinking().act(work, *place, item.cursor)
    table().commit(work)
    return [item.cursor for item in wiring.unlinking().find(work, *place, "", 100)]
