"""The part of the tenant-keyed table that forms reads through; writes are recorded on the work."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from ...kernel.page import Page
from ...kernel.unit_of_work import Key, Row, UnitOfWork
from ..service.ports import Entries


class Table(Protocol):
    def get(self, work: UnitOfWork, key: Key) -> Row | None: ...

    def get_many(self, work: UnitOfWork, keys: Iterable[Key]) -> dict[Key, Row | None]: ...

    def query(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        prefix: str = "",
        start: str | None = None,
        end: str | None = None,
        newest_first: bool = False,
        limit: int = 20,
        after: str | None = None,
    ) -> Page[Row]: ...

    def stretch(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        start: str | None = None,
        end: str | None = None,
        newest_first: bool = False,
        limit: int = ...,
        after: str | None = None,
    ) -> Entries: ...

    def kept(
        self,
        work: UnitOfWork,
        partition: str,
        keep: Callable[[Row], bool],
        *,
        newest_first: bool = False,
        limit: int = ...,
        after: str | None = None,
    ) -> Page[Row]: ...

    def each(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        prefix: str = "",
        newest_first: bool = False,
        after: str | None = None,
    ) -> Iterator[Row]: ...

    def every(self, work: UnitOfWork, partition: str, *, prefix: str = "") -> list[Row]: ...


TableOf = Callable[[], Table]
"""Asked at each use, so that a store may be made before the environment is known."""
