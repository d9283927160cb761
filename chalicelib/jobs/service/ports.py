"""What the services need of the world. `store.py`, `edge` and the registry stand behind it; fakes in tests."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from ..domain import Job
from ..kinds import JobKind

T = TypeVar("T")


class JobStore(Protocol):
    """`get` raises JobNotFound."""

    def get(self, work: UnitOfWork, job_id: str) -> Job: ...
    def add(self, work: UnitOfWork, job: Job) -> None: ...
    def save(self, work: UnitOfWork, job: Job) -> None: ...
    def page(self, work: UnitOfWork, shown: Callable[[Job], bool], limit: int, cursor: str | None) -> Page[Job]: ...
    def active(self, work: UnitOfWork) -> list[str]: ...
    def last_named(self, work: UnitOfWork, kind: str, name: str) -> Job | None: ...
    def name(self, work: UnitOfWork, job: Job, name: str) -> None: ...


class Apart(Protocol):
    """A unit of work of its own, committed at once."""

    def __call__(self, work: UnitOfWork, body: Callable[[UnitOfWork], T]) -> T: ...


class Failure(Protocol):
    """What a failure is to people: `{code, texts: {language: text}}`."""

    def __call__(self, fault: Exception) -> dict[str, Any]: ...


Kinds = Callable[[], Mapping[str, JobKind]]
