"""What builders do beyond saving and publishing a definition."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from . import AllFieldUsers, form_repository, forms, record_repository

if TYPE_CHECKING:
    from ..service.copying import Copying
    from ..service.field_uses import FieldUses


@cache
def copying() -> Copying:
    from ..service.copying import Copying

    return Copying(forms())


@cache
def field_uses() -> FieldUses:
    from ..service.field_uses import FieldUses

    return FieldUses(form_repository(), record_repository(), AllFieldUsers())
