"""Two records of a form become one: values, what is linked to them, what their ids stand for, and the way back."""

from ..conftest import Cloud
from ..directory.company import Browser, Company
from ..jobs.worker import work_off_jobs
from .budgets import Budgets
from .linked import children, form, link
from .merged import ALL, FIELDS, Customers
from .quote import codes, field
from .rolled import rollup
from .sourcing import lookup


def test_a_merge_moves_what_is_linked_and_its_undoing_brings_all_back(company: Company) -> None:
    desk = Customers.open(company)
    east, south = desk.two()
    contact = desk.contacts.filled({"name": "张", "customer": south["id"]})
    guests = [{"who": south["id"], "note": "x"}, {"who": east["id"], "note": "y"}]
    visit = desk.visits.filled({"name": "访", "customers": [south["id"], east["id"]], "guests": guests})
    before = [desk.get(each)["values"] for each in (east, south, contact, visit)]

    shown = company.boss.post(f"/v1/records/{east['id']}/merge/preview", {"loser": south["id"]})
    assert shown.status == 200, shown.body
    assert {each["field"]: each["proposed"] for each in shown.body["fields"]} == {
        "name": "survivor", "phone": "survivor", "code": "loser", "tags": "union",
    }  # fmt: skip
    assert {(each["path"], each["count"]) for each in shown.body["children"]} == {
        ("customer", 1), ("customers", 1), ("guests.who", 1),
    }  # fmt: skip
    assert shown.body["refusals"] == []

    merge_id = desk.merged(east, south)
    whole = desk.get(east)
    assert whole["values"] == {"name": "东", "phone": "1", "code": "S", "tags": ["a", "b", "c"]}
    assert not whole["locked"]
    assert desk.get(contact)["values"]["customer"] == east["id"]
    moved = desk.get(visit)["values"]
    assert moved["customers"] == [east["id"]]
    assert [row["who"] for row in moved["guests"]] == [east["id"], east["id"]]
    assert children(company, desk.contacts, "customer") == {east["id"]: {contact["id"]: 2}}
    assert desk.customers.listed().body["items"][0]["id"] == east["id"]
    assert len(desk.customers.listed().body["items"]) == 1
    assert company.boss.get(f"/v1/forms/{desk.customers.form_id}/bin").body["items"] == []
    (told,) = [each for each in company.cloud.events() if each["type"] == "forms.RecordMerged"]
    assert (told["data"]["record_id"], told["data"]["survivor_id"]) == (south["id"], east["id"])
    assert company.boss.get(f"/v1/records/{contact['id']}/history").body["items"][0]["action"] == "merged"

    (listed,) = company.boss.get(f"/v1/records/{east['id']}/merges").body["items"]
    assert (listed["title"], listed["state"], listed["may_undo"]) == ("南", "done", True)
    desk.undone(east, merge_id)
    assert [desk.get(each)["values"] for each in (east, south, contact, visit)] == before
    assert not desk.get(south)["locked"]
    assert desk.customers.fill({"name": "另", "code": "S"}).code == "value_taken"
    assert desk.undo(east, merge_id).code == "merge_over"


