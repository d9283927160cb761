"""The subscription: what it wants, its secrets, its changes."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from standardwebhooks import Webhook as Verifier
from standardwebhooks.webhooks import WebhookVerificationError

from chalicelib.integrations.domain.signing import signed_headers, written
from chalicelib.integrations.domain.webhooks import (
    OVERLAP,
    Off,
    Settings,
    WebhookInvalid,
    WebhookOff,
    changed,
    check_event_types,
    new_webhook,
    rotated,
    switched_off,
)
from chalicelib.integrations.service.webhooks import Webhooks
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import NotFound, Stale
from chalicelib.kernel.unit_of_work import UnitOfWork

from .company_fixture import START, TENANT, TYPES, WEBHOOK, CompanyFixture, Rows

SETTINGS = Settings("https://hook.example.com/a?token=geheim", ("flows.*", "forms.RecordCreated"), "ERP")


def host_of(url: str) -> str:
    return url.split("/")[2]


class Office:
    """The service over the rows of a fixture."""

    def __init__(self) -> None:
        self.fixture = CompanyFixture()
        self.fixture.rows = Rows()
        self.audits: list[tuple[str, object, object]] = []
        self.service = Webhooks(
            self.fixture.rows,
            lambda tenant_id, webhook_id, generation: f"{webhook_id}{generation}".encode(),
            host_of,
            lambda work, action, kind, target, before=None, after=None: self.audits.append((action, before, after)),
            lambda: TYPES,
        )

    def add(self) -> str:
        webhook, _ = self.fixture.commit(lambda work: self.service.add(work, SETTINGS))
        return str(webhook.id)


@pytest.mark.parametrize(
    ("event_type", "wanted"),
    [
        ("flows.TaskDecided", True),
        ("flows.Anything", True),
        ("forms.RecordCreated", True),
        ("forms.RecordDeleted", False),
        ("flowsX.TaskDecided", False),
        ("tenancy.TenantOpened", False),
    ],
)
def test_a_webhook_wants_what_it_names(event_type: str, wanted: bool) -> None:
    webhook = new_webhook(WEBHOOK, SETTINGS, "hook.example.com", "", START)
    assert webhook.wants(event_type) is wanted
    assert not switched_off(webhook, Off.GONE, START).wants(event_type)


def test_unknown_event_types_are_named() -> None:
    with pytest.raises(WebhookInvalid) as refused:
        check_event_types(("flows.*", "flows.Nothing", "*", "crm.*"), TYPES)
    assert [fault.path for fault in refused.value.fields] == ["/event_types/1", "/event_types/2", "/event_types/3"]


# -- secrets


def test_a_receiver_verifies_with_the_published_library() -> None:
    body = json.dumps({"合同": "已批准"}, ensure_ascii=False).encode()
    headers = signed_headers([b"s" * 32], "e" * 26, utc_now(), body)
    assert Verifier(written(b"s" * 32)).verify(body, headers) == {"合同": "已批准"}
    with pytest.raises(WebhookVerificationError):
        Verifier(written(b"x" * 32)).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Verifier(written(b"s" * 32)).verify(body + b" ", headers)


def test_rotation_signs_with_both_secrets_for_a_day() -> None:
    webhook = rotated(new_webhook(WEBHOOK, SETTINGS, "hook.example.com", "", START), START)
    assert webhook.generations(START + OVERLAP - timedelta(seconds=1)) == (2, 1)
    assert webhook.generations(START + OVERLAP) == (2,)
    headers = signed_headers([b"2" * 32, b"1" * 32], "e" * 26, utc_now(), b"{}")
    for secret in (b"1" * 32, b"2" * 32):
        assert Verifier(written(secret)).verify(b"{}", headers) == {}


def test_rotating_twice_leaves_the_oldest_behind() -> None:
    webhook = new_webhook(WEBHOOK, SETTINGS, "hook.example.com", "", START)
    assert rotated(rotated(webhook, START), START).generations(START) == (3, 2)


def test_another_host_gets_another_secret_at_once() -> None:
    """Whoever points a webhook at a server of his own must not get requests signed with the old secret."""
    webhook = rotated(new_webhook(WEBHOOK, SETTINGS, "hook.example.com", "", START), START)
    same = changed(webhook, replace(SETTINGS, url="https://hook.example.com/b"), "hook.example.com", START)
    other = changed(webhook, replace(SETTINGS, url="https://evil.example.net/"), "evil.example.net", START)
    assert same.generations(START) == (2, 1)
    assert other.generations(START) == (3,)


# -- use cases


def test_adding_answers_the_secret_and_audits_without_it() -> None:
    office = Office()
    webhook, secret = office.fixture.commit(lambda work: office.service.add(work, SETTINGS))
    assert secret == written(f"{webhook.id}1".encode())
    assert [action for action, _, _ in office.audits] == ["webhook.created"]
    assert secret not in str(office.audits)
    assert "geheim" not in str(office.audits)


def test_changing_answers_a_secret_only_for_another_host() -> None:
    office = Office()
    webhook_id = office.add()
    _, kept = office.fixture.commit(lambda work: office.service.change(work, webhook_id, 1, SETTINGS))
    moved = replace(SETTINGS, url="https://other.example.com/")
    webhook, made = office.fixture.commit(lambda work: office.service.change(work, webhook_id, 2, moved))
    assert kept is None
    assert made == written(f"{webhook.id}2".encode())


def test_a_stale_editor_changes_nothing() -> None:
    office = Office()
    webhook_id = office.add()
    office.fixture.commit(lambda work: office.service.change(work, webhook_id, 1, SETTINGS))
    with pytest.raises(Stale):
        office.fixture.commit(lambda work: office.service.change(work, webhook_id, 1, SETTINGS))
    with pytest.raises(Stale):
        office.fixture.commit(lambda work: office.service.remove(work, webhook_id, 1))
    assert office.fixture.rows.webhooks[webhook_id].version == 2


def test_switching_on_again_forgives_the_failures() -> None:
    office = Office()
    webhook_id = office.add()
    webhook = office.fixture.rows.webhooks[webhook_id]
    office.fixture.rows.webhooks[webhook_id] = switched_off(webhook, Off.FAILING, START)
    office.fixture.rows.failing[webhook_id] = START
    with pytest.raises(WebhookOff):
        office.fixture.commit(lambda work: office.service.test(work, webhook_id))
    office.fixture.commit(lambda work: office.service.change(work, webhook_id, 1, SETTINGS))
    assert not office.fixture.rows.webhooks[webhook_id].off
    assert office.fixture.rows.failing == {}


def test_saving_a_webhook_that_is_off_as_off_keeps_the_reason() -> None:
    webhook = switched_off(new_webhook(WEBHOOK, SETTINGS, "hook.example.com", "", START), Off.GONE, START)
    assert changed(webhook, replace(SETTINGS, enabled=False), webhook.host, START).off is Off.GONE


def test_a_test_is_an_event() -> None:
    office = Office()
    webhook_id = office.add()
    office.fixture.commit(lambda work: office.service.test(work, webhook_id))
    assert office.fixture.emitted == ["integrations.WebhookTested"]


def test_a_removed_webhook_is_not_found() -> None:
    office = Office()
    webhook_id = office.add()
    office.fixture.commit(lambda work: office.service.remove(work, webhook_id, 1))
    uses: tuple[Callable[[UnitOfWork, str], object], ...] = (
        office.service.get,
        office.service.rotate,
        office.service.test,
    )
    for use in uses:
        with pytest.raises(NotFound):
            use(UnitOfWork(system_actor(TENANT), START), webhook_id)
