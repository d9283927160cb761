"""How a session is named on its way between the edge, which carries it, and identity, which judges it."""

from typing import NamedTuple


class SessionRef(NamedTuple):
    """Names a session and the generation of its tokens; the tokens themselves are derived, never stored."""

    tenant_id: str
    member_id: str
    session_id: str
    generation: int


class Claim(NamedTuple):
    """What a cookie with a good signature says. Not yet true: the session may be revoked."""

    tenant_id: str
    member_id: str
    session_id: str
    generation: int
