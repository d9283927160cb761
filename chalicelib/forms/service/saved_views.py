"""Saved views of a form: everybody who sees the form keeps their own, builders share theirs."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from ...kernel.errors import FieldError
from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from ..access.giving import BUILD
from ..domain.definition import Form
from ..domain.errors import TooManyViews, ViewDenied, ViewInvalid, ViewNotFound, ViewStale
from ..domain.saved_views import EVERYONE, ROLES, SavedView, Setting, fitting, read_setting, view_faults
from ..domain.values import without_decimals
from .entrance import Entrance
from .ports import Company, FormStore

MAX_PERSONAL = 50
MAX_SHARED = 100


class SavedViewStore(Protocol):
    def shared(self, work: UnitOfWork, form_id: str) -> list[SavedView]: ...
    def personal(self, work: UnitOfWork, form_id: str, member_id: str) -> list[SavedView]: ...
    def get(self, work: UnitOfWork, form_id: str, member_id: str, view_id: str) -> SavedView: ...
    def create(self, work: UnitOfWork, view: SavedView) -> SavedView: ...
    def save(self, work: UnitOfWork, before: SavedView, view: SavedView) -> SavedView: ...
    def remove(self, work: UnitOfWork, view: SavedView) -> None: ...


class SavedViews:
    """Whoever calls has made sure that the form is visible to the actor."""

    def __init__(self, forms: FormStore, views: SavedViewStore, company: Company, entrance: Entrance) -> None:
        self._forms = forms
        self._views = views
        self._company = company
        self._entrance = entrance

    def all(self, work: UnitOfWork, form_id: str) -> list[tuple[SavedView, tuple[str, ...], bool]]:
        """Shared views that the actor may use, then their own: each as it fits them, the parts that were dropped, and
        whether they may change it. Raises FormNotFound, FormNotPublished.
        """
        form = self._forms.form(work, form_id)
        found = [each for each in self._views.shared(work, form_id) if _uses(work, each)]
        found += self._views.personal(work, form_id, work.actor.member_id)
        hides = self._hides(work, form)
        return [self._shown(work, form, hides, each) for each in found]

    def create(self, work: UnitOfWork, form_id: str, doc: Mapping[str, Any]) -> SavedView:
        """Raises FormNotFound, FormNotPublished, ViewDenied, ViewInvalid, TooManyViews."""
        form = self._forms.form(work, form_id)
        name, audience, roles, setting = self._read(work, form, doc)
        view = SavedView(
            id=new_ordered_id(work.now),
            form_id=form_id,
            name=name,
            audience=audience,
            roles=roles,
            owner=work.actor.member_id,
            setting=setting,
            created_at=work.at,
            updated_at=work.at,
            updated_by=work.actor.member_id,
        )
        self._require_room(work, view)
        return self._views.create(work, view)

    def change(self, work: UnitOfWork, form_id: str, view_id: str, version: int, doc: Mapping[str, Any]) -> SavedView:
        """The whole view anew. A shared one that becomes personal is whose it was made by: nobody takes it from them.

        Raises FormNotFound, FormNotPublished, ViewNotFound, ViewDenied, ViewInvalid, ViewStale, TooManyViews.
        """
        form = self._forms.form(work, form_id)
        before = self._changeable(work, form_id, view_id, version)
        name, audience, roles, setting = self._read(work, form, doc)
        view = replace(
            before,
            name=name,
            audience=audience,
            roles=roles,
            setting=setting,
            updated_at=work.at,
            updated_by=work.actor.member_id,
        )
        if not view.shared and view.owner != work.actor.member_id:
            raise ViewInvalid(fields=[FieldError.of("/audience", "view_of_another")])
        if view.shared != before.shared:
            self._require_room(work, view)
        return self._views.save(work, before, view)

    def delete(self, work: UnitOfWork, form_id: str, view_id: str, version: int) -> None:
        """Raises ViewNotFound, ViewDenied, ViewStale."""
        self._views.remove(work, self._changeable(work, form_id, view_id, version))

    # -- within

    def _changeable(self, work: UnitOfWork, form_id: str, view_id: str, version: int) -> SavedView:
        view = self._views.get(work, form_id, work.actor.member_id, view_id)
        if not _uses(work, view):
            raise ViewNotFound()
        if not _changes(work, view):
            raise ViewDenied()
        if view.version != version:
            raise ViewStale(version=view.version)
        return view

    def _read(self, work: UnitOfWork, form: Form, doc: Mapping[str, Any]) -> tuple[str, str, tuple[str, ...], Setting]:
        audience = doc["audience"]
        roles = tuple(dict.fromkeys(doc.get("roles", ()))) if audience == ROLES else ()
        if audience in (ROLES, EVERYONE) and not work.actor.may(BUILD):
            raise ViewDenied()
        setting = read_setting(without_decimals(dict(doc)))
        around = self._entrance.around(work)
        faults = list(view_faults(form.definition, around, setting, self._hides(work, form)))
        if audience == ROLES:
            known = self._company.org(work).roles
            faults += [FieldError.of("/roles", "unknown_audience", id=each) for each in roles if each not in known]
            if not roles:
                faults.append(FieldError.of("/roles", "view_roles"))
        if faults:
            raise ViewInvalid(fields=faults)
        return doc["name"].strip(), audience, roles, setting

    def _require_room(self, work: UnitOfWork, view: SavedView) -> None:
        if view.shared:
            most, there = MAX_SHARED, self._views.shared(work, view.form_id)
        else:
            most, there = MAX_PERSONAL, self._views.personal(work, view.form_id, view.owner)
        if len(there) >= most:
            raise TooManyViews(limit=most)

    def _hides(self, work: UnitOfWork, form: Form) -> frozenset[str]:
        return self._entrance.scope(work, form).hides

    def _shown(
        self, work: UnitOfWork, form: Form, hides: frozenset[str], view: SavedView
    ) -> tuple[SavedView, tuple[str, ...], bool]:
        setting, dropped = fitting(form.definition, self._entrance.around(work), view.setting, hides)
        return replace(view, setting=setting), dropped, _changes(work, view)


def _uses(work: UnitOfWork, view: SavedView) -> bool:
    """Builders look after all shared views, also those that are for others."""
    if not view.shared:
        return view.owner == work.actor.member_id
    return view.audience == EVERYONE or work.actor.may(BUILD) or bool(work.actor.role_ids & frozenset(view.roles))


def _changes(work: UnitOfWork, view: SavedView) -> bool:
    return work.actor.may(BUILD) if view.shared else view.owner == work.actor.member_id
