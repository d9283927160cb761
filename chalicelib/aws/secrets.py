"""Keys that sign what leaves the house (sessions, links, cursors), derived per purpose from one stored secret."""

import hashlib
import hmac
import json
from functools import lru_cache

from ..kernel.errors import Misconfigured
from .clients import client
from .settings import setting


@lru_cache(maxsize=64)
def signing_key(purpose: str) -> bytes:
    """32 bytes for one purpose: a signature made for one use is worthless for another (HKDF's expand step)."""
    return hmac.new(_master(), purpose.encode(), hashlib.sha256).digest()


@lru_cache(maxsize=1)
def _master() -> bytes:
    name = setting("BANLI_SECRET")
    stored = json.loads(client("secretsmanager").get_secret_value(SecretId=name)["SecretString"])
    key = str(stored.get("key", ""))
    if len(key) < 32:
        raise Misconfigured(name=name)
    return key.encode()


def encrypt(purpose: str, plain: str) -> str:
    """A secret at rest (a webhook's signing secret), authenticated; only this stack's key opens it."""
    from cryptography.fernet import Fernet

    return Fernet(_fernet_key(purpose)).encrypt(plain.encode()).decode()


def decrypt(purpose: str, sealed: str) -> str:
    from cryptography.fernet import Fernet

    return Fernet(_fernet_key(purpose)).decrypt(sealed.encode()).decode()


def _fernet_key(purpose: str) -> bytes:
    import base64

    return base64.urlsafe_b64encode(signing_key("encrypt:" + purpose))
