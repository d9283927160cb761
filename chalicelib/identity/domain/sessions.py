"""A session and its two tokens: which are good now, and what presenting a refresh token leads to.

The access token is good for 15 minutes after the rotation that made it; the refresh token is exchanged for the next
generation of both. The previous generation stays good for 30 seconds: a retry after a lost answer, or a second tab,
gets the same new tokens. Any older one means that two parties hold the session, so it ends (RFC 9700, 4.14.2).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ...kernel.session import SessionRef
from .accounts import Login
from .errors import SessionEnded

ACCESS_LIFE = timedelta(minutes=15)
REFRESH_LIFE = timedelta(days=30)
LONGEST = timedelta(days=90)
"""However often refreshed: then the password is asked again."""
GRACE = timedelta(seconds=30)
MAX_USER_AGENT = 300


@dataclass(frozen=True, slots=True)
class Session:
    """One signed-in device of one member. `epoch` is the login's when it began."""

    id: str
    tenant_id: str
    member_id: str
    account_id: str
    generation: int
    epoch: int
    created_at: datetime
    rotated_at: datetime
    ip: str = ""
    user_agent: str = ""
    ends_at: datetime | None = None
    """Set when it was left for another company: a lost answer can still be asked for again."""

    @property
    def ref(self) -> SessionRef:
        return SessionRef(self.tenant_id, self.member_id, self.id, self.generation)

    @property
    def expires_at(self) -> datetime:
        latest = min(self.rotated_at + REFRESH_LIFE, self.created_at + LONGEST)
        return min(latest, self.ends_at) if self.ends_at else latest

    def left(self, now: datetime) -> "Session":
        return replace(self, ends_at=now + GRACE)

    def is_open(self, login: Login | None, now: datetime) -> bool:
        return login is not None and login.active and login.epoch == self.epoch and now < self.expires_at

    def admits(self, generation: int, now: datetime) -> bool:
        """Whether an access token of this generation is good now."""
        age = now - self.rotated_at
        return age < (ACCESS_LIFE if generation == self.generation else self._grace(generation))

    def refreshed(self, generation: int, now: datetime) -> "Session | None":
        """The session after a refresh token of this generation was presented: rotated, or as it is when the one
        before is presented again in time. None if the token is older than that: reuse. Raises SessionEnded for a
        generation that was never issued.
        """
        if generation > self.generation:
            raise SessionEnded()
        if generation == self.generation:
            return replace(self, generation=self.generation + 1, rotated_at=now)
        return self if now - self.rotated_at < self._grace(generation) else None

    def _grace(self, generation: int) -> timedelta:
        return GRACE if generation == self.generation - 1 else timedelta(0)
