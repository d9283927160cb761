"""Sign-up: a stranger asks, a mailed link proves the address, and a company with one administrator stands."""

from dataclasses import dataclass, replace

from ...identity.api import SIGN_UP, Account, Link, SessionRef
from ...kernel.errors import Faults
from ...kernel.ids import new_id
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..domain.errors import DisposableAddress
from ..domain.founding import founding_org
from ..domain.names import clean
from ..domain.permissions import ADMINISTRATOR
from .members import shown
from .ports import Identity, MailboxStore, OrgStore, Tenancy

HOUR = 60 * 60
LINK_HOURS = 24
PER_IP = 20
PER_ADDRESS = 5


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody is a member now, and signed in."""

    member_id: str
    company: str
    session: SessionRef


class SignUp:
    def __init__(self, orgs: OrgStore, mailboxes: MailboxStore, identity: Identity, tenancy: Tenancy) -> None:
        self._orgs = orgs
        self._mailboxes = mailboxes
        self._identity = identity
        self._tenancy = tenancy

    def ask(self, work: UnitOfWork, *, company: str, name: str, email: str, password: str, language: str) -> None:
        """The same work and answer for every address: only the mail tells its owner that he has an account already.
        With one, the password that was typed here counts for nothing: whoever typed it has proved nothing yet.

        Raises DirectoryInvalid, EmailInvalid, DisposableAddress, PasswordWeak, or Invalid for several; LimitReached.
        """
        pending, address, faults = {"language": language}, "", Faults()
        with faults.noted():
            pending["company"] = clean(company, "/company")
        with faults.noted():
            pending["name"] = clean(name)
        with faults.noted():
            address = self._lasting_address(email)
        with faults.noted():
            self._identity.check_new_password(password)
        faults.settle()
        self._tenancy.limit(work, "sign_up_ip", work.actor.ip, PER_IP, HOUR)
        self._tenancy.limit(work, "sign_up", address, PER_ADDRESS, HOUR)
        pending["password_hash"] = self._identity.hash_password(password)
        self._identity.issue_link(work, SIGN_UP, address, pending, LINK_HOURS, language=language)

    def _lasting_address(self, email: str) -> str:
        address = self._identity.canonical_email(email)
        if self._identity.is_disposable(address):
            raise DisposableAddress()
        return address

    def verify(self, work: UnitOfWork, token: str, user_agent: str) -> Entered:
        """Open the company, the first or one more of the address's account. From here on its administrator acts.

        Raises LinkUsedOrExpired, TrialAlreadyUsed, TooManyCompanies; nothing is used up then.
        """
        link = self._identity.open_link(work, token, SIGN_UP)
        known = self._identity.find_account(work, link.email)
        self._tenancy.use_trial(work, self._identity.trial_identity(link.email))
        company, name, language = (link.data[each] for each in ("company", "name", "language"))
        tenant_id, member_id = new_id(), new_id()
        founder = replace(
            work.actor,
            tenant_id=tenant_id,
            member_id=member_id,
            name=name,
            permissions=frozenset({ADMINISTRATOR}),
            language=language,
        )
        work.act_as(founder)
        self._tenancy.open_tenant(work, company, language)
        org = founding_org(
            tenant_id, company, member_id=member_id, name=name, email=link.email, language=language, now=work.now
        )
        self._orgs.open(work, org)
        self._mailboxes.hold(work, link.email, {"member_id": member_id})
        member = org.members[member_id]
        self._tenancy.audit(work, "member.joined", "member", member_id, after=shown(member))
        work.emit(events.member_joined(member))
        account = self._with_account(work, known, link, member_id)
        session = self._identity.start_session(work, account, tenant_id, member_id, user_agent=user_agent)
        return Entered(member_id, company, session)

    def _with_account(self, work: UnitOfWork, account: Account | None, link: Link, member_id: str) -> Account:
        tenant_id = work.actor.tenant_id
        if account is not None:
            return self._identity.add_membership(work, account, tenant_id=tenant_id, member_id=member_id)
        name, password_hash = link.data["name"], link.data["password_hash"]
        return self._identity.open_account(
            work, link.email, name, password_hash, tenant_id=tenant_id, member_id=member_id
        )
