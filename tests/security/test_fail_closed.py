"""A setting that is missing or empty refuses or denies; nothing is guessed and no protection falls away silently.

The settings are found in the source; one without a probe here fails.
"""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from chalicelib.aws import blobs, executions, mail, outbox, queues, schedules, secrets, settings, table
from chalicelib.aws.outbound.client import safe_http_client
from chalicelib.edge import request_parsing
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Misconfigured
from chalicelib.tenancy import wiring as tenancy

from ..architecture.source import ROOT, modules
from ..cloud import ENVIRONMENT, Api, Cloud, forget_process

FOUND = {name for module in modules() for name in re.findall(r"\"(BANLI_[A-Z_]+)", module.text)}
DEFAULTED = {"BANLI_LOG_LEVEL"}
"""How much is logged guards nothing."""

ENVELOPE = {"id": "e", "type": "t", "tenant_id": "a" * 26}


def _schedule() -> None:
    schedules.put_schedule(system_actor("a" * 26), "n", utc_now() + timedelta(days=1), "redeliver", {})


def _mail() -> None:
    mail.send_mail("to@example.cn", "s", "t", "<p>t</p>")


PROBES: dict[str, Callable[[], object]] = {
    "BANLI_STAGE": settings.is_local,
    "BANLI_TABLE": table.table,
    "BANLI_SECRET": lambda: secrets.signing_key("probe"),
    "BANLI_BUS": lambda: outbox.publish([ENVELOPE]),
    "BANLI_STATE_MACHINE": lambda: executions.start("n", {}),
    "BANLI_BUCKET": lambda: blobs.presign_download(system_actor("a" * 26), "k", "v", "f.pdf"),
    "BANLI_SCHEDULE_GROUP": _schedule,
    "BANLI_SCHEDULE_ROLE": _schedule,
    "BANLI_SCHEDULE_DEAD_LETTERS": _schedule,
    "BANLI_JOB_": _schedule,
    "BANLI_QUEUE_": lambda: queues.send("deliveries", {}),
    "BANLI_MAIL": _mail,
    "BANLI_MAIL_FROM": _mail,
    "BANLI_CONTACT": tenancy.operator,
    "BANLI_TERMS_URL": tenancy.operator,
    "BANLI_PRIVACY_URL": tenancy.operator,
    "BANLI_EDGE_KEY": lambda: request_parsing.client_ip({"cloudfront-viewer-address": "1.2.3.4:1"}, {}),
    "BANLI_WEB_ORIGIN": lambda: request_parsing.refuse_foreign_origin("POST", {"origin": "https://evil.example"}),
}
PREFIXES = {"BANLI_JOB_": "BANLI_JOB_REDELIVER", "BANLI_QUEUE_": "BANLI_QUEUE_DELIVERIES"}

missing_or_empty = pytest.mark.parametrize("value", [None, "", "   "], ids=["missing", "empty", "blank"])


def unset(monkeypatch: pytest.MonkeyPatch, name: str, value: str | None) -> None:
    full = PREFIXES.get(name, name)
    if value is None:
        monkeypatch.delenv(full)
    else:
        monkeypatch.setenv(full, value)
    forget_process()
    safe_http_client.cache_clear()


def test_every_setting_has_a_probe() -> None:
    assert FOUND - DEFAULTED - {"BANLI_WEBHOOK_LOOPBACK"} == set(PROBES)


def test_every_setting_is_given_to_the_functions_that_are_deployed() -> None:
    """Queues and jobs need no look: the tests' cloud has those of infra/wiring.yaml, and no others."""
    given = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "infra").glob("*.yaml"))
    assert sorted(name for name in FOUND - DEFAULTED - set(PREFIXES) if f"{name}:" not in given) == []


@missing_or_empty
@pytest.mark.parametrize("name", sorted(PROBES))
def test_without_a_setting_the_port_refuses(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch, name: str, value: str | None
) -> None:
    unset(monkeypatch, name, value)
    with pytest.raises(Misconfigured) as refused:
        PROBES[name]()
    assert refused.value.params["name"] == PREFIXES.get(name, name)


@pytest.mark.parametrize("value", [None, "", "deny", "ALLOW", "true", "1"])
def test_loopback_stays_shut_without_its_setting(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.setenv("BANLI_STAGE", "local")
    monkeypatch.setenv("BANLI_WEBHOOK_LOOPBACK", "allow")
    unset(monkeypatch, "BANLI_WEBHOOK_LOOPBACK", value)
    assert not safe_http_client().allow_loopback
    safe_http_client.cache_clear()


@missing_or_empty
@pytest.mark.parametrize("name", ["BANLI_SECRET", "BANLI_TABLE", "BANLI_EDGE_KEY", "BANLI_WEB_ORIGIN"])
def test_the_api_refuses_rather_than_serve_with_less(
    cloud: Cloud, browser: Callable[[], Api], monkeypatch: pytest.MonkeyPatch, name: str, value: str | None
) -> None:
    unset(monkeypatch, name, value)
    headers = {"Origin": ENVIRONMENT["BANLI_WEB_ORIGIN"]}
    answer = browser().post("/v1/password/reset-request", {"email": "a@example.cn"}, headers=headers)
    assert (answer.status, answer.code) == (503, "misconfigured")


def test_a_secret_too_short_to_guard_anything_is_refused(cloud: Cloud) -> None:
    cloud.boto("secretsmanager").put_secret_value(SecretId="banli/test", SecretString='{"key": "short"}')
    forget_process()
    with pytest.raises(Misconfigured):
        secrets.signing_key("probe")
