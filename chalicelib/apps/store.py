"""Rows of apps: one versioned row each, in one partition, and a guard row for each key."""

from collections.abc import Callable

from ..aws.table import TenantTable
from ..kernel.codec import Codec
from ..kernel.page import MAX_PAGE
from ..kernel.unit_of_work import Row, UnitOfWork
from . import row_keys
from .domain import App, AppKeyTaken, AppNotFound

APPS = Codec(App, outside=("version",))


class AppRepository:
    def __init__(self, table: Callable[[], TenantTable]) -> None:
        self._table = table

    def stored(self, work: UnitOfWork) -> list[App]:
        """All that have a row; at most MAX_APPS, so one page."""
        page = self._table().query(work, row_keys.APPS, limit=MAX_PAGE)
        return [_app(row) for row in page.items]

    def get(self, work: UnitOfWork, app_id: str) -> App | None:
        row = self._table().get(work, row_keys.app(app_id))
        return _app(row) if row else None

    def save(self, work: UnitOfWork, app: App) -> None:
        """Raises AppKeyTaken at commit if another app has its key."""
        if app.version:
            work.replace(_row(app), APPS.dump(app))
            return
        work.create(row_keys.app(app.id), "app", APPS.dump(app))
        work.create(row_keys.key_guard(app.key), "app_key", {"app_id": app.id}, refusal=AppKeyTaken())

    def remove(self, work: UnitOfWork, app: App) -> None:
        guard = self._table().get(work, row_keys.key_guard(app.key))
        if guard is None:
            raise AppNotFound()
        work.remove(_row(app))
        work.remove(guard)


def _row(app: App) -> Row:
    """A row known from what was read: its version is all that a conditional write needs."""
    return Row(row_keys.app(app.id), "app", {}, app.version)


def _app(row: Row) -> App:
    return APPS.load(row.doc, version=row.version)
