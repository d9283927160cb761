"""Who is calling, and what he may do: identity's session, the member and his roles, the state of the company.

All of it is judged on every request from the rows that the edge reads in its one batch. So a revoked session, a
deactivated member, a changed role and an expired trial count from the very next request on.
"""

from collections.abc import Iterable, Mapping

from ..identity import api as identity
from ..kernel.actor import Actor
from ..kernel.errors import Unauthenticated
from ..kernel.session import Claim, SessionRef
from ..kernel.unit_of_work import Key, UnitOfWork
from ..tenancy import api as tenancy
from . import row_keys
from .store import rights


class DirectoryAuthenticator:
    """The edge's `Authenticator`."""

    def claim(self, cookies: Mapping[str, str]) -> Claim | None:
        return identity.claim(cookies)

    def prefetch(self, claim: Claim) -> Iterable[tuple[str, Key]]:
        yield from identity.session_needs(claim)
        for key in (*row_keys.rights(claim.member_id), tenancy.tenant_key()):
            yield claim.tenant_id, key

    def actor(self, work: UnitOfWork, claim: Claim, *, ip: str, language: str, correlation_id: str) -> Actor:
        """Raises Unauthenticated."""
        identity.check_session(work, claim)
        held = rights(work, claim.tenant_id, claim.member_id)
        company = work.read[(claim.tenant_id, tenancy.tenant_key())]
        if held is None or company is None:
            raise Unauthenticated()
        member, permissions = held
        return Actor(
            tenant_id=claim.tenant_id,
            member_id=member.id,
            name=member.name,
            permissions=permissions,
            role_ids=member.role_ids,
            department_id=member.department_id,
            session_id=claim.session_id,
            language=language or member.language,
            ip=ip,
            correlation_id=correlation_id,
            read_only=tenancy.read_tenant(company).read_only(work.now),
        )

    def is_usable(self, work: UnitOfWork, session: SessionRef) -> bool:
        return identity.is_usable(work, session)

    def cookies(self, session: SessionRef | None) -> list[str]:
        return identity.session_cookies(session)
