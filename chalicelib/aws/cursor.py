"""Page cursors: opaque, signed, bound to tenant and list, so that none can be forged or carried to another tenant."""

import base64
import hashlib
import hmac

from ..kernel.errors import FieldError, Invalid
from .secrets import signing_key


class CursorInvalid(Invalid):
    code = "cursor_invalid"


def seal_cursor(sort: str, tenant_id: str, partition: str) -> str:
    body = sort.encode()
    return _text(_tag(body, tenant_id, partition) + body)


def open_cursor(token: str, tenant_id: str, partition: str) -> str:
    """The sort key to go on after. Raises CursorInvalid for anything that this list of this tenant did not issue."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        tag, body = raw[:16], raw[16:]
        if hmac.compare_digest(tag, _tag(body, tenant_id, partition)) and token == _text(raw):
            return body.decode()
    except ValueError:
        pass
    raise CursorInvalid(fields=[FieldError.of("/cursor", "cursor_invalid")])


def _text(raw: bytes) -> str:
    """The one text for these bytes: base64 would read others, which differ in bits that mean nothing."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _tag(body: bytes, tenant_id: str, partition: str) -> bytes:
    bound = b"\x00".join((tenant_id.encode(), partition.encode(), body))
    return hmac.new(signing_key("cursor"), bound, hashlib.sha256).digest()[:16]
