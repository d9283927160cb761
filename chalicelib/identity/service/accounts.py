"""Accounts and logins: opened at sign-up, joined by invitations, closed when a member is deactivated."""

from ...kernel.errors import NotFound
from ...kernel.ids import new_id
from ...kernel.unit_of_work import UnitOfWork
from ..domain.accounts import Account, Login, Membership
from .ports import AccountStore, LoginStore


class Accounts:
    def __init__(self, accounts: AccountStore, logins: LoginStore) -> None:
        self._accounts = accounts
        self._logins = logins

    def find(self, work: UnitOfWork, email: str) -> Account | None:
        return self._accounts.find(work, email)

    def open(self, work: UnitOfWork, email: str, name: str, password_hash: str, membership: Membership) -> Account:
        """Of two accounts for one address the second is contended: run again, the work finds the first."""
        account = Account(new_id(), email, name, password_hash, (membership,))
        self._accounts.add(work, account)
        self._logins.add(work, Login(membership.tenant_id, membership.member_id, account.id))
        return account

    def join(self, work: UnitOfWork, account: Account, membership: Membership) -> Account:
        """Raises AlreadyMember, TooManyCompanies."""
        joined = account.joined(membership)
        self._accounts.change(work, joined)
        self._logins.add(work, Login(membership.tenant_id, membership.member_id, account.id))
        return joined

    def close_login(self, work: UnitOfWork, member_id: str) -> None:
        self._logins.change(work, self._login(work, member_id).closed())

    def reopen_login(self, work: UnitOfWork, member_id: str) -> None:
        self._logins.change(work, self._login(work, member_id).reopened())

    def _login(self, work: UnitOfWork, member_id: str) -> Login:
        login = self._logins.get(work, work.actor.tenant_id, member_id)
        if login is None:
            raise NotFound()
        return login
