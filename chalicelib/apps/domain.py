"""An app of a company, and what may not be done with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..kernel.errors import Conflict, FieldError, Invalid, NotFound, Stale
from ..kernel.ids import derived_id
from ..kernel.languages import Label
from ..kernel.skeleton import skeleton

BUILD = "forms.build"
MAX_APPS = 40
"""A new order writes a row and an event for each, in one transaction of at most 100 rows."""
DEFAULT_NAME: Label = {"zh-CN": "默认应用", "en": "General"}
DEFAULT_KEY = "general"


class AppNotFound(NotFound):
    code = "app_not_found"


class AppStale(Stale):
    """Somebody else changed it in the meantime. Params: `version`."""

    code = "stale"


class AppInvalid(Invalid):
    code = "app_invalid"


class AppKeyTaken(Conflict):
    code = "app_key_taken"


class TooManyApps(Conflict):
    """Params: `maximum`."""

    code = "too_many_apps"


class AppIsDefault(Conflict):
    code = "app_is_default"


class AppNotEmpty(Conflict):
    """Params: `names` of what it holds, the first few of them, and their `count`."""

    code = "app_not_empty"


class MenuItem(NamedTuple):
    """`kind` says whose id it is: `form`; further kinds come with the contexts that own them."""

    kind: str
    id: str


class Content(NamedTuple):
    """One thing that an app holds, as its owner names it."""

    kind: str
    id: str
    name: Label


class Held(NamedTuple):
    """That something is in an app; `app_id` as its owner keeps it, "" the default app."""

    app_id: str
    item: MenuItem


@dataclass(frozen=True)
class App:
    """`version` 0 is the default app that nobody has changed yet. `menu` orders what the app holds: what it does not
    name stands behind it, newest first, and what it names and the app no longer holds is passed over.
    """

    id: str
    key: str
    name: Label
    icon: str = ""
    color: str = ""
    position: int = 0
    menu: tuple[MenuItem, ...] = ()
    created_by: str = ""
    created_at: str = ""
    updated_at: str = ""
    version: int = 0


def default_app_id(tenant_id: str) -> str:
    """Derived, so that nobody has to look it up."""
    return derived_id("app", tenant_id, "default")


def with_default(tenant_id: str, stored: Iterable[App]) -> tuple[App, ...]:
    """In the order of the navigation; the default app first unless it was put elsewhere."""
    apps = list(stored)
    default = default_app_id(tenant_id)
    if all(app.id != default for app in apps):
        apps.append(App(default, DEFAULT_KEY, DEFAULT_NAME))
    return tuple(sorted(apps, key=lambda app: (app.position, app.id != default, app.id)))


def check_name(apps: Iterable[App], app_id: str, name: Label) -> None:
    """A name that looks like another app's in any language would make two entries one. Raises AppInvalid."""
    taken = {skeleton(text) for app in apps if app.id != app_id for text in _texts(app.name)}
    if any(skeleton(text) in taken for text in _texts(name)):
        raise AppInvalid(fields=[FieldError.of("/name", "name_taken")])


def check_menu(menu: Sequence[MenuItem], contents: Iterable[Content]) -> None:
    """A menu names only what the app holds, each thing once. Raises AppInvalid."""
    held = {(content.kind, content.id) for content in contents}
    seen: set[MenuItem] = set()
    for index, item in enumerate(menu):
        if item in seen or tuple(item) not in held:
            raise AppInvalid(fields=[FieldError.of(f"/menu/{index}", "app_menu_unknown")])
        seen.add(item)


def reordered(apps: Sequence[App], ids: Sequence[str]) -> list[App]:
    """Those whose position changes in the order of `ids`. Raises AppInvalid unless these are all of them."""
    by_id: Mapping[str, App] = {app.id: app for app in apps}
    if len(ids) != len(by_id) or set(ids) != set(by_id):
        raise AppInvalid(fields=[FieldError.of("/ids", "app_order_incomplete")])
    moved = (replace(by_id[each], position=position) for position, each in enumerate(ids, start=1))
    return [app for app in moved if app != by_id[app.id]]


def _texts(name: Label) -> tuple[str, ...]:
    return (name,) if isinstance(name, str) else tuple(name.values())
