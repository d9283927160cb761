"""Permission groups beside reading and writing: masked values, and what rights come to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from . import company, entrance, form_repository, lists, record_repository

if TYPE_CHECKING:
    from ..service.revealing import Revealing
    from ..service.viewing_as import ViewingAs


@cache
def revealing() -> Revealing:
    from ..service.revealing import Revealing

    return Revealing(entrance(), company())


@cache
def viewing_as() -> ViewingAs:
    from ...aws.table import table
    from ..service.viewing_as import ViewingAs
    from ..store.entries import EntryRepository

    return ViewingAs(
        form_repository(), record_repository(), EntryRepository(table), company(), entrance=entrance(), lists=lists()
    )
