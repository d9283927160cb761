"""Which adapter stands behind which port of apps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..kernel.unit_of_work import UnitOfWork
    from .domain import Content
    from .service import Apps, Contents
    from .store import AppRepository

_contents: list[Callable[[], Contents]] = []


def use_contents(*factories: Callable[[], Contents]) -> None:
    """Say who puts things into apps. Called once, by the composition root; the factories run on first use."""
    _contents[:] = factories


class AllContents:
    """What every context that was registered puts into apps."""

    def contents(self, work: UnitOfWork, app_id: str) -> Sequence[Content]:
        return [content for factory in _contents for content in factory().contents(work, app_id)]

    def apps_shown(self, work: UnitOfWork) -> frozenset[str]:
        return frozenset(app_id for factory in _contents for app_id in factory().apps_shown(work))


@cache
def app_repository() -> AppRepository:
    from ..aws.table import table
    from .store import AppRepository

    return AppRepository(table)


@cache
def apps() -> Apps:
    from ..tenancy import api as tenancy
    from .service import Apps

    return Apps(app_repository(), AllContents(), tenancy.audit)
