"""Saved views: shared ones in one partition of their form, personal ones in one of each member."""

from dataclasses import replace

from ...kernel.codec import Codec
from ...kernel.unit_of_work import Key, Row, UnitOfWork
from .. import row_keys
from ..domain.errors import ViewNotFound, ViewStale
from ..domain.saved_views import SavedView
from .table import TableOf

VIEWS = Codec(SavedView, outside=("version",))
KIND = "form_view"


class SavedViewRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    def shared(self, work: UnitOfWork, form_id: str) -> list[SavedView]:
        """Oldest first, as the next."""
        return [_view(row) for row in self._table().every(work, row_keys.views_partition(form_id))]

    def personal(self, work: UnitOfWork, form_id: str, member_id: str) -> list[SavedView]:
        return [_view(row) for row in self._table().every(work, row_keys.views_partition(form_id, member_id))]

    def get(self, work: UnitOfWork, form_id: str, member_id: str, view_id: str) -> SavedView:
        """A shared view, or one of the member's own. Raises ViewNotFound."""
        return _view(self._row(work, form_id, member_id, view_id))

    def create(self, work: UnitOfWork, view: SavedView) -> SavedView:
        work.create(_key(view), KIND, VIEWS.dump(view))
        return replace(view, version=1)

    def save(self, work: UnitOfWork, before: SavedView, view: SavedView) -> SavedView:
        """Raises ViewStale. A view that others get to see, or no longer, moves to another partition."""
        row = self._row(work, before.form_id, before.owner, before.id)
        if row.version != before.version:
            raise ViewStale(version=row.version)
        if _key(view) == row.key:
            work.replace(row, VIEWS.dump(view))
            return replace(view, version=row.version + 1)
        work.remove(row)
        work.create(_key(view), KIND, VIEWS.dump(view))
        return replace(view, version=1)

    def remove(self, work: UnitOfWork, view: SavedView) -> None:
        work.remove(self._row(work, view.form_id, view.owner, view.id))

    def _row(self, work: UnitOfWork, form_id: str, member_id: str, view_id: str) -> Row:
        keys = [row_keys.view(form_id, view_id), row_keys.view(form_id, view_id, member_id)]
        found = self._table().get_many(work, keys)
        row = next((row for key in keys if (row := found.get(key)) is not None), None)
        if row is None:
            raise ViewNotFound()
        return row


def _key(view: SavedView) -> Key:
    return row_keys.view(view.form_id, view.id, "" if view.shared else view.owner)


def _view(row: Row) -> SavedView:
    return VIEWS.load(row.doc, version=row.version)
