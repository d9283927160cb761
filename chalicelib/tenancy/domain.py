"""Tenants, limits and audit entries as values: no clock and no storage, so that every rule here is a plain test."""

import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from ..kernel.clock import to_text
from ..kernel.errors import Conflict, FieldError, Invalid, QuotaExceeded
from ..kernel.ids import new_ordered_id
from ..kernel.languages import LANGUAGES
from ..kernel.names import clean_name

TRIAL = timedelta(days=14)
DEFAULT_ZONE = "Asia/Shanghai"
MAX_COMPANY = 100

ON_TRIAL = "trial"
ACTIVE = "active"
EXPIRED = "expired"


class CompanyInvalid(Invalid):
    code = "company_invalid"


class TrialAlreadyUsed(Conflict):
    """The same person has opened a trial before, perhaps with the address spelt otherwise."""

    code = "trial_already_used"


class LimitReached(QuotaExceeded):
    """Too many attempts in the window. `retry_after`: seconds until the window ends."""

    code = "limit_reached"


@dataclass(frozen=True, slots=True)
class Tenant:
    """One customer company. `trial_ends_at` counts only while `state` is trial."""

    id: str
    company: str
    language: str
    zone: str
    state: str
    trial_ends_at: datetime
    created_at: datetime
    version: int = 0

    def read_only(self, now: datetime) -> bool:
        """From the clock as well as from the state, so that a lost schedule gives nobody a longer trial."""
        return self.state == EXPIRED or (self.state == ON_TRIAL and now >= self.trial_ends_at)

    def days_left(self, now: datetime) -> int | None:
        """Whole days of trial that are begun or to come (14 at the start, 0 when over); None if not on trial."""
        if self.state == ACTIVE:
            return None
        if self.read_only(now):
            return 0
        return math.ceil((self.trial_ends_at - now) / timedelta(days=1))


def new_tenant(tenant_id: str, company: str, language: str, now: datetime) -> Tenant:
    """Raises CompanyInvalid."""
    name = clean_company(company)
    return Tenant(tenant_id, name, clean_language(language), DEFAULT_ZONE, ON_TRIAL, now + TRIAL, now)


def changed_tenant(tenant: Tenant, changes: dict[str, Any]) -> Tenant:
    """`changes` may name company, language and zone. Raises CompanyInvalid."""
    return replace(
        tenant,
        company=clean_company(changes.get("company", tenant.company), path="/name"),
        language=clean_language(changes.get("language", tenant.language)),
        zone=clean_zone(changes.get("zone", tenant.zone)),
    )


def clean_company(text: str, *, path: str = "/company") -> str:
    """Raises CompanyInvalid if it is no name, or longer than 100 characters."""
    name = clean_name(text)
    if not name or len(name) > MAX_COMPANY:
        raise CompanyInvalid(fields=[FieldError.of(path, "company_name_invalid", max=MAX_COMPANY)])
    return name


def clean_language(text: str) -> str:
    if text not in LANGUAGES:
        raise CompanyInvalid(fields=[FieldError.of("/language", "language_unknown")])
    return text


def clean_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (LookupError, ValueError, OSError) as error:
        raise CompanyInvalid(fields=[FieldError.of("/zone", "zone_unknown")]) from error
    return text


@dataclass(frozen=True, slots=True)
class Counter:
    """Attempts in the window that ends at `ends_at` (seconds since 1970)."""

    count: int
    ends_at: int

    def hit(self) -> "Counter":
        return replace(self, count=self.count + 1)

    def taken_back(self) -> "Counter":
        return replace(self, count=max(0, self.count - 1))


def current_counter(stored: Counter | None, now: datetime, window_seconds: int) -> Counter:
    """What is stored while its window runs, else an empty one that starts now."""
    if stored is not None and stored.ends_at > now.timestamp():
        return stored
    return Counter(0, int(now.timestamp()) + window_seconds)


def check_limit(counters: Iterable[Counter], now: datetime, maximum: int) -> None:
    """`counters` share one limit, each with a window of its own. Raises LimitReached when `maximum` is made already."""
    used = [counter for counter in counters if counter.count]
    if sum(counter.count for counter in used) >= maximum:
        first = min(counter.ends_at for counter in used)
        raise LimitReached(retry_after=max(1, first - int(now.timestamp())))


MAX_AUDIT_SIDE = 30_000
"""Characters of JSON kept of `before` and of `after`: a note of what changed, not a second copy of the thing."""

_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
"""Before any entry: ids hold no moment before 1970."""

_SECRET = re.compile(r"password|secret|token|hash|credential|authorization", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    id: str
    at: str
    actor_id: str
    actor_name: str
    ip: str
    correlation_id: str
    action: str
    target_kind: str
    target_id: str
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    note: str = ""
    target_name: str | dict[str, str] = ""
    """What the target was called then: it may be renamed or gone when somebody reads this."""


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Empty means any. `since` is included, `until` is not."""

    actor_id: str = ""
    action: str = ""
    target_kind: str = ""
    target_id: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def admits(self, entry: AuditEntry) -> bool:
        return (
            self.actor_id in ("", entry.actor_id)
            and entry.action.startswith(self.action)
            and self.target_kind in ("", entry.target_kind)
            and self.target_id in ("", entry.target_id)
        )

    def bounds(self) -> tuple[str, str]:
        """The first and last id that the time range admits: ids begin with their millisecond."""
        first = new_ordered_id(max(self.since, _FIRST))[:10] if self.since else "0"
        last = new_ordered_id(max(self.until, _FIRST) - timedelta(milliseconds=1))[:10] if self.until else ""
        return first, last + "z" * (26 - len(last))

    def text(self) -> str:
        """Binds a cursor to the question that it belongs to."""
        range_ = [to_text(moment) if moment else "" for moment in (self.since, self.until)]
        return json.dumps([self.actor_id, self.action, self.target_kind, self.target_id, *range_])


_CALLED = ("name", "company", "url")


def audit_name(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str | dict[str, str]:
    """What the two sides call their thing, by preference what it was called before; a form's name has languages."""
    for side in (before or {}, after or {}):
        for key in _CALLED:
            if side.get(key):
                name: str | dict[str, str] = side[key]
                return name
    return ""


def audit_sides(
    before: dict[str, Any] | None, after: dict[str, Any] | None
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Both sides fit for the log: equal members dropped, secrets masked, size bounded."""
    if before is not None and after is not None:
        same = {key for key in before if key in after and before[key] == after[key]}
        before = {key: value for key, value in before.items() if key not in same}
        after = {key: value for key, value in after.items() if key not in same}
    return _fit(before), _fit(after)


def _fit(side: dict[str, Any] | None) -> dict[str, Any] | None:
    if side is None:
        return None
    masked: dict[str, Any] = _mask(side)
    size = len(json.dumps(masked, default=str, ensure_ascii=False))
    return masked if size <= MAX_AUDIT_SIDE else {"omitted_characters": size}


def _mask(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: "***" if _SECRET.search(str(key)) else _mask(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_mask(item) for item in value]
    return value