def test_the_old_id_leads_to_the_survivor_for_whoever_may_read_that(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    desk = Customers.open(company, access={})
    east, south = desk.two()
    desk.merged(east, south)
    found = company.boss.get(f"/v1/records/{south['id']}").body
    assert (found["id"], found["merged_from"]) == (east["id"], south["id"])
    for place in ("history", "children", "merges"):
        old, new = (company.boss.get(f"/v1/records/{each['id']}/{place}").body for each in (south, east))
        assert old == new
    assert li.get(f"/v1/records/{south['id']}").status == 404
    refused = desk.customers.change({**found, "id": south["id"]}, name="改")
    assert (refused.status, refused.code) == (409, "record_merged")
    assert refused.body["params"] == {"record_id": east["id"]}
    late = desk.contacts.filled({"name": "张", "customer": south["id"]})
    assert late["values"]["customer"] == east["id"]


def test_nobody_changes_either_while_they_are_merged_and_a_merge_can_be_given_up(company: Company) -> None:
    desk = Customers.open(company)
    east, south = desk.two()
    contacts = [desk.contacts.filled({"name": each, "customer": south["id"]}) for each in ("一", "二")]
    merge_id = desk.merge(east, south).body["merge_id"]
    locked = desk.get(south)
    assert locked["merging"]
    assert locked["locked"]
    assert desk.customers.change(locked, name="改").code == "record_merging"
    assert company.boss.delete(f"/v1/records/{south['id']}", locked["version"]).code == "record_merging"
    assert desk.merge(desk.get(east), locked).code == "record_merging"
    desk.undone(east, merge_id)
    assert [desk.get(each)["values"]["customer"] for each in contacts] == [south["id"], south["id"]]
    assert not desk.get(east)["locked"]
    assert desk.customers.change(desk.get(south), name="改").status == 200


def test_who_may_not_see_or_delete_all_of_both_merges_nothing(company: Company) -> None:
    li, _ = company.join("li@east.example.cn")
    hiding = {**ALL, "fields": {"phone": "hidden"}}
    own = {"id": "own", "audience": "everyone", "rows": "own", "actions": ["edit"], "fields": {}}
    desk = Customers.open(company, access={"groups": [own, hiding]})
    east, south = desk.two()
    assert desk.merge(east, south, li).code == "merge_denied"
    preview = li.post(f"/v1/records/{east['id']}/merge/preview", {"loser": south["id"]})
    assert preview.code == "merge_denied"
    other = desk.contacts.filled({"name": "张"})
    assert codes(desk.merge(east, other)) == {"/loser": "merge_other_form"}
    assert codes(desk.merge(east, east)) == {"/loser": "merge_itself"}
    assert codes(desk.merge(east, south, name="union")) == {"/take/name": "merge_take"}


def test_what_changed_since_stays_when_a_merge_is_undone(company: Company) -> None:
    desk = Customers.open(company)
    east, south = desk.two()
    contact = desk.contacts.filled({"name": "张", "customer": south["id"]})
    other = desk.customers.filled({"name": "西"})
    merge_id = desk.merged(east, south, name="loser")
    assert desk.customers.change(desk.get(east), phone="2", tags=["a"]).status == 200
    assert desk.contacts.change(desk.get(contact), customer=other["id"]).status == 200
    desk.undone(east, merge_id)
    assert desk.get(east)["values"] == {"name": "东", "phone": "2", "tags": ["a"]}
    assert desk.get(contact)["values"]["customer"] == other["id"]
    assert desk.get(south)["values"]["code"] == "S"


def test_what_comes_out_of_the_bin_names_the_survivor(company: Company) -> None:
    desk = Customers.open(company)
    east, south = desk.two()
    contact = desk.contacts.filled({"name": "张", "customer": south["id"]})
    assert company.boss.delete(f"/v1/records/{contact['id']}", 1).status == 204
    desk.merged(east, south)
    assert company.boss.post(f"/v1/records/{contact['id']}/restore").status == 200
    assert desk.get(contact)["links"][south["id"]]["title"] == "东"
    desk.work()
    assert desk.get(contact)["values"]["customer"] == east["id"]


def test_figures_and_what_is_pulled_through_follow(company: Company) -> None:
    desk = Customers.open(company)
    name = field("name", "text", "name")
    pulled = [lookup("now", "customer", "phone", "live"), lookup("then", "customer", "name", "frozen")]
    contact_form = form("Contacts", name, link("customer", desk.customers.form_id), *pulled, title="{name}")
    assert desk.contacts.republish(contact_form).status == 200
    counted = rollup("contacts", desk.contacts, "count")
    customer_form = form("Customers", name, *FIELDS, counted, title="{name}", access={"groups": [ALL]})
    assert desk.customers.republish(customer_form).status == 200
    east, south = desk.two()
    contacts = [desk.contacts.filled({"name": "张", "customer": each["id"]}) for each in (east, south)]
    desk.work()
    assert [desk.get(each)["values"]["contacts"] for each in (east, south)] == ["1", "1"]
    merge_id = desk.merged(east, south)
    assert desk.get(east)["values"]["contacts"] == "2"
    moved = desk.get(contacts[1])["values"]
    assert (moved["now"], moved["then"]) == ("1", "南")
    desk.undone(east, merge_id)
    assert [desk.get(each)["values"]["contacts"] for each in (east, south)] == ["1", "1"]
    assert "now" not in desk.get(contacts[1])["values"]


def test_what_was_used_of_a_balance_moves_if_there_is_room(cloud: Cloud, browser: Browser) -> None:
    desk = Budgets.open(cloud, browser)
    boss = desk.boss
    east, south, north = (desk.budget(limit) for limit in ("100", "100", "500"))
    for each, total in ((east, "60"), (south, "50"), (north, "70")):
        desk.bought(each, total)
    preview = boss.post(f"/v1/records/{east['id']}/merge/preview", {"loser": south["id"]}).body
    assert [each["code"] for each in preview["refusals"]] == ["merge_balance_short"]
    body = {"loser": south["id"], "loser_version": 1}
    refused = boss.post(f"/v1/records/{east['id']}/merge", body, headers={"If-Match": '"1"'})
    assert (refused.status, refused.code) == (409, "merge_refused")
    started = boss.post(f"/v1/records/{north['id']}/merge", body, headers={"If-Match": '"1"'})
    assert started.status == 202, started.body
    work_off_jobs(cloud)
    (left,) = boss.get(f"/v1/records/{south['id']}/balances").body["items"]
    assert (left["used"], left["free"]) == ("120", "380")
    assert boss.post(f"/v1/records/{north['id']}/balances/recheck").body["items"][0]["agrees"]
