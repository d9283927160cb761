"""What the edge declares of itself: the routes about the API, and the relay of events, which no context owns."""

from typing import Any

from ..aws import outbox
from ..kernel.contexts import Context
from . import http


def relay(event: dict[str, Any], context: Any) -> dict[str, Any]:  # noqa: ARG001 - Lambda's signature
    """Stream of the table → bus."""
    return outbox.relay(event)


CONTEXT = Context("edge", blueprints=(http.routes,), functions={"relay": relay})
