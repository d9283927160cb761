"""Definitions: drafts that several people may edit without losing anything, versions that never change again."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import Any

from ...kernel.errors import FieldError
from ...kernel.ids import new_id, new_ordered_id
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..access import giving as access
from ..access.checks import PLACE, group_faults
from ..access.groups import read_access
from ..domain import naming
from ..domain.changes import changes
from ..domain.checks import problems
from ..domain.definition import Definition, Form, awaits_flow, read_definition, storage_types
from ..domain.errors import FormInvalid, FormNotFound, FormStale, NothingToPublish
from ..domain.fault_names import named_faults
from ..domain.form_state import Draft, Head, Published
from ..domain.keys import chosen_only, key_faults
from ..domain.labels import label_text
from ..domain.linking import links_of
from ..domain.record_schema import record_schema
from ..domain.records import ALL_ORDERS
from ..domain.retired import retired_choices
from ..domain.rollups.declared import recounting
from ..domain.values import without_decimals
from ..domain.volatile_filter import volatile_faults
from .audience import opens_to, reads_others
from .ports import Company, FieldUsers, FormStore, NewPlaces, RecordStore
from .publishing import PublishStep

Doc = dict[str, Any]

_BEYOND = {access.READ_ALL_PLACE: "read_all_beyond_own_rights", access.EDIT_ALL_PLACE: "edit_all_beyond_own_rights"}
STRANGERS = {"members": "value_not_a_colleague", "departments": "value_no_department"}


class Forms:
    def __init__(
        self,
        rows: FormStore,
        records: RecordStore,
        company: Company,
        users: FieldUsers,
        places: NewPlaces,
        *,
        steps: Sequence[PublishStep] = (),
    ) -> None:
        self._rows = rows
        self._records = records
        self._company = company
        self._users = users
        self._places = places
        self._steps = steps

    # -- building

    def create(self, work: UnitOfWork, definition: Doc, app_id: str = "", form_id: str = "") -> tuple[Head, Doc]:
        """A form with a first draft; nobody can use it until it is published. `app_id` "" is the default app, `form_id`
        "" a new id.

        Raises AppNotFound.
        """
        definition = _stored(definition)
        now, form_id = work.at, form_id or new_ordered_id(work.now)
        app, key = self._places.for_new(work, form_id, definition["name"], app_id)
        head = Head(
            id=form_id,
            app_id=app,
            key=key,
            **_shown_by(definition),
            created_by=work.actor.member_id,
            created_at=now,
            updated_at=now,
            ordered=ALL_ORDERS,
        )
        self._rows.create(work, head, definition)
        self._company.audit(work, "form.created", head.id, None, {"name": head.name})
        return head, definition

    def save_draft(self, work: UnitOfWork, form_id: str, version: int, definition: Doc) -> tuple[Head, Doc, int]:
        """The whole draft anew; answers its new version. Raises FormNotFound, FormStale."""
        definition = _stored(definition)
        head = replace(self._rows.head(work, form_id), updated_at=work.at)
        draft = self._fresh(work, form_id, version)
        if head.version == 0:
            head = replace(head, **_shown_by(definition))
        self._rows.save_draft(work, draft, head, definition)
        return head, definition, draft.version + 1

    def read_draft(self, work: UnitOfWork, form_id: str) -> tuple[Head, Draft]:
        """Raises FormNotFound."""
        return self._rows.head(work, form_id), self._rows.draft(work, form_id)

    def may_give(self, work: UnitOfWork, head: Head) -> dict[str, bool]:
        """Which parts of `access` the actor may give to further roles."""
        return access.may_give(read_access(head.access), work.actor)

    def check(self, work: UnitOfWork, form_id: str) -> dict[str, Any]:
        """`{"problems": [FieldError], "changes": [...]}`: what publishing the draft now would say."""
        head, draft = self.read_draft(work, form_id)
        definition = self._prepared(work, head, draft.definition)
        faults = self._problems(work, head, definition)
        return {"problems": faults, "changes": changes(self._published_doc(work, head), definition)}

    def publish(self, work: UnitOfWork, form_id: str, version: int) -> tuple[Head, list[Doc]]:
        """The draft of that version becomes the form's next immutable version.

        Raises FormNotFound, FormStale, NothingToPublish; FormInvalid with everything that is wrong, by path.
        """
        head = self._rows.head(work, form_id)
        draft = self._fresh(work, form_id, version)
        before, definition = self._published_doc(work, head), self._prepared(work, head, draft.definition)
        if before == definition:
            raise NothingToPublish()
        faults = self._problems(work, head, definition)
        if faults:
            raise FormInvalid(fields=faults)
        found = changes(before, definition)
        head = self._next(work, self._growing(work, head, definition), definition)
        self._rows.hold_draft(work, draft)
        if any(naming.named(definition)):
            self._company.hold_org(work)
        self._rows.save(work, head)
        self._rows.add_version(work, self._version(work, head, definition, found))
        for step in self._steps:
            step.published(work, head, read_definition(before) if before else None, read_definition(definition))
        self._company.audit(work, "form.published", form_id, before, definition)
        self._company.form_published(work)
        work.emit(events.form_published(form_id, head.version, head.name, found))
        return head, found

    def archive(self, work: UnitOfWork, form_id: str, *, archived: bool) -> Head:
        """An archived form takes no new records; what it has stays readable. Raises FormNotFound."""
        before = self._rows.head(work, form_id)
        if before.archived == archived:
            return before
        head = replace(before, archived=archived, updated_at=work.at)
        self._rows.save(work, head)
        action = "form.archived" if archived else "form.reopened"
        sides = [{"name": each.name, "archived": each.archived} for each in (before, head)]
        self._company.audit(work, action, form_id, *sides)
        return head

    def bind_flow(self, work: UnitOfWork, form_id: str, flow_id: str) -> None:
        """From now on new records are drafts that the flow waits for; "" unbinds. Raises FormNotFound."""
        head = self._rows.head(work, form_id)
        if head.flow_id != flow_id:
            self._rows.save(work, replace(head, flow_id=flow_id))
        else:
            self._rows.hold(work, head)  # the flow was checked against this version of the form

    # -- using

    def form(self, work: UnitOfWork, form_id: str) -> Form:
        """Raises FormNotFound, FormNotPublished."""
        return self._rows.form(work, form_id)

    def published(self, work: UnitOfWork, form_id: str) -> tuple[Doc, Doc]:
        """Head (with `can_submit`, `retired_choices`) and definition of what members fill in. Raises FormNotFound if
        there is none, and for whom the form is closed.
        """
        head = self._visible_head(work, form_id)
        definition = self._published_doc(work, head)
        if definition is None:
            raise FormNotFound()
        retired = self._rows.retired(work, head)
        return {**head.doc(), "can_submit": self._open(work, head.doc()), "retired_choices": retired}, definition

    def version(self, work: UnitOfWork, form_id: str, number: int) -> Published:
        """Raises FormNotFound."""
        self._visible_head(work, form_id)
        return self._rows.version(work, form_id, number)

    def versions(self, work: UnitOfWork, form_id: str, limit: int, cursor: str | None) -> Page[Published]:
        """Newest first. Raises FormNotFound."""
        self._visible_head(work, form_id)
        return self._rows.versions(work, form_id, limit, cursor)

    def schema(self, work: UnitOfWork, form_id: str, language: str) -> Doc:
        """The JSON Schema of the published form's records. Raises FormNotFound, FormNotPublished."""
        self._visible_head(work, form_id)
        return record_schema(self._rows.form(work, form_id).definition, language)

    def entry(self, work: UnitOfWork, form_id: str) -> Doc:
        """As lists show it. Raises FormNotFound, also for whom the form is closed."""
        doc = self._visible_head(work, form_id).doc()
        return {**doc, "can_submit": self._open(work, doc)}

    def require_visible(self, work: UnitOfWork, form_id: str) -> None:
        """Raises FormNotFound for whom the form is closed: not a builder, not open to them, not theirs to read, and no
        record of it that they made or that was shared with them. The answer is that about a form that never was.
        """
        self._visible_head(work, form_id)

    def visible(self, work: UnitOfWork, limit: int, cursor: str | None) -> Page[Doc]:
        """Builders see every form, designers of flows the published ones; others those of them that are open to them or
        that they may read through.
        """
        page = self._rows.listed(work, lambda doc: self.shown(work, doc), limit, cursor)
        return page.map(lambda doc: {**doc, "can_submit": self._open(work, doc)})

    # -- within

    def _visible_head(self, work: UnitOfWork, form_id: str) -> Head:
        """See `require_visible`. Costs a read only where the form names departments, or is closed."""
        head = self._rows.head(work, form_id)
        if not self.shown(work, head.doc()) and not self._records.any_visible(work, form_id):
            raise FormNotFound()
        return head

    def _fresh(self, work: UnitOfWork, form_id: str, version: int) -> Draft:
        draft = self._rows.draft(work, form_id)
        if draft.version != version:
            raise FormStale(version=draft.version)
        return draft

    def _published_doc(self, work: UnitOfWork, head: Head) -> Doc | None:
        if head.version == 0:
            return None
        return self._rows.version(work, head.id, head.version).definition

    def _prepared(self, work: UnitOfWork, head: Head, definition: Doc) -> Doc:
        for step in self._steps:
            definition = step.prepared(work, head, definition)
        return definition

    def _problems(self, work: UnitOfWork, head: Head, definition: Doc) -> list[FieldError]:
        found = problems(definition, head.storage_types)
        if not found:
            found += group_faults(definition)
            found += volatile_faults(definition)
            found += key_faults(definition, self._published_doc(work, head))
        if not found:
            found += self._new_uniques(work, head, definition)
            found += self._beyond_own_rights(work, head, definition)
            found += self._unknown_names(work, definition)
            found += self._missed_by_flow(work, head, definition)
            read = read_definition(definition)
            found += [fault for step in self._steps for fault in step.problems(work, head, read)]
        return named_faults(found, definition, self._published_doc(work, head)) if found else found

    def _new_uniques(self, work: UnitOfWork, head: Head, definition: Doc) -> Iterable[FieldError]:
        """Old values carry no guard, so a field cannot become unique over records that may already repeat it."""
        if head.version == 0:
            return
        before = self._rows.definition(work, head.id, head.version).by_id
        turned = [
            (index, field)
            for index, field in enumerate(definition["fields"])
            if field.get("unique") and field["id"] in head.storage_types
            if field["id"] not in before or not before[field["id"]].unique
        ]
        if turned and self._records.any_of_form(work, head.id):
            for index, field in turned:
                yield FieldError.of(f"/fields/{index}/unique", "unique_over_records", id=field["id"])

    def _missed_by_flow(self, work: UnitOfWork, head: Head, definition: Doc) -> Iterable[FieldError]:
        """Fields that this version drops though the form's flow needs them: no record could be submitted then."""
        if head.version == 0 or not head.flow_id:
            return
        before = self._rows.definition(work, head.id, head.version).by_id
        lost = before.keys() - {field["id"] for field in definition["fields"]}
        for use in self._users.uses_of_fields(work, head.flow_id, lost) if lost else ():
            named = before[use.field].label(work.actor.language)
            if use.node:
                yield FieldError.of("/fields", "field_used_by_flow", field=named, flow=use.flow, node=use.node)
            else:
                yield FieldError.of("/fields", "field_summed_up_by_flow", field=named, flow=use.flow)

    def _beyond_own_rights(self, work: UnitOfWork, head: Head, definition: Doc) -> Iterable[FieldError]:
        """Nobody gives all records of a form to a role unless they hold that right now, under the published version.
        A first version is no exception: the records come later, from people who do not know who reads along.
        """
        before = read_access(head.access)
        allowed = access.may_give(before, work.actor)
        after = read_access(definition.get("access", {}))
        gained = access.gained(before, after)
        for part, beyond in _BEYOND.items():
            if gained[part] and not allowed[part]:
                yield FieldError.of(f"/access/{part}/roles", beyond)
        places = {group.id: f"{PLACE}/{index}" for index, group in enumerate(after.groups)}
        for group in after.effective:
            if group.id in gained[access.GROUPS_PLACE] and not access.may_give_group(before, group, work.actor):
                yield FieldError.of(places.get(group.id, PLACE), "group_beyond_own_rights")

    def _unknown_names(self, work: UnitOfWork, definition: Doc) -> Iterable[FieldError]:
        """Roles, departments and members that the organisation does not have, or no longer."""
        found = list(naming.named(definition))
        if not found:
            return
        org = self._company.org(work)
        known: dict[str, Container[str]] = {
            "roles": org.roles,
            "departments": org.departments,
            "members": org.members,
        }
        for each in found:
            if each.place == naming.DEFAULT:
                member = org.members.get(each.id)
                there = member is not None and member.active if each.kind == "members" else each.id in known[each.kind]
                if not there:
                    label = label_text(each.field, work.actor.language)
                    yield FieldError.of(each.path, STRANGERS[each.kind], field=label)
            elif each.id not in known[each.kind]:
                yield FieldError.of(each.path, "unknown_audience", id=each.id)

    def _growing(self, work: UnitOfWork, head: Head, definition: Doc) -> Head:
        """What older records have to be entered into anew: fields newly shown or sorted by."""
        if head.version == 0:
            return head
        before = self._rows.definition(work, head.id, head.version)
        new = frozenset(read_definition(definition).summary_fields) - frozenset(before.summary_fields)
        new |= {each.id for each in read_definition(definition).indexed} - {each.id for each in before.indexed}
        new |= self._links_again(head, before, read_definition(definition))
        new |= {*read_definition(definition).access.team_fields} - {*before.access.team_fields}
        waiting = recounting(head, read_definition(definition))
        if not (new or waiting) or not self._records.any_of_form(work, head.id):
            return head
        return replace(head, reindexing=tuple(sorted({*head.reindexing, *new})), recounting=waiting)

    def _links_again(self, head: Head, before: Definition, after: Definition) -> set[str]:
        """Links that an older version had: records hold values of them and stand in no list of children."""
        return ({link.path for link in links_of(after)} - {link.path for link in links_of(before)}) & {
            *head.storage_types
        }

    def _next(self, work: UnitOfWork, head: Head, definition: Doc) -> Head:
        newest = read_definition(definition)
        before = [self._rows.definition(work, head.id, head.version)] if head.version else []
        return replace(
            head,
            **_shown_by(definition),
            version=head.version + 1,
            updated_at=work.at,
            access=definition.get("access", {}),
            approval=definition.get("approval", ""),
            storage_types={**head.storage_types, **storage_types(newest.fields)},
            retired_choices=retired_choices(before, newest, self._rows.retired(work, head)),
        )

    def _version(self, work: UnitOfWork, head: Head, definition: Doc, found: list[Doc]) -> Published:
        return Published(head.id, head.version, definition, work.actor.member_id, work.at, tuple(found))

    def _open(self, work: UnitOfWork, doc: Doc) -> bool:
        waits = awaits_flow(doc.get("approval", ""), doc["flow_id"])
        return self._concerns(work, doc) and not doc["archived"] and not waits

    def _concerns(self, work: UnitOfWork, doc: Doc) -> bool:
        return doc["version"] > 0 and opens_to(self._company, work, read_access(doc["access"]))

    def shown(self, work: UnitOfWork, doc: Doc) -> bool:
        """An archived form stays there for those who filled it in: what they submitted is theirs to read."""
        if work.actor.may(access.BUILD) or (doc["version"] > 0 and work.actor.may(access.DESIGN)):
            return True
        reads = doc["version"] > 0 and reads_others(self._company, work, read_access(doc["access"]))
        return reads or self._concerns(work, doc)


def _stored(definition: Doc) -> Doc:
    """As it is kept: decimals as text, every field with an id."""
    kept: Doc = without_decimals(chosen_only(definition))
    return {**kept, "fields": [_identified(field) for field in kept.get("fields", [])]}


def _shown_by(definition: Doc) -> Doc:
    """What lists show of a form."""
    return {"name": definition["name"], **{part: definition.get(part, "") for part in ("description", "icon", "color")}}


def _identified(field: Doc) -> Doc:
    field = {**field, "id": field.get("id") or f"f_{new_id()[:10]}"}
    columns = field.get("options", {}).get("columns")
    if isinstance(columns, list):
        kept = [_identified(column) if isinstance(column, dict) else column for column in columns]
        field["options"] = {**field["options"], "columns": kept}
    return field
