"""Which adapter stands behind which port of integrations."""

from __future__ import annotations

import hashlib
import hmac
import time
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from ..kernel.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from ..edge import Listener
    from .service.deliveries import Deliveries
    from .service.webhooks import Webhooks


@cache
def webhooks() -> Webhooks:
    from ..tenancy import api as tenancy
    from .catalogue import known_types
    from .service.webhooks import Webhooks
    from .store import WebhookRepository

    return Webhooks(WebhookRepository(), webhook_secret, check_url, tenancy.audit, known_types)


@cache
def deliveries() -> Deliveries:
    from ..tenancy import api as tenancy
    from .catalogue import known_types
    from .service.deliveries import Deliveries
    from .store import DeliveryRepository, SlotRepository, WebhookRepository

    return Deliveries(
        webhooks=WebhookRepository(),
        store=DeliveryRepository(),
        slots=SlotRepository(),
        secrets=webhook_secret,
        audit=tenancy.audit,
        known_types=known_types,
        send=send_out,
        enqueue=enqueue,
        remind=remind,
    )


@cache
def listener() -> Listener:
    """Of a company without webhooks no event is carried to `fan_out`."""
    from ..edge import Listener
    from .store import WebhookRepository

    return Listener("webhooks", WebhookRepository().has_any)


def webhook_secret(tenant_id: str, webhook_id: str, generation: int) -> bytes:
    """Derived from the stack's key, so that no table, backup or idempotency row ever holds it."""
    from ..aws.secrets import signing_key

    bound = "\x1f".join((tenant_id, webhook_id, str(generation))).encode()
    return hmac.new(signing_key("webhook-secret"), bound, hashlib.sha256).digest()


def check_url(url: str) -> str:
    from ..aws.outbound import safe_http_client

    return safe_http_client().check(url)


def send_out(url: str, headers: dict[str, str], body: bytes) -> tuple[int, int, str]:
    from ..aws.outbound import NoAnswer, UrlRefused, safe_http_client

    began = time.monotonic()
    try:
        answer = safe_http_client().send("POST", url, headers, body)
    except (NoAnswer, UrlRefused):
        return 0, 0, ""
    return answer.status, int((time.monotonic() - began) * 1000), answer.headers.get("retry-after", "")


def enqueue(message: dict[str, Any], delay_seconds: int = 0) -> None:
    from ..aws.queues import send

    send("deliveries", message, delay_seconds)


def remind(work: UnitOfWork, name: str, at: datetime, message: dict[str, Any]) -> None:
    from ..aws.schedules import put_schedule

    put_schedule(work.actor, name, at, "redeliver", message)
