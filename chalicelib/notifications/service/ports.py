"""What the use cases need of the world. `store.py`, the lower contexts and `aws` stand behind it; fakes in tests."""

from collections.abc import Mapping
from typing import Any, Protocol

from ...comments.api import Comment
from ...directory.org import Org
from ...flows.api import Run
from ...kernel.unit_of_work import UnitOfWork
from ...tenancy.api import Tenant
from ..domain.batching import Pace
from ..domain.notices import Due
from ..domain.preferences import Preferences


class NoticeStore(Protocol):
    """What became of each notice, and the claim of whoever is at it."""

    def is_settled(self, work: UnitOfWork, notice_id: str) -> bool: ...

    def is_claimed(self, work: UnitOfWork, notice_id: str) -> bool:
        """By somebody whose time is not over."""
        ...

    def was_claimed(self, work: UnitOfWork, notice_id: str) -> bool:
        """By somebody who did not come to the end of it."""
        ...

    def claim(self, work: UnitOfWork, notice_id: str) -> str:
        """Ours for some minutes; proves itself with what it answers."""
        ...

    def holds(self, work: UnitOfWork, due: Due) -> bool: ...

    def settle(self, work: UnitOfWork, notice_id: str, end: str) -> None: ...


class PaceStore(Protocol):
    def get(self, work: UnitOfWork, member_id: str, kind: str, window: int) -> Pace: ...
    def save(self, work: UnitOfWork, member_id: str, kind: str, pace: Pace) -> None: ...


class PreferenceStore(Protocol):
    def get(self, work: UnitOfWork, member_id: str) -> Preferences: ...

    def save(self, work: UnitOfWork, member_id: str, preferences: Preferences) -> None:
        """Under the version that they have. Raises Stale, at the latest when the work is committed."""
        ...


class Directory(Protocol):
    """`directory.api`."""

    def org(self, work: UnitOfWork) -> Org: ...


class Flows(Protocol):
    """`flows.api`."""

    def get_run(self, work: UnitOfWork, run_id: str) -> Run | None: ...
    def card(self, work: UnitOfWork, run: Run, member_id: str, language: str) -> dict[str, Any]: ...
    def last_decision(self, work: UnitOfWork, run_id: str) -> Mapping[str, Any] | None: ...


class Comments(Protocol):
    """`comments.api`."""

    def find(self, work: UnitOfWork, record_id: str, comment_id: str) -> Comment | None: ...


class Records(Protocol):
    """`forms.api`."""

    def title_for(self, work: UnitOfWork, record_id: str, member_id: str) -> str | None: ...
    def form_label(self, work: UnitOfWork, form_id: str, language: str) -> str: ...


class Tenancy(Protocol):
    """`tenancy.api`."""

    def get_tenant(self, work: UnitOfWork) -> Tenant: ...


class Send(Protocol):
    """`aws.mail.send_mail`."""

    def __call__(self, to: str, subject: str, text: str, html: str, headers: Mapping[str, str]) -> None: ...


class Enqueue(Protocol):
    def __call__(self, message: dict[str, Any], delay_seconds: int = 0) -> None: ...
