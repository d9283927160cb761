"""Which adapter stands behind which port of tenancy."""

from functools import cache

from .service import AuditLog, Limits, Tenants
from .store import AuditRows, CounterRows, TenantRows, TrialRows


@cache
def audit_log() -> AuditLog:
    return AuditLog(AuditRows())


@cache
def tenants() -> Tenants:
    return Tenants(TenantRows(), audit_log())


@cache
def limits() -> Limits:
    return Limits(CounterRows())


@cache
def trials() -> TrialRows:
    return TrialRows()
