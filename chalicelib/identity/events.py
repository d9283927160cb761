"""What identity tells itself over the bus: a mail is wanted. Ids only; the token is derived when the mail is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel.events import Event

if TYPE_CHECKING:
    from .domain.links import Link

MAIL_REQUESTED = "identity.MailRequested"


def mail_requested(link: Link, language: str) -> Event:
    data = {"link_id": link.id, "purpose": link.purpose, "language": language}
    return Event(MAIL_REQUESTED, data, subject=link.id)
