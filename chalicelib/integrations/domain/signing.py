"""How a receiver knows that a request is ours: Standard Webhooks, symmetric (`v1`, HMAC-SHA256)."""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime

PREFIX = "whsec_"


def written(secret: bytes) -> str:
    """The secret as its owner gets it and as every Standard Webhooks library reads it."""
    return PREFIX + base64.b64encode(secret).decode()


def signed_headers(secrets: Iterable[bytes], event_id: str, moment: datetime, body: bytes) -> dict[str, str]:
    """`webhook-id`, `webhook-timestamp` (seconds) and one signature for each secret, separated by a space."""
    timestamp = str(int(moment.timestamp()))
    content = b".".join((event_id.encode(), timestamp.encode(), body))
    signatures = (base64.b64encode(hmac.new(secret, content, hashlib.sha256).digest()) for secret in secrets)
    return {
        "webhook-id": event_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(f"v1,{signature.decode()}" for signature in signatures),
    }
