"""Page cursors: encrypted, so that a place in a list tells nobody which value stands there; and bound to tenant and
list, so that none can be forged or carried to another.

AES-SIV gives the same text for the same place: a repeated request gets the same answer, and no nonce can repeat.
"""

import base64
from typing import TYPE_CHECKING

from ..kernel.errors import FieldError, Invalid
from .secrets import signing_key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

_STEP = 64
"""Lengths of places are rounded up to this many bytes: the length of a text is told no more exactly."""
_END = b"\x80"


class CursorInvalid(Invalid):
    code = "cursor_invalid"


def seal_cursor(sort: str, tenant_id: str, partition: str) -> str:
    body = sort.encode() + _END
    padded = body + b"\x00" * (-len(body) % _STEP)
    return _text(_cipher().encrypt(padded, _bound(tenant_id, partition)))


def open_cursor(token: str, tenant_id: str, partition: str) -> str:
    """The sort key to go on after. Raises CursorInvalid for anything that this list of this tenant did not issue."""
    from cryptography.exceptions import InvalidTag

    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        if raw and token == _text(raw):
            return _cipher().decrypt(raw, _bound(tenant_id, partition)).rstrip(b"\x00").removesuffix(_END).decode()
    except (ValueError, InvalidTag):
        pass
    raise CursorInvalid(fields=[FieldError.of("/cursor", "cursor_invalid")])


def _cipher() -> "AESSIV":
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    return AESSIV(signing_key("sealed cursor"))


def _bound(tenant_id: str, partition: str) -> list[bytes]:
    return [tenant_id.encode(), partition.encode()]


def _text(raw: bytes) -> str:
    """The one text for these bytes: base64 would read others, which differ in bits that mean nothing."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
