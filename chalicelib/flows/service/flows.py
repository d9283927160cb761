"""Designing: a draft that several people may open, publish checks, and versions that never change."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...kernel.errors import FieldError
from ...kernel.ids import new_ordered_id
from ...kernel.page import Page
from ...kernel.slugs import candidates, first_free
from ...kernel.unit_of_work import UnitOfWork
from .. import events, form_view
from ..domain import (
    DISABLED,
    DRAFT,
    PUBLISHED,
    FieldUse,
    Flow,
    FlowFormFixed,
    FlowNotFound,
    FlowNothingToPublish,
    FlowNotPublished,
    FlowStale,
    FlowVersionNotFound,
    FormHasFlow,
    Version,
)
from ..engine import Findings, Spec, check, compile_flow, named_at
from ..engine.errors import DefinitionInvalid
from ..naming import named
from ..node_keys import chosen_only
from ..step_names import name_in
from .ports import Audit, Directory, FlowStore, Forms


@dataclass(frozen=True, slots=True)
class Published:
    flow: Flow
    warnings: tuple[FieldError, ...]


class Flows:
    def __init__(self, store: FlowStore, forms: Forms, directory: Directory, audit: Audit) -> None:
        self._store = store
        self._forms = forms
        self._directory = directory
        self._audit = audit

    # -- reading

    def get(self, work: UnitOfWork, flow_id: str) -> Flow:
        """Raises FlowNotFound."""
        flow = self._store.get(work, flow_id)
        if flow is None:
            raise FlowNotFound()
        return flow

    def listed(self, work: UnitOfWork, limit: int, cursor: str | None) -> Page[dict[str, Any]]:
        """Newest first."""
        return self._store.listed(work, limit, cursor)

    def version(self, work: UnitOfWork, flow_id: str, number: int) -> Version:
        """Raises FlowVersionNotFound."""
        version = self._store.version(work, flow_id, number)
        if version is None:
            raise FlowVersionNotFound()
        return version

    def versions(self, work: UnitOfWork, flow_id: str, limit: int, cursor: str | None) -> Page[Version]:
        """Newest first. Raises FlowNotFound."""
        self.get(work, flow_id)
        return self._store.versions(work, flow_id, limit, cursor)

    # -- designing

    def create(self, work: UnitOfWork, definition: Mapping[str, Any]) -> Flow:
        """A draft for a published form. Raises what `forms.api.read_form` raises."""
        form = self._forms.read_form(work, definition["form_id"])
        now, by = work.at, work.actor.member_id
        flow_id, definition = new_ordered_id(work.now), chosen_only(definition)
        key = self._new_key(work, flow_id, definition["name"])
        flow = Flow(flow_id, form.id, definition["name"], DRAFT, definition, now, by, now, by, key=key)
        self._store.save(work, flow)
        self._audit(work, "flow.created", "flow", flow.id, after={"name": flow.name, "form_id": flow.form_id})
        return flow

    def save_draft(self, work: UnitOfWork, flow_id: str, version: int, definition: Mapping[str, Any]) -> Flow:
        """Raises FlowNotFound, FlowStale, FlowFormFixed."""
        flow, definition = self._expected(work, flow_id, version), chosen_only(definition)
        if definition["form_id"] != flow.form_id:
            raise FlowFormFixed(fields=[FieldError.of("/form_id", "flow_form_fixed")])
        saved = replace(
            flow,
            name=definition["name"],
            definition=definition,
            updated_at=work.at,
            updated_by=work.actor.member_id,
        )
        self._store.save(work, saved)
        return saved

    def check(self, work: UnitOfWork, flow_id: str) -> Findings:
        """What publishing the draft would say, without doing it. Raises FlowNotFound."""
        flow = self.get(work, flow_id)
        form = self._forms.read_form(work, flow.form_id)
        try:
            spec = compile_flow(flow.definition, form_view.view_of(form, work.actor.language))
        except DefinitionInvalid as refused:
            return Findings(refused.fields, ())
        return self._findings(work, form.id, spec)

    def draft_spec(self, work: UnitOfWork, flow_id: str) -> tuple[Flow, Spec]:
        """The draft compiled, for a preview. Raises FlowNotFound, DefinitionInvalid."""
        flow = self.get(work, flow_id)
        form = self._forms.read_form(work, flow.form_id)
        return flow, compile_flow(flow.definition, form_view.view_of(form, work.actor.language))

    def uses_of_fields(self, work: UnitOfWork, flow_id: str, field_ids: Collection[str]) -> list[FieldUse]:
        """Where the flow as it is in use needs one of these fields, in reading order; the flow must stay as it is.

        Found by compiling it without them: what the compiler misses then is what the flow needs.
        """
        flow = self._store.get(work, flow_id)
        if flow is None or flow.status != PUBLISHED:
            return []
        if flow.row is not None:
            work.require(flow.row)
        version = self.version(work, flow.id, flow.version)
        form = form_view.from_doc(version.form)
        left = replace(form, fields={name: each for name, each in form.fields.items() if name not in field_ids})
        try:
            compile_flow(version.definition, left)
        except DefinitionInvalid as refused:
            missed = [(dict(fault.params).get("field"), fault.path) for fault in refused.fields]
            found = [
                FieldUse(str(field), flow.name, name_in(node_name(version.definition, path), work.actor.language))
                for field, path in missed
                if field in field_ids
            ]
            return list(dict.fromkeys(found))
        return []

    # -- publishing

    def publish(self, work: UnitOfWork, flow_id: str, version: int) -> Published:
        """The draft becomes the version that new runs take; running ones keep theirs.

        Raises FlowNotFound, FlowStale, DefinitionInvalid, FlowNothingToPublish, FormHasFlow.
        """
        flow = self._expected(work, flow_id, version)
        form = self._forms.read_form(work, flow.form_id)
        view = form_view.view_of(form, work.actor.language)
        findings = self._findings(work, form.id, compile_flow(flow.definition, view))
        if findings.errors:
            raise DefinitionInvalid(fields=findings.errors)
        self._refuse_same(work, flow, form.version)
        if form.flow_id not in ("", flow.id):
            other = self._store.get(work, form.flow_id)
            raise FormHasFlow(name=other.name if other else "", flow_id=form.flow_id)
        now, by = work.at, work.actor.member_id
        published = replace(
            flow, status=PUBLISHED, version=flow.version + 1, published_at=now, updated_at=now, updated_by=by
        )
        self._store.add_version(
            work, Version(flow.id, published.version, flow.definition, form_view.to_doc(view), now, by)
        )
        self._store.save(work, published)
        self._forms.bind_flow(work, flow.form_id, flow.id)
        if any(named(flow.definition)):
            self._directory.hold_org(work)
        self._directory.tick_step(work, "flow_published")
        self._audit(work, "flow.published", "flow", flow.id, before=_shown(flow), after=_shown(published))
        work.emit(events.flow_published(flow.id, flow.form_id, published.version, form.version, flow.name))
        return Published(published, findings.warnings)

    def disable(self, work: UnitOfWork, flow_id: str) -> Flow:
        """No new runs, and the form needs no approval any more; running ones go on.

        Raises FlowNotFound, FlowNotPublished.
        """
        flow = self.get(work, flow_id)
        if flow.status != PUBLISHED:
            raise FlowNotPublished()
        disabled = replace(flow, status=DISABLED, updated_at=work.at, updated_by=work.actor.member_id)
        self._store.save(work, disabled)
        self._forms.bind_flow(work, flow.form_id, "")
        self._audit(work, "flow.disabled", "flow", flow.id, before=_shown(flow), after=_shown(disabled))
        return disabled

    # -- within

    def _findings(self, work: UnitOfWork, form_id: str, spec: Spec) -> Findings:
        """A flow is no way for its designer to read along: who may not read all records of the form cannot publish one
        that names themself.
        """
        org = self._directory.org(work)
        found = check(spec, org)
        if self._forms.reads_all(work, form_id):
            return found
        return replace(found, errors=(*found.errors, *named_at(spec, org, work.actor.member_id)))

    def _new_key(self, work: UnitOfWork, flow_id: str, name: str) -> str:
        """Made from the name; it stays when the flow is renamed."""
        tried = candidates(name, "flow", flow_id)
        key = first_free(tried, self._store.taken_keys(work, tried))
        self._store.take_key(work, key, flow_id)
        return key

    def _expected(self, work: UnitOfWork, flow_id: str, version: int) -> Flow:
        flow = self.get(work, flow_id)
        if flow.draft_version != version:
            raise FlowStale(version=flow.draft_version)
        return flow

    def _refuse_same(self, work: UnitOfWork, flow: Flow, form_version: int) -> None:
        if flow.status != PUBLISHED:
            return
        last = self.version(work, flow.id, flow.version)
        if last.definition == flow.definition and last.form["version"] == form_version:
            raise FlowNothingToPublish()


def node_name(definition: Mapping[str, Any], path: str) -> str:
    """The name of the step that a fault's path leads to, or ""."""
    at: Any = definition
    name = ""
    for part in path.split("/")[1:]:
        at = at[int(part)] if isinstance(at, list) else at.get(part) if isinstance(at, Mapping) else None
        if isinstance(at, Mapping) and "type" in at and "id" in at:
            name = at["name"]
    return name


def _shown(flow: Flow) -> dict[str, Any]:
    return {"name": flow.name, "status": flow.status, "version": flow.version}
