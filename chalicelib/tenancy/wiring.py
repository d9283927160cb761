"""Which adapter stands behind which port of tenancy."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .service import AuditLog, Limits, Tenants
    from .store import TrialRows


@cache
def audit_log() -> AuditLog:
    from .service import AuditLog
    from .store import AuditRows

    return AuditLog(AuditRows())


@cache
def tenants() -> Tenants:
    from .service import Tenants
    from .store import TenantRows

    return Tenants(TenantRows(), audit_log())


@cache
def limits() -> Limits:
    from .service import Limits
    from .store import CounterRows

    return Limits(CounterRows())


@cache
def trials() -> TrialRows:
    from .store import TrialRows

    return TrialRows()


def operator() -> dict[str, str]:
    """Who runs this installation, as its settings say."""
    from ..aws.settings import setting

    return {
        "contact": setting("BANLI_CONTACT"),
        "terms_url": setting("BANLI_TERMS_URL"),
        "privacy_url": setting("BANLI_PRIVACY_URL"),
    }
