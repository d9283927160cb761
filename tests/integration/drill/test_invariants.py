"""The checker: nothing to say of what the product wrote, and a word for every fault that is planted."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.aws import outbox
from tools.restore.invariants import RULES, faults_of

from ..conftest import Cloud
from ..directory.company import Browser
from ..flows.company_fixture import CompanyFixture, quote

Items = list[dict[str, Any]]


class Taken:
    """A bus that takes everything."""

    def put_events(self, *, Entries: list[dict[str, Any]]) -> dict[str, Any]:  # noqa: N803 - boto3's spelling
        return {"Entries": [{} for _ in Entries]}


@pytest.fixture
def items(cloud: Cloud, browser: Browser) -> Items:
    """A company with records in every state: drafts, one in the bin, runs that go on, ended well, badly and early."""
    fixture = CompanyFixture.found(cloud, browser).with_flow()
    fixture.submitted(price="95")
    fixture.decide("manager")
    fixture.submitted(price="80", line="b")
    fixture.decide("manager", "reject", "太低")
    fixture.submitted(price="50")
    fixture.decide("pm_a")
    withdrawn = fixture.submitted(price="94")
    fixture.api["rep"].post(f"/v1/runs/{withdrawn['id']}/withdraw", {"reason": "再算"})
    assert fixture.api["rep"].post("/v1/runs", {"record_id": withdrawn["record_id"]}).status == 201
    for _ in range(2):
        record = fixture.desk.filled(quote(), by=fixture.api["rep"])
    assert fixture.api["rep"].delete(f"/v1/records/{record['id']}", record["version"]).status == 204
    while envelopes := cloud.events():
        outbox.publish(envelopes, Taken())
    return cloud.rows()


def test_nothing_is_wrong_with_what_the_product_wrote(items: Items) -> None:
    assert [str(fault) for fault in faults_of(items)] == []
    kinds = {item["kind"]["S"] for item in items}
    assert kinds >= {
        "run",
        "trail",
        "record",
        "record_entry",
        "todo_entry",
        "done_entry",
        "cc_entry",
        "member",
        "login",
    }


def first(items: Items, kind: str, **wanted: Any) -> dict[str, Any]:
    found = [each for each in items if each["kind"]["S"] == kind]
    # A run that goes on does not say so: what is as usual is left out of its row.
    usual = {"status": "running"} if kind == "run" else {}
    fitting = [each for each in found if wanted.items() <= {**usual, **json.loads(each["doc"]["S"])}.items()]
    return fitting[0]


def gone(kind: str, **wanted: Any) -> Callable[[Items], None]:
    return lambda items: items.remove(first(items, kind, **wanted))


def changed(kind: str, wanted: dict[str, Any], **values: Any) -> Callable[[Items], None]:
    def change(items: Items) -> None:
        item = first(items, kind, **wanted)
        item["doc"] = {"S": json.dumps({**json.loads(item["doc"]["S"]), **values})}

    return change


def added(kind: str, pk: str, sk: str, doc: dict[str, Any]) -> Callable[[Items], None]:
    def add(items: Items) -> None:
        tenant = first(items, "tenant")["pk"]["S"].split("#")[1]
        item = {
            "pk": {"S": f"T#{tenant}#{pk}"},
            "sk": {"S": sk},
            "kind": {"S": kind},
            "v": {"N": "1"},
            "op": {"S": "o"},
        }
        items.append({**item, "doc": {"S": json.dumps(doc)}})

    return add


def cut(items: Items) -> None:
    first(items, "run")["doc"] = {"S": '{"half":'}


FAULTS: dict[str, tuple[Callable[[Items], None], str]] = {
    "half a document": (cut, "every row is whole"),
    "an event left": (added("outbox", "outbox", "1", {"type": "flows.TaskDecided"}), "the outbox is empty"),
    "a company unlisted": (gone("tenant_entry"), "every company is in the list"),
    "webhooks miscounted": (added("webhook_count", "webhook_count", "all", {"total": 3}), "webhooks are counted"),
    "a department lost": (gone("department", name="销售部"), "an organisation names only what it has"),
    "a role lost": (changed("roles", {}, items=[]), "an organisation names only what it has"),
    "roles lost": (gone("roles"), "an organisation names only what it has"),
    "a login lost": (gone("login"), "a member has a login"),
    "a member lost": (gone("member"), "a member has a login"),
    "an account lost": (gone("account"), "a member has a login"),
    "an address lost": (gone("email"), "a member has a login"),
    "a form's version lost": (gone("form_version"), "a form has its draft"),
    "a form's entry differs": (changed("form_entry", {}, name="Other"), "a form has its draft"),
    "a form lost": (gone("form"), "a record has its form"),
    "a list entry lost": (gone("record_entry"), "the lists of a form are its records"),
    "a list entry too many": (added("record_entry", "ix#f#x", "a#r", {}), "the lists of a form are its records"),
    "a list entry differs": (changed("record_entry", {}, title="another"), "the lists of a form are its records"),
    "a child too many": (
        added("record_child", "child#f#x#p", "r", {}),
        "a record is in the lists of the records that it is linked to",
    ),
    "a link of no form": (added("form_link", "inbound#f", "g#x", {}), "a form is told of each link"),
    "a record lost": (gone("record"), "the lists of a form are its records"),
    "history lost": (gone("record_history"), "the history of a record is complete"),
    "unseen by its maker": (changed("record", {"state": "in_approval"}, visible=[]), "in the list of whose it is"),
    "a value held by nobody": (added("unique", "unique#f#x", "h", {"record_id": "r"}), "a unique value is held"),
    "shared, but not listed": (added("record_share", "seen#m", "r", {"form_id": "f"}), "what is shared with a member"),
    "a flow's entry lost": (gone("flow_entry"), "a flow is in the list as it is"),
    "a flow lost": (gone("flow"), "a flow is in the list as it is"),
    "a flow's version lost": (gone("flow_version"), "a run has the version of its flow"),
    "a to-do lost": (gone("todo_entry"), "the lists of members are what the runs say"),
    "a to-do too many": (added("todo_entry", "todo#m", "t#r#t1", {"run_id": "r"}), "the lists of members"),
    "a to-do of another run": (changed("todo_entry", {}, run_id="r"), "the lists of members are what the runs say"),
    "a wrong state in a list": (changed("started_entry", {}, status="nothing"), "the lists of members"),
    "a run lost": (gone("run", status="running"), "the lists of members are what the runs say"),
    "a run that waits for nobody": (changed("run", {"status": "running"}, tasks=[]), "a run that goes on waits"),
    "trail lost": (gone("trail"), "the trail of a run is complete"),
    "a record left behind": (changed("record", {"state": "in_approval"}, state="active"), "a record stands where"),
}


def test_every_planted_fault_is_found(items: Items) -> None:
    """In copies of one table: founding a company for each would take minutes."""
    text = json.dumps(items)
    for name, (plant, rule) in FAULTS.items():
        copy = json.loads(text)
        plant(copy)
        assert any(found.rule.startswith(rule) or rule in found.rule for found in faults_of(copy)), name


def test_every_rule_can_speak(items: Items) -> None:
    text, spoken = json.dumps(items), set()
    for plant, _ in FAULTS.values():
        copy = json.loads(text)
        plant(copy)
        spoken |= {found.rule for found in faults_of(copy)}
    assert len(spoken) >= len(RULES)
