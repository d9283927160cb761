"""The journey's webhook receiver must be harder to please than a careless customer's."""

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import requests
from standardwebhooks.webhooks import Webhook

from tests.journey.receiver import Receiver

SECRET = "whsec_" + base64.b64encode(b"s" * 32).decode()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as started:
        started.trust(SECRET)
        yield started


def _deliver(receiver: Receiver, event_id: str, *, secret: str = SECRET, body_id: str = "") -> int:
    now = datetime.now(UTC)
    body = json.dumps({"id": body_id or event_id, "type": "flows.RunApproved", "subject": "r"})
    headers = {
        "webhook-id": event_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(secret).sign(event_id, now, body),
    }
    return requests.post(receiver.url, data=body.encode(), headers=headers, timeout=5).status_code


def test_the_first_request_fails_and_its_repetition_takes_effect_once(receiver: Receiver) -> None:
    statuses = [_deliver(receiver, "e1") for _ in range(3)]

    assert statuses == [500, 204, 204]
    assert receiver.arrivals["e1"] == 3
    assert len(receiver.told("flows.RunApproved", "r")) == 1
    assert receiver.faults == []


def test_a_signature_of_another_secret_changes_nothing(receiver: Receiver) -> None:
    other = "whsec_" + base64.b64encode(b"o" * 32).decode()

    assert _deliver(receiver, "e1", secret=other) == 401
    assert receiver.effects == {}
    assert "e1" in receiver.faults[0]


def test_a_body_that_names_another_event_is_a_fault(receiver: Receiver) -> None:
    _deliver(receiver, "e1", body_id="e2")

    assert receiver.faults == ["the header says e1, the body e2"]
