"""What happens in flows and forms reaches a company's own system, whole, signed and by its published contract."""

import json

from standardwebhooks import Webhook as Verifier

from chalicelib.edge.schemas import make_validator, validate

from ..conftest import Cloud
from ..directory.company import Browser, Company
from ..flows.company_fixture import CompanyFixture
from .conftest import Receiver, Road


def test_an_approval_is_heard_from_submission_to_end(cloud: Cloud, browser: Browser, receiver: Receiver) -> None:
    fixture = CompanyFixture.found(cloud, browser).with_flow()
    boss = fixture.api["boss"]
    asked = {"url": receiver.url, "event_types": ["flows.*", "forms.RecordCreated"]}
    made = boss.post("/v1/webhooks", asked).body
    run = fixture.submitted(price="80")
    fixture.decide("manager", opinion="同意")
    fixture.decide("pm_a")
    road = Road(cloud, boss.client)
    road.publish()
    road.publish()
    road.deliver()

    heard = []
    contracts = {item["type"]: item["schema"] for item in boss.get("/v1/events/catalogue").body["items"]}
    for headers, body in receiver.got:
        payload = Verifier(made["secret"]).verify(body, headers)
        validate("integrations/webhook_payload", payload)
        make_validator(contracts[payload["type"]]).validate(payload["data"])
        assert payload["tenant_id"] == fixture.company.id
        heard.append(payload)
    assert len({payload["id"] for payload in heard}) == len(heard)
    ours = [payload["type"] for payload in heard if payload["data"].get("run_id") == run["id"]]
    assert ours.count("flows.TaskDecided") == 2
    assert {"flows.RunStarted", "flows.TaskOpened", "flows.RunApproved"} <= set(ours)
    assert "flows.RunAdvanced" not in ours
    assert "forms.RecordCreated" in {payload["type"] for payload in heard}
    assert "球阀" not in repr(heard)  # a field of the record, not of its title


def test_another_company_hears_nothing_of_it(cloud: Cloud, browser: Browser, receiver: Receiver) -> None:
    fixture = CompanyFixture.found(cloud, browser).with_flow()
    rival = Company.found(cloud, browser, "boss@rival.example.cn")
    everything = {"url": receiver.url, "event_types": ["flows.*", "forms.*", "tenancy.*"]}
    assert rival.boss.post("/v1/webhooks", everything).status == 201
    fixture.submitted()
    road = Road(cloud, rival.boss.client)
    road.publish()
    road.deliver()
    assert {json.loads(body)["tenant_id"] for _, body in receiver.got} <= {rival.id}
