"""Routes of webhooks and of the event catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ..edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ..kernel.clock import to_text
from ..kernel.page import DEFAULT_PAGE
from . import wiring
from .catalogue import event_types

if TYPE_CHECKING:
    from .catalogue import EventType
    from .domain.deliveries import Attempt, Delivery
    from .domain.webhooks import Settings, Webhook

MANAGE = "webhooks.manage"

routes = Blueprint(__name__)


@routes.route("/v1/events/catalogue", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="integrations/event_type",
    response_list=True,
    tag="webhooks",
    summary="List the published event types",
)
def list_event_types(request: Request) -> Response:
    return Response({"items": [_type_body(found, request.language) for found in event_types()], "next_cursor": None})


@routes.route("/v1/webhooks", methods=["GET"])
@endpoint(MANAGE, response="integrations/webhook", response_list=True, tag="webhooks", summary="List webhooks")
def list_webhooks(request: Request) -> Response:
    return Response(
        {"items": [_webhook_body(found) for found in wiring.webhooks().list(request.work)], "next_cursor": None}
    )


@routes.route("/v1/webhooks", methods=["POST"])
@endpoint(
    MANAGE,
    body="integrations/webhook_settings",
    response="integrations/webhook",
    status=201,
    tag="webhooks",
    summary="Add a webhook; the answer shows its secret, once",
)
def add_webhook(request: Request) -> Response:
    webhook, secret = wiring.webhooks().add(request.work, _settings(request.body))
    return Response(_webhook_body(webhook, version=1), version=1, once={"secret": secret})


@routes.route("/v1/webhooks/{webhook_id}", methods=["GET"])
@endpoint(MANAGE, response="integrations/webhook", tag="webhooks", summary="Read a webhook")
def get_webhook(request: Request, webhook_id: str) -> Response:
    webhook = wiring.webhooks().get(request.work, webhook_id)
    return Response(_webhook_body(webhook), version=webhook.version)


@routes.route("/v1/webhooks/{webhook_id}", methods=["PUT"])
@endpoint(
    MANAGE,
    body="integrations/webhook_settings",
    response="integrations/webhook",
    if_match=True,
    tag="webhooks",
    summary="Change a webhook; another host gets a new secret, shown once",
)
def change_webhook(request: Request, webhook_id: str) -> Response:
    version = request.version or 0
    webhook, secret = wiring.webhooks().change(request.work, webhook_id, version, _settings(request.body))
    once = {"secret": secret} if secret else {}
    return Response(_webhook_body(webhook, version=version + 1), version=version + 1, once=once)


@routes.route("/v1/webhooks/{webhook_id}", methods=["DELETE"])
@endpoint(MANAGE, status=204, if_match=True, tag="webhooks", summary="Remove a webhook")
def remove_webhook(request: Request, webhook_id: str) -> Response:
    wiring.webhooks().remove(request.work, webhook_id, request.version or 0)
    return Response()


@routes.route("/v1/webhooks/{webhook_id}/rotate-secret", methods=["POST"])
@endpoint(
    MANAGE,
    response="integrations/webhook",
    tag="webhooks",
    summary="Make a new secret, shown once; the one before it signs too for 24 hours",
)
def rotate_webhook_secret(request: Request, webhook_id: str) -> Response:
    webhook, secret = wiring.webhooks().rotate(request.work, webhook_id)
    version = webhook.version + 1
    return Response(_webhook_body(webhook, version=version), version=version, once={"secret": secret})


@routes.route("/v1/webhooks/{webhook_id}/test", methods=["POST"])
@endpoint(
    MANAGE, response="integrations/accepted_delivery", status=202, tag="webhooks", summary="Send a webhook a test event"
)
def test_webhook(request: Request, webhook_id: str) -> Response:
    return Response({"delivery_id": wiring.webhooks().test(request.work, webhook_id)})


@routes.route("/v1/webhooks/{webhook_id}/deliveries", methods=["GET"])
@endpoint(
    MANAGE,
    query={"state": {"type": "string", "enum": ["failed"]}, **PAGE_QUERY},
    response="integrations/delivery",
    response_list=True,
    tag="webhooks",
    summary="List the deliveries of a webhook, newest event first",
)
def list_deliveries(request: Request, webhook_id: str) -> Response:
    page = wiring.deliveries().log(
        request.work,
        webhook_id,
        failed="state" in request.query,
        limit=request.query.get("limit", DEFAULT_PAGE),
        cursor=request.query.get("cursor"),
    )
    return Response.page(page.map(_delivery_body))


@routes.route("/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/resend", methods=["POST"])
@endpoint(
    MANAGE,
    response="integrations/accepted_delivery",
    status=202,
    tag="webhooks",
    summary="Send a delivery again, in a new round of attempts",
)
def resend_delivery(request: Request, webhook_id: str, delivery_id: str) -> Response:
    return Response({"delivery_id": wiring.deliveries().resend(request.work, webhook_id, delivery_id).id})


def _settings(body: dict[str, Any]) -> Settings:
    from .domain.webhooks import Settings

    return Settings(
        url=body["url"],
        event_types=tuple(body["event_types"]),
        description=body.get("description", ""),
        enabled=body.get("enabled", True),
    )


def _webhook_body(webhook: Webhook, version: int | None = None) -> dict[str, Any]:
    return {
        "id": webhook.id,
        "url": webhook.url,
        "event_types": list(webhook.event_types),
        "description": webhook.description,
        "enabled": not webhook.off,
        "disabled_reason": webhook.off.value or None,
        "previous_secret_until": to_text(webhook.overlap_until) if webhook.overlap_until else None,
        "secret": None,
        "created_by": webhook.created_by,
        "created_at": to_text(webhook.created_at),
        "updated_at": to_text(webhook.updated_at),
        "version": webhook.version if version is None else version,
    }


def _delivery_body(delivery: Delivery) -> dict[str, Any]:
    return {
        "id": delivery.id,
        "event_type": delivery.event_type,
        "state": delivery.state.value,
        "created_at": to_text(delivery.created_at),
        "next_attempt_at": to_text(delivery.due_at) if delivery.waiting else None,
        "attempts": [_attempt_body(attempt) for attempt in delivery.attempts],
    }


def _attempt_body(attempt: Attempt) -> dict[str, Any]:
    return {
        "at": to_text(attempt.at),
        "status": attempt.status or None,
        "duration_ms": attempt.milliseconds if attempt.status else None,
        "error": attempt.fault.value or None,
    }


def _type_body(event_type: EventType, language: str) -> dict[str, Any]:
    from .domain.webhooks import needed_right

    return {
        "type": event_type.name,
        "version": event_type.version,
        "title": event_type.titles[language],
        "needs": needed_right(event_type.name) or None,
        "schema": event_type.schema,
    }
