"""Sending our own messages to SQS queues, named logically: `deliveries` is the URL in BANLI_QUEUE_DELIVERIES."""

import json
from typing import Any

from .clients import client
from .settings import setting

MAX_DELAY_SECONDS = 900


def send(queue: str, message: dict[str, Any], delay_seconds: int = 0) -> None:
    """Queue one message (JSON object with `tenant_id`), visible after `delay_seconds` (0–900)."""
    if not 0 <= delay_seconds <= MAX_DELAY_SECONDS:
        raise ValueError(delay_seconds)
    client("sqs").send_message(
        QueueUrl=setting(f"BANLI_QUEUE_{queue.upper()}"),
        MessageBody=json.dumps(message, ensure_ascii=False),
        DelaySeconds=delay_seconds,
    )
