"""What apps tells: that the navigation is another one."""

from ..kernel.events import Event

APP_CHANGED = "apps.AppChanged"
CREATED, CHANGED, MOVED, REMOVED = "created", "changed", "moved", "removed"


def app_changed(app_id: str, key: str, change: str) -> Event:
    return Event(APP_CHANGED, {"app_id": app_id, "key": key, "change": change}, subject=app_id)
