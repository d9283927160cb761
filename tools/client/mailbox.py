"""The mails that the system sent, and the one-time links in them."""

import re
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from .waiting import wait_for

_LINK = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Mail:
    to: str
    subject: str
    text: str

    @property
    def token(self) -> str:
        """The token of its one-time link, in the query or in the fragment; "" if it has none."""
        for url in _LINK.findall(self.text):
            parts = urlsplit(url)
            for place in (parts.fragment, parts.query):
                found = parse_qs(place).get("token")
                if found:
                    return str(found[0])
        return ""


class Mailbox(Protocol):
    def mails(self) -> list[Mail]:
        """All mails sent so far, oldest first."""
        ...


def link_token(mailbox: Mailbox, address: str, *, after: int = 0) -> str:
    """The token of the newest mail to this address, waiting for it. `after`: how many it had before."""

    def newest() -> str | None:
        tokens = [mail.token for mail in mailbox.mails() if mail.to.lower() == address.lower() and mail.token]
        return tokens[-1] if len(tokens) > after else None

    return wait_for(f"a mail with a link to {address}", newest)
