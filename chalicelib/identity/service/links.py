"""One-time links: issued with the wish for a mail, opened once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from ...kernel.ids import new_id
from ...kernel.unit_of_work import UnitOfWork
from ..domain.errors import LinkUsedOrExpired
from ..domain.links import Link
from ..domain.tokens import read_link_token, write_link_token
from ..events import mail_requested
from .ports import LinkStore


class Links:
    """`key` gives the signing key of links; a callable, because the secret is read when first needed."""

    def __init__(self, store: LinkStore, key: Callable[[], bytes]) -> None:
        self._store = store
        self._key = key

    def issue(
        self, work: UnitOfWork, purpose: str, email: str, data: dict[str, Any], hours: int, *, language: str
    ) -> str:
        link = Link(new_id(), purpose, email, work.now + timedelta(hours=hours), data)
        self._store.add(work, link)
        work.emit(mail_requested(link, language))
        return link.id

    def read(self, work: UnitOfWork, token: str, purpose: str) -> Link:
        """The link, still good afterwards. Raises LinkUsedOrExpired."""
        link_id = read_link_token(self._key(), token, purpose)
        link = self.peek(work, link_id) if link_id else None
        if link is None or link.purpose != purpose:
            raise LinkUsedOrExpired()
        return link

    def open(self, work: UnitOfWork, token: str, purpose: str) -> Link:
        """Raises LinkUsedOrExpired, at the latest when the work is committed."""
        link = self.read(work, token, purpose)
        self._store.remove(work, link)
        return link

    def peek(self, work: UnitOfWork, link_id: str) -> Link | None:
        """The link if it may still be used."""
        link = self._store.get(work, link_id)
        return link if link is not None and work.now < link.expires_at else None

    def void(self, work: UnitOfWork, link_id: str) -> None:
        link = self._store.get(work, link_id)
        if link is not None:
            self._store.remove(work, link)

    def token(self, link_id: str, purpose: str) -> str:
        return write_link_token(self._key(), link_id, purpose)
