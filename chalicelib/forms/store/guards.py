"""Which record has a unique value."""

from collections.abc import Iterable

from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..domain.fields import Field, type_of
from .table import TableOf


class GuardRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    def holders(self, work: UnitOfWork, form_id: str, field: Field, values: Iterable[object]) -> dict[str, str]:
        """By text of the canonical value, the id of the record that has it: unasked, for whoever asks the entrance."""
        keys = {
            row_keys.guard(form_id, field.id, text): str(value)
            for value in values
            for text in type_of(field).unique_keys(field, value)
        }
        rows = self._table().get_many(work, keys) if keys else {}
        return {keys[key]: str(row.doc["record_id"]) for key, row in rows.items() if row is not None}
