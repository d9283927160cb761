"""What lists for programs consist of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from . import company, entrance, link_titles, lists

if TYPE_CHECKING:
    from ..service.aggregates import Aggregates
    from ..service.queries import Queries


@cache
def queries() -> Queries:
    from ..service.queries import Queries

    return Queries(lists(), entrance())


@cache
def aggregates() -> Aggregates:
    from ..service.aggregates import Aggregates

    return Aggregates(lists(), entrance(), link_titles(), company())
