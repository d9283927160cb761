"""What the services need of the world. `store.py`, `edge` and the registry stand behind it; fakes in tests."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from ...kernel.page import Page
from ...kernel.work import Work
from ..domain import Job
from ..kinds import JobKind

T = TypeVar("T")


class JobStore(Protocol):
    """`get` raises JobNotFound."""

    def get(self, work: Work, job_id: str) -> Job: ...
    def add(self, work: Work, job: Job) -> None: ...
    def save(self, work: Work, job: Job) -> None: ...
    def page(self, work: Work, shown: Callable[[Job], bool], limit: int, cursor: str | None) -> Page[Job]: ...
    def active(self, work: Work) -> list[str]: ...
    def last_named(self, work: Work, kind: str, name: str) -> Job | None: ...
    def name(self, work: Work, job: Job, name: str) -> None: ...


class Apart(Protocol):
    """A unit of work of its own, committed at once."""

    def __call__(self, work: Work, body: Callable[[Work], T]) -> T: ...


class Failure(Protocol):
    """What a failure is to people: `{code, texts: {language: text}}`."""

    def __call__(self, fault: Exception) -> dict[str, Any]: ...


Kinds = Callable[[], Mapping[str, JobKind]]
