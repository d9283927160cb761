"""What tenancy tells the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel.clock import to_text
from ..kernel.events import Event

if TYPE_CHECKING:
    from .domain import Tenant

TENANT_OPENED = "tenancy.TenantOpened"
TRIAL_EXPIRED = "tenancy.TrialExpired"


def tenant_opened(tenant: Tenant) -> Event:
    data = {
        "tenant_id": tenant.id,
        "company": tenant.company,
        "language": tenant.language,
        "trial_ends_at": to_text(tenant.trial_ends_at),
    }
    return Event(TENANT_OPENED, data, subject=tenant.id)


def trial_expired(tenant: Tenant) -> Event:
    return Event(TRIAL_EXPIRED, {"tenant_id": tenant.id, "company": tenant.company}, subject=tenant.id)
