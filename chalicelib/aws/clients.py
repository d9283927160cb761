"""botocore clients with short timeouts, one a service and process.

What hangs beyond API Gateway's 29 s is answered 504 while its write lands; so three tries end well before that.
"""

from functools import cache
from typing import Any

import boto3
from botocore.config import Config

CONNECT_SECONDS = 1.0
READ_SECONDS = 3.0
RETRIES = 2

CONFIG = Config(
    connect_timeout=CONNECT_SECONDS,
    read_timeout=READ_SECONDS,
    retries={"total_max_attempts": 1 + RETRIES, "mode": "standard"},
    s3={"addressing_style": "path"},
    signature_version=None,
)


@cache
def client(service: str) -> Any:
    return boto3.client(service, config=CONFIG)
