"""The sweep of all outboxes: one company's trouble is not the others'."""

from datetime import timedelta

import pytest

from chalicelib.aws import outbox
from chalicelib.aws.table import table
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Unavailable
from chalicelib.kernel.events import Event
from chalicelib.kernel.ids import new_id
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.tenancy import api
from chalicelib.tenancy.outbox_sweeper import sweep_outboxes

from ..conftest import Cloud


def opened(company: str) -> str:
    """A company whose first events were never relayed."""
    work = UnitOfWork(Actor(new_id()), utc_now() - timedelta(minutes=5))
    api.open_tenant(work, company, "en")
    work.emit(Event("tests.Happened", {"company": company}))
    table().commit(work)
    return work.actor.tenant_id


def test_a_company_whose_events_cannot_be_sent_does_not_hold_up_the_others(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    companies = sorted(opened(f"company {number}") for number in range(3))
    send = outbox.publish

    def all_but_the_first(envelopes: list[dict[str, object]], bus: object = None) -> set[str]:
        if any(envelope["tenant_id"] == companies[0] for envelope in envelopes):
            raise RuntimeError("too large")
        return send(envelopes)

    monkeypatch.setattr(outbox, "publish", all_but_the_first)
    with pytest.raises(Unavailable):
        sweep_outboxes({}, None)
    assert {event["tenant_id"] for event in cloud.events()} == {companies[0]}
