"""Sends the mail of a link. Whether an address has an account is looked up here, where nobody measures the time."""

from collections.abc import Callable

from ...kernel.unit_of_work import UnitOfWork
from ..domain.links import RESET, SIGN_UP
from ..letters import write_account_exists, write_mail
from .links import Links
from .ports import AccountStore

Send = Callable[[str, str, str, str], None]
"""(to, subject, text, html)"""


class Mails:
    def __init__(self, links: Links, accounts: AccountStore, send: Send, origin: Callable[[], str]) -> None:
        self._links = links
        self._accounts = accounts
        self._send = send
        self._origin = origin

    def deliver(self, work: UnitOfWork, link_id: str, language: str) -> None:
        """Nothing is sent for a link that is used or too old, nor a new password to an address without an account. Who
        signs up with an account is told where to sign in, and can open one more company with it.
        """
        link = self._links.peek(work, link_id)
        if link is None:
            return
        known = self._accounts.find(work, link.email) is not None
        if link.purpose == RESET and not known:
            return
        write = write_account_exists if link.purpose == SIGN_UP and known else write_mail
        mail = write(link, self._links.token(link.id, link.purpose), language, self._origin())
        self._send(link.email, mail.subject, mail.text, mail.html)
