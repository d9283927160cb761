"""Where a form is: its app, and its key there, by which text and programs name it as `app.form`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from ...apps.api import AppNotFound, Content, Held, MenuItem, default_app_id
from ...kernel.errors import FieldError
from ...kernel.languages import label_text
from ...kernel.slugs import candidates, derived_key, first_free, is_key, looks_derived
from ...kernel.unit_of_work import UnitOfWork
from ..domain.errors import FormKeyFixed, FormKeyTaken, FormNotFound, FormPlaceInvalid
from ..domain.form_state import Head
from .ports import AppPlaces, Company, FormStore

KIND = "form"


class VisibleForms(Protocol):
    """`forms.Forms`."""

    def shown(self, work: UnitOfWork, doc: dict[str, Any]) -> bool: ...


class Places:
    """A form without a key of its own answers a derived one. It may be given one once; a form that was never published
    may also be given another one. Later its key stays: flows, packs and programs of others name it.
    """

    def __init__(self, rows: FormStore, apps: AppPlaces, company: Company) -> None:
        self._rows = rows
        self._apps = apps
        self._company = company

    def for_new(self, work: UnitOfWork, form_id: str, name: Any, app_id: str = "") -> tuple[str, str]:
        """App (as the head keeps it) and key of a form that this work makes. Raises AppNotFound."""
        app = self._apps.enter(work, app_id) if app_id else ""
        tried = candidates(label_text(name, "en"), KIND, form_id)
        taken = self._rows.keyed(work, app, tried)
        key = first_free(tried, {each for each, holder in taken.items() if holder})
        self._rows.take_key(work, app, key, form_id)
        return app, key

    def move(self, work: UnitOfWork, form_id: str, app_id: str | None, key: str | None) -> Head:
        """Into another app, under another key, or both. Raises FormNotFound, AppNotFound, FormKeyFixed, FormKeyTaken,
        FormPlaceInvalid.
        """
        before = self._rows.head(work, form_id)
        app = self._app(work, before, app_id)
        wanted = before.key if key is None else key
        self._check(before, wanted)
        head = replace(before, app_id=app, key=wanted, updated_at=work.at)
        if (head.app_id, head.key) == (before.app_id, before.key):
            return before
        if wanted and self._rows.keyed(work, app, [wanted])[wanted] not in ("", form_id):
            raise FormKeyTaken()
        if before.key:
            self._rows.free_key(work, before.app_id, before.key)
        if wanted:
            self._rows.take_key(work, app, wanted, form_id)
        self._rows.save(work, head)
        sides = [{"name": each.name, "app_id": each.app_id, "key": key_of(each)} for each in (before, head)]
        self._company.audit(work, "form.moved", form_id, *sides)
        return head

    def form_id(self, work: UnitOfWork, key: str) -> str:
        """Of `<app>.<form>`. Raises FormNotFound."""
        app_key, _, form_key = key.partition(".")
        if not (is_key(app_key) and is_key(form_key)):
            raise FormNotFound()
        try:
            app = self._apps.app_by_key(work, app_key)
        except AppNotFound:
            raise FormNotFound() from None
        kept = "" if app.id == default_app_id(work.actor.tenant_id) else app.id
        found = self._rows.keyed(work, kept, [form_key])[form_key]
        if not found and looks_derived(form_key, KIND):
            docs = self._rows.every_listed(work)
            found = next((doc["id"] for doc in docs if _at(doc) == (kept, form_key)), "")
        if not found:
            raise FormNotFound()
        return found

    def _app(self, work: UnitOfWork, head: Head, app_id: str | None) -> str:
        current = head.app_id or default_app_id(work.actor.tenant_id)
        return head.app_id if app_id in (None, current) else self._apps.enter(work, str(app_id))

    def _check(self, head: Head, key: str) -> None:
        if key == head.key:
            return
        if head.key and head.version:
            raise FormKeyFixed()
        if looks_derived(key, KIND):
            raise FormPlaceInvalid(fields=[FieldError.of("/key", "key_reserved")])


class AppContents:
    """The port of apps: which forms an app holds."""

    def __init__(self, rows: FormStore, forms: VisibleForms) -> None:
        self._rows = rows
        self._forms = forms

    def contents(self, work: UnitOfWork, app_id: str) -> Sequence[Content]:
        """The forms of an app, newest first; archived ones, too, because they may be opened again."""
        kept = "" if app_id == default_app_id(work.actor.tenant_id) else app_id
        docs = self._rows.every_listed(work)
        return [Content(KIND, doc["id"], doc["name"]) for doc in docs if doc.get("app_id", "") == kept]

    def shown(self, work: UnitOfWork) -> list[Held]:
        docs = (doc for doc in self._rows.every_listed(work) if self._forms.shown(work, doc))
        return [Held(doc.get("app_id", ""), MenuItem(KIND, doc["id"])) for doc in docs]


def key_of(head: Head) -> str:
    return head.key or derived_key(KIND, head.id)


def _at(doc: dict[str, Any]) -> tuple[str, str]:
    return doc.get("app_id", ""), doc.get("key") or derived_key(KIND, doc["id"])
