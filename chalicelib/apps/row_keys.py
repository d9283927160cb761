"""The keys of the rows of apps."""

from ..kernel.unit_of_work import Key

APPS = "apps"


def app(app_id: str) -> Key:
    """All apps are one partition, so that the navigation is one read."""
    return Key(APPS, f"app#{app_id}")


def key_guard(key: str) -> Key:
    """That an app of the company has this key."""
    return Key("app_key", key)
