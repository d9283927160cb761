"""What integrations tells: two facts that carry a member's wish to the queue, and one that a tenant should hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel.events import Event

if TYPE_CHECKING:
    from .domain.webhooks import Off

WEBHOOK_TESTED = "integrations.WebhookTested"
DELIVERY_RESENT = "integrations.DeliveryResent"
WEBHOOK_DISABLED = "integrations.WebhookDisabled"


def webhook_tested(webhook_id: str) -> Event:
    """Goes to this one webhook, whatever types it asked for."""
    return Event(WEBHOOK_TESTED, {"webhook_id": webhook_id}, subject=webhook_id)


def delivery_resent(webhook_id: str, delivery_id: str, ticket: int) -> Event:
    data = {"webhook_id": webhook_id, "delivery_id": delivery_id, "ticket": ticket}
    return Event(DELIVERY_RESENT, data, subject=webhook_id)


def webhook_disabled(webhook_id: str, reason: Off) -> Event:
    return Event(WEBHOOK_DISABLED, {"webhook_id": webhook_id, "reason": reason.value}, subject=webhook_id)
