"""The calls that contexts above may make. None commits."""

from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .domain import App, AppNotFound, Content, Held, MenuItem, default_app_id

__all__ = ["App", "AppNotFound", "Content", "Held", "MenuItem", "app_by_key", "default_app_id", "enter"]


def enter(work: UnitOfWork, app_id: str) -> str:
    """Something is put into the app; answers the id to keep with it, "" for the default app. Raises AppNotFound."""
    return wiring.apps().enter(work, app_id)


def app_by_key(work: UnitOfWork, key: str) -> App:
    """Raises AppNotFound."""
    return wiring.apps().by_key(work, key)
