"""Signed texts: session tokens and link tokens. Opaque to the client, checked without I/O, worthless if altered.

The row is read on every request anyway, so a token only names it; the signature keeps guesses off the table
(docs/adr/0003).
"""

import hashlib
import hmac
import re

from ...kernel.ids import is_id
from ...kernel.session import Claim, SessionRef

ACCESS = "a"
REFRESH = "r"
DEVICE = "d"

_GENERATION = re.compile(r"[1-9][0-9]{0,8}\Z", re.ASCII)
_LONGEST = 300


def write_token(key: bytes, kind: str, ref: SessionRef) -> str:
    body = ".".join((kind, ref.tenant_id, ref.member_id, ref.session_id, str(ref.generation)))
    return f"{body}.{_mac(key, body)}"


def read_token(key: bytes, kind: str, text: str) -> Claim | None:
    """The claim, or None for anything that `write_token` with this key and kind did not make."""
    if len(text) > _LONGEST or not text.isascii():
        return None
    body, _, mac = text.rpartition(".")
    if not hmac.compare_digest(mac.encode(), _mac(key, body).encode()):
        return None
    parts = body.split(".")
    if len(parts) != 5 or parts[0] != kind or not all(map(is_id, parts[1:4])) or not _GENERATION.match(parts[4]):
        return None
    return Claim(parts[1], parts[2], parts[3], int(parts[4]))


def write_link_token(key: bytes, link_id: str, purpose: str) -> str:
    return f"{link_id}.{_mac(key, f'{purpose}.{link_id}')}"


def read_link_token(key: bytes, text: str, purpose: str) -> str | None:
    """The link's id, or None if the text was not made for this purpose."""
    link_id, _, mac = text.partition(".")
    if len(text) > _LONGEST or not text.isascii() or not is_id(link_id):
        return None
    good = hmac.compare_digest(mac.encode(), _mac(key, f"{purpose}.{link_id}").encode())
    return link_id if good else None


def _mac(key: bytes, body: str) -> str:
    return hmac.new(key, body.encode(), hashlib.sha256).hexdigest()
