"""Which adapter stands behind which port of tenancy."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .service import AuditLog, Limits, Tenants
    from .store import TrialRepository


@cache
def audit_log() -> AuditLog:
    from .service import AuditLog
    from .store import AuditRepository

    return AuditLog(AuditRepository())


@cache
def tenants() -> Tenants:
    from .service import Tenants
    from .store import TenantRepository

    return Tenants(TenantRepository(), audit_log())


@cache
def limits() -> Limits:
    from .service import Limits
    from .store import CounterRepository

    return Limits(CounterRepository())


@cache
def trials() -> TrialRepository:
    from .store import TrialRepository

    return TrialRepository()


def operator() -> dict[str, str]:
    """Who runs this installation, as its settings say."""
    from ..aws.settings import setting

    return {
        "contact": setting("BANLI_CONTACT"),
        "terms_url": setting("BANLI_TERMS_URL"),
        "privacy_url": setting("BANLI_PRIVACY_URL"),
    }
