"""A POST that is repeated finds its answer: the row stands in the same transaction as what the POST did.

The row is keyed by caller and Idempotency-Key and remembers a keyed fingerprint of the request, so that a key used
for something else is refused, and a password in a body cannot be guessed from the row.
"""

import hashlib
import hmac
from datetime import timedelta
from typing import Any

from ..aws.secrets import signing_key
from ..kernel.errors import Conflict
from ..kernel.ids import SYSTEM_TENANT, derived_id
from ..kernel.unit_of_work import Key, Row, UnitOfWork
from .authentication import Claim, SessionRef
from .request import SIGNED_OUT, Response

KEEPS = timedelta(hours=24)


class IdempotencyKeyReused(Conflict):
    code = "idempotency_key_reused"


def address(claim: Claim | None, key: str, ip: str, cookie: str) -> tuple[str, Key]:
    """(tenant id, key) of the row. A caller without a session is told apart by address and cookies: an answer that
    carries a session (a refresh) goes only to the browser that asked first, whatever key a neighbour guesses.
    """
    if claim is None:
        return SYSTEM_TENANT, Key(f"idem#public#{derived_id(ip)}", derived_id(ip, cookie, key))
    return claim.tenant_id, Key(f"idem#{claim.member_id}", derived_id(key))


def fingerprint(method: str, path: str, raw: bytes) -> str:
    text = b"\x00".join((method.encode(), path.encode(), raw))
    return hmac.new(signing_key("idempotency"), text, hashlib.sha256).hexdigest()[:32]


def remember(work: UnitOfWork, place: tuple[str, Key], mark: str, response: Response, status: int) -> None:
    """Record the answer in this work; a row that has expired but not yet vanished is written over."""
    tenant_id, key = place
    doc: dict[str, Any] = {
        "fingerprint": mark,
        "status": status,
        "body": response.body,
        "version": response.version,
        "headers": response.headers,
        "session": _session_doc(response),
    }
    expires_at = int((work.now + KEEPS).timestamp())
    expired = work.read.get(place)
    if expired is not None:
        work.replace(expired, doc, expires_at=expires_at, tenant_id=tenant_id)
    else:
        work.create(key, "idempotency", doc, expires_at=expires_at, tenant_id=tenant_id)


def replay(row: Row, mark: str, now_seconds: float) -> Response | None:
    """The answer given before; None if the row has expired. Raises IdempotencyKeyReused."""
    if row.expires_at is not None and row.expires_at < now_seconds:
        return None
    doc = row.doc
    if doc["fingerprint"] != mark:
        raise IdempotencyKeyReused()
    session = doc["session"]
    return Response(
        body=doc["body"],
        status=doc["status"],
        version=doc["version"],
        headers=doc["headers"],
        session=SIGNED_OUT if session == "out" else SessionRef(**session) if session else None,
    )


def _session_doc(response: Response) -> Any:
    if isinstance(response.session, SessionRef):
        return response.session._asdict()
    return "out" if response.session is SIGNED_OUT else None
