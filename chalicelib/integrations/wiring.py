"""Which adapter stands behind which port of integrations."""

import hashlib
import hmac
import time
from datetime import datetime
from functools import cache
from typing import Any

from ..aws.outbound import NoAnswer, UrlRefused, door
from ..aws.queues import send
from ..aws.schedules import put_schedule
from ..aws.secrets import signing_key
from ..kernel.work import Work
from ..tenancy import api as tenancy
from .catalogue import known_types
from .service.deliveries import Deliveries
from .service.webhooks import Webhooks
from .store import DeliveryRows, WebhookRows


@cache
def webhooks() -> Webhooks:
    return Webhooks(WebhookRows(), webhook_secret, check_url, tenancy.audit, known_types)


@cache
def deliveries() -> Deliveries:
    return Deliveries(
        webhooks=WebhookRows(),
        store=DeliveryRows(),
        secrets=webhook_secret,
        audit=tenancy.audit,
        known_types=known_types,
        send=send_out,
        enqueue=enqueue,
        remind=remind,
    )


def webhook_secret(tenant_id: str, webhook_id: str, generation: int) -> bytes:
    """Derived from the stack's key, so that no table, backup or idempotency row ever holds it."""
    bound = "\x1f".join((tenant_id, webhook_id, str(generation))).encode()
    return hmac.new(signing_key("webhook-secret"), bound, hashlib.sha256).digest()


def check_url(url: str) -> str:
    return door().check(url)


def send_out(url: str, headers: dict[str, str], body: bytes) -> tuple[int, int, str]:
    began = time.monotonic()
    try:
        answer = door().send("POST", url, headers, body)
    except (NoAnswer, UrlRefused):
        return 0, 0, ""
    return answer.status, int((time.monotonic() - began) * 1000), answer.headers.get("retry-after", "")


def enqueue(message: dict[str, Any], delay_seconds: int = 0) -> None:
    send("deliveries", message, delay_seconds)


def remind(work: Work, name: str, at: datetime, message: dict[str, Any]) -> None:
    put_schedule(work.actor, name, at, "redeliver", message)
