"""Which adapter stands behind which port of apps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from ..kernel.extensions import every
from .extensions import CONTENTS

if TYPE_CHECKING:
    from ..kernel.unit_of_work import UnitOfWork
    from .domain import Content, Held
    from .service import Apps
    from .store import AppRepository


class AllContents:
    """What every context that was registered puts into apps."""

    def contents(self, work: UnitOfWork, app_id: str) -> Sequence[Content]:
        return [content for each in every(CONTENTS) for content in each.contents(work, app_id)]

    def shown(self, work: UnitOfWork) -> list[Held]:
        return [held for each in every(CONTENTS) for held in each.shown(work)]


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
