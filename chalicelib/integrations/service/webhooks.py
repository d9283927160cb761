"""Use cases around the subscription: add, change, remove, rotate its secret, send it a test."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Protocol

from ...kernel.errors import NotFound, Stale
from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..domain.signing import written
from ..domain.webhooks import (
    Settings,
    Webhook,
    WebhookOff,
    changed,
    check_event_types,
    check_reach,
    new_webhook,
    rotated,
)


class WebhookStore(Protocol):
    def get(self, work: UnitOfWork, webhook_id: str) -> Webhook | None: ...
    def every(self, work: UnitOfWork) -> list[Webhook]: ...
    def add(self, work: UnitOfWork, webhook: Webhook) -> None: ...
    def change(self, work: UnitOfWork, webhook: Webhook) -> None: ...
    def remove(self, work: UnitOfWork, webhook: Webhook) -> None: ...
    def failing_since(self, work: UnitOfWork, webhook_id: str) -> datetime | None: ...
    def mark_failing(self, work: UnitOfWork, webhook_id: str) -> None: ...
    def mark_healthy(self, work: UnitOfWork, webhook_id: str) -> None: ...


class Secrets(Protocol):
    def __call__(self, tenant_id: str, webhook_id: str, generation: int) -> bytes:
        """The signing secret, derived: the same for the same three, and stored nowhere."""


class CheckUrl(Protocol):
    def __call__(self, url: str) -> str:
        """The host of a URL that we may call. Raises UrlRefused."""


class Audit(Protocol):
    def __call__(
        self,
        work: UnitOfWork,
        action: str,
        target_kind: str,
        target_id: str,
        *,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
    ) -> None: ...


class KnownTypes(Protocol):
    def __call__(self) -> Collection[str]:
        """The published event types."""


class Webhooks:
    """See the module. Every change is audited; every secret leaves once, in the answer that made it."""

    def __init__(
        self, store: WebhookStore, secrets: Secrets, check_url: CheckUrl, audit: Audit, known_types: KnownTypes
    ) -> None:
        self._store = store
        self._secrets = secrets
        self._check_url = check_url
        self._audit = audit
        self._known_types = known_types

    def list(self, work: UnitOfWork) -> list[Webhook]:
        """Oldest first; at most ten."""
        return self._store.every(work)

    def get(self, work: UnitOfWork, webhook_id: str) -> Webhook:
        """Raises NotFound."""
        webhook = self._store.get(work, webhook_id)
        if webhook is None:
            raise NotFound()
        return webhook

    def add(self, work: UnitOfWork, settings: Settings) -> tuple[Webhook, str]:
        """The webhook and its secret. Raises WebhookInvalid, UrlRefused, BeyondOwnRights, TooManyWebhooks."""
        check_event_types(settings.event_types, self._known_types())
        host = self._check_url(settings.url)
        webhook = new_webhook(new_ordered_id(work.now), settings, host, work.actor.member_id, work.now)
        check_reach(work.actor, None, webhook)
        self._store.add(work, webhook)
        self._audit(work, "webhook.created", "webhook", webhook.id, after=shown(webhook))
        return webhook, self._secret(work, webhook)

    def change(self, work: UnitOfWork, webhook_id: str, version: int, settings: Settings) -> tuple[Webhook, str | None]:
        """The webhook, and its new secret if the host is another.

        Raises NotFound, Stale, WebhookInvalid, UrlRefused, BeyondOwnRights.
        """
        before = self._at(work, webhook_id, version)
        check_event_types(settings.event_types, self._known_types())
        after = changed(before, settings, self._check_url(settings.url), work.now)
        check_reach(work.actor, before, after)
        self._store.change(work, after)
        if before.off and not after.off:
            self._store.mark_healthy(work, webhook_id)
        self._audit(work, "webhook.changed", "webhook", webhook_id, before=shown(before), after=shown(after))
        return after, self._secret(work, after) if after.generation != before.generation else None

    def remove(self, work: UnitOfWork, webhook_id: str, version: int) -> None:
        """Deliveries under way stop; the log fades with its own age. Raises NotFound, Stale."""
        webhook = self._at(work, webhook_id, version)
        self._store.remove(work, webhook)
        self._audit(work, "webhook.removed", "webhook", webhook_id, before=shown(webhook))

    def rotate(self, work: UnitOfWork, webhook_id: str) -> tuple[Webhook, str]:
        """A new secret; the one before it signs too for 24 hours. Raises NotFound."""
        before = self.get(work, webhook_id)
        after = rotated(before, work.now)
        self._store.change(work, after)
        self._audit(work, "webhook.secret_rotated", "webhook", webhook_id, before=shown(before), after=shown(after))
        return after, self._secret(work, after)

    def test(self, work: UnitOfWork, webhook_id: str) -> str:
        """Send a test event; the id under which its delivery will be in the log. Raises NotFound, WebhookOff."""
        webhook = self.get(work, webhook_id)
        if webhook.off:
            raise WebhookOff()
        return work.emit(events.webhook_tested(webhook_id)).id

    def _at(self, work: UnitOfWork, webhook_id: str, version: int) -> Webhook:
        webhook = self.get(work, webhook_id)
        if webhook.version != version:
            raise Stale()
        return webhook

    def _secret(self, work: UnitOfWork, webhook: Webhook) -> str:
        return written(self._secrets(work.actor.tenant_id, webhook.id, webhook.generation))


def shown(webhook: Webhook) -> dict[str, Any]:
    """For the audit log. A query string may hold the receiver's own token, so the path ends there."""
    return {
        "url": webhook.url.partition("?")[0],
        "event_types": list(webhook.event_types),
        "description": webhook.description,
        "off": webhook.off.value,
        "secret_generation": webhook.generation,
    }
