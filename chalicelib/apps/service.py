"""Use cases on apps: make, change, order, drop; and the one call by which something is put into an app."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from ..kernel.errors import FieldError
from ..kernel.ids import new_ordered_id
from ..kernel.languages import label_text
from ..kernel.slugs import candidates, first_free, looks_derived
from ..kernel.unit_of_work import UnitOfWork
from . import events
from .domain import (
    BUILD,
    DEFAULT_KEY,
    MAX_APPS,
    App,
    AppInvalid,
    AppIsDefault,
    AppKeyTaken,
    AppNotEmpty,
    AppNotFound,
    AppStale,
    Content,
    Held,
    MenuItem,
    TooManyApps,
    check_menu,
    check_name,
    default_app_id,
    reordered,
    with_default,
)

NAMED = 5
"""So many of the things that an app still holds are named when it is not dropped."""


class AppStore(Protocol):
    def stored(self, work: UnitOfWork) -> list[App]: ...
    def get(self, work: UnitOfWork, app_id: str) -> App | None: ...
    def save(self, work: UnitOfWork, app: App) -> None: ...
    def remove(self, work: UnitOfWork, app: App) -> None: ...


class Contents(Protocol):
    """What upper contexts put into apps."""

    def contents(self, work: UnitOfWork, app_id: str) -> Sequence[Content]:
        """All that the app holds, also what the actor may not see."""
        ...

    def shown(self, work: UnitOfWork) -> Collection[Held]:
        """What the actor sees, of all apps."""
        ...


class Audit(Protocol):
    """`tenancy.api.audit`."""

    def __call__(
        self,
        work: UnitOfWork,
        action: str,
        target_kind: str,
        target_id: str,
        *,
        before: Any = None,
        after: Any = None,
    ) -> None: ...


class Apps:
    def __init__(self, store: AppStore, contents: Contents, audit: Audit) -> None:
        self._store = store
        self._contents = contents
        self._audit = audit

    def every(self, work: UnitOfWork) -> tuple[App, ...]:
        """In the order of the navigation, the default app among them."""
        return with_default(work.actor.tenant_id, self._store.stored(work))

    def shown(self, work: UnitOfWork) -> tuple[App, ...]:
        """The actor's navigation. Builders see every app as it is; others those in which they see something, and in
        their menus only that, because a name, an id or a version may tell of what is not theirs.
        """
        apps = self.every(work)
        if work.actor.may(BUILD):
            return apps
        found, default = self._contents.shown(work), default_app_id(work.actor.tenant_id)
        kept, items = {held.app_id or default for held in found}, {held.item for held in found}
        return tuple(
            replace(app, menu=tuple(item for item in app.menu if item in items), version=0)
            for app in apps
            if app.id == default or app.id in kept
        )

    def get(self, work: UnitOfWork, app_id: str) -> App:
        """Raises AppNotFound."""
        found = next((app for app in self.every(work) if app.id == app_id), None)
        if found is None:
            raise AppNotFound()
        return found

    def by_key(self, work: UnitOfWork, key: str) -> App:
        """Raises AppNotFound."""
        found = next((app for app in self.every(work) if app.key == key), None)
        if found is None:
            raise AppNotFound()
        return found

    def create(self, work: UnitOfWork, wanted: Mapping[str, Any]) -> App:
        """`wanted` is `{name, icon?, color?, key?}`. Raises TooManyApps, AppInvalid, AppKeyTaken."""
        apps = self.every(work)
        if len(apps) >= MAX_APPS:
            raise TooManyApps(maximum=MAX_APPS)
        id_ = new_ordered_id(work.now)
        check_name(apps, id_, wanted["name"])
        app = App(
            id=id_,
            key=self._key(apps, id_, wanted),
            name=wanted["name"],
            icon=wanted.get("icon", ""),
            color=wanted.get("color", ""),
            position=max(each.position for each in apps) + 1,
            created_by=work.actor.member_id,
            created_at=work.at,
            updated_at=work.at,
        )
        self._store.save(work, app)
        self._tell(work, app, events.CREATED, after=_shown(app))
        return replace(app, version=1)

    def change(self, work: UnitOfWork, app_id: str, version: int, wanted: Mapping[str, Any]) -> App:
        """Name, look and menu anew; the key stays. Raises AppNotFound, AppStale, AppInvalid."""
        before = self._expected(work, app_id, version)
        check_name(self.every(work), app_id, wanted["name"])
        menu = tuple(MenuItem(item["kind"], item["id"]) for item in wanted.get("menu", ()))
        if menu:
            check_menu(menu, self._contents.contents(work, app_id))
        app = replace(
            before,
            name=wanted["name"],
            icon=wanted.get("icon", ""),
            color=wanted.get("color", ""),
            menu=menu,
            created_at=before.created_at or work.at,
            updated_at=work.at,
        )
        self._store.save(work, app)
        self._tell(work, app, events.CHANGED, before=_shown(before), after=_shown(app))
        return replace(app, version=version + 1)

    def order(self, work: UnitOfWork, ids: Sequence[str]) -> tuple[App, ...]:
        """All apps in a new order. Raises AppInvalid."""
        apps = self.every(work)
        moved = reordered(apps, ids)
        for app in moved:
            self._store.save(work, app)
            work.emit(events.app_changed(app.id, app.key, events.MOVED))
        newer = {app.id: app for app in apps} | {app.id: replace(app, version=app.version + 1) for app in moved}
        inorder = tuple(newer[each] for each in ids)
        if moved:
            names = [label_text(app.name, work.actor.language) for app in inorder]
            self._audit(work, "app.ordered", "app", moved[0].id, after={"names": names})
        return inorder

    def drop(self, work: UnitOfWork, app_id: str, version: int) -> None:
        """Raises AppNotFound, AppStale, AppIsDefault, AppNotEmpty."""
        app = self._expected(work, app_id, version)
        if app_id == default_app_id(work.actor.tenant_id):
            raise AppIsDefault()
        held = self._contents.contents(work, app_id)
        if held:
            names = [label_text(each.name, work.actor.language) for each in held[:NAMED]]
            raise AppNotEmpty(names=names, count=len(held))
        self._store.remove(work, app)
        self._tell(work, app, events.REMOVED, before=_shown(app))

    def enter(self, work: UnitOfWork, app_id: str) -> str:
        """Something is put into the app by this work. Answers how its owner keeps the app: "" is the default one.

        The app's row is written anew, so that whoever drops the app at the same moment looks at what it holds again.
        Raises AppNotFound.
        """
        if app_id in ("", default_app_id(work.actor.tenant_id)):
            return ""
        app = self._store.get(work, app_id)
        if app is None:
            raise AppNotFound()
        self._store.save(work, app)
        return app.id

    def _expected(self, work: UnitOfWork, app_id: str, version: int) -> App:
        app = self.get(work, app_id)
        if app.version != version:
            raise AppStale(version=app.version)
        return app

    def _key(self, apps: Sequence[App], app_id: str, wanted: Mapping[str, Any]) -> str:
        taken = {app.key for app in apps} | {DEFAULT_KEY}
        chosen = wanted.get("key")
        if chosen is None:
            return first_free(candidates(label_text(wanted["name"], "en"), "app", app_id), taken)
        if looks_derived(chosen, "app"):
            raise AppInvalid(fields=[FieldError.of("/key", "key_reserved")])
        if chosen in taken:
            raise AppKeyTaken()
        return str(chosen)

    def _tell(self, work: UnitOfWork, app: App, change: str, **sides: Any) -> None:
        self._audit(work, f"app.{change}", "app", app.id, **sides)
        work.emit(events.app_changed(app.id, app.key, change))


def _shown(app: App) -> dict[str, Any]:
    return {"name": app.name, "key": app.key, "icon": app.icon, "color": app.color}
