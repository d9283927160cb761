"""One-time links: a row that is removed when used; its token is derived from its id, so nothing secret is stored."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

SIGN_UP = "sign_up"
INVITE = "invite"
RESET = "reset"


@dataclass(frozen=True, slots=True)
class Link:
    """`data` is the issuer's own; `company` and `inviter` in it are shown in an invitation."""

    id: str
    purpose: str
    email: str
    expires_at: datetime
    data: dict[str, Any] = field(default_factory=dict)
