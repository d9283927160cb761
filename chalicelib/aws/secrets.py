"""Keys that sign what leaves the house (sessions, links, cursors), derived per purpose from one stored secret."""

import hashlib
import hmac
import json
from functools import lru_cache

from botocore.exceptions import BotoCoreError, ClientError

from ..kernel.errors import Misconfigured, Unavailable
from .clients import client
from .settings import setting


@lru_cache(maxsize=64)
def signing_key(purpose: str) -> bytes:
    """32 bytes for one purpose: a signature made for one use is worthless for another (HKDF's expand step)."""
    return hmac.new(_master(), purpose.encode(), hashlib.sha256).digest()


@lru_cache(maxsize=1)
def _master() -> bytes:
    name = setting("BANLI_SECRET")
    try:
        stored = json.loads(client("secretsmanager").get_secret_value(SecretId=name)["SecretString"])
    except ClientError as error:
        if error.response["Error"]["Code"] == "ResourceNotFoundException":
            raise Misconfigured(name=name) from error
        raise Unavailable(service="secretsmanager") from error
    except BotoCoreError as error:
        raise Unavailable(service="secretsmanager") from error
    key = str(stored.get("key", ""))
    if len(key) < 32:
        raise Misconfigured(name=name)
    return key.encode()
