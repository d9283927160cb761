"""Saved views of forms."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from . import company, entrance, form_repository

if TYPE_CHECKING:
    from ..service.saved_views import SavedViews


@cache
def saved_views() -> SavedViews:
    from ...aws.table import table
    from ..service.saved_views import SavedViews
    from ..store.saved_views import SavedViewRepository

    return SavedViews(form_repository(), SavedViewRepository(table), company(), entrance())
