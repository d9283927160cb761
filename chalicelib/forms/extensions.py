"""What upper contexts provide to forms, which do not know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel.extensions import Port

if TYPE_CHECKING:
    from .service.ports import BesideRecords, FieldUsers

FIELD_USERS: Port[FieldUsers] = Port("forms.field_users")
"""Who builds on the fields of forms, so that none is dropped that somebody needs."""

BESIDE_RECORDS: Port[BesideRecords] = Port("forms.beside_records")
"""Who keeps rows of a record that are to go with it."""
