"""The calls that other contexts may make; none commits. Only `read_record` and `readers` ask who may: for the others,
whoever calls has decided that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .access import giving
from .access.rights import Rights
from .domain.definition import Form
from .domain.errors import FormArchived, FormNotFound, FormNotPublished, RecordInvalid, RecordLocked, RecordNotFound
from .domain.fields import Field, Reader, shown_as, type_of
from .domain.labels import label_text
from .domain.link_options import RECORD
from .domain.records import ACTIVE, APPROVED, DRAFT, IN_APPROVAL, REJECTED, WITHDRAWN, Record
from .domain.records import differences as record_differences
from .service.audience import may_submit_now
from .service.ports import FieldUsers

if TYPE_CHECKING:
    from ..aws.changelog import Changes

__all__ = [
    "ACTIVE",
    "APPROVED",
    "DRAFT",
    "IN_APPROVAL",
    "RECORD",
    "REJECTED",
    "WITHDRAWN",
    "Field",
    "FieldUsers",
    "Form",
    "FormArchived",
    "FormNotFound",
    "FormNotPublished",
    "Reader",
    "Record",
    "RecordInvalid",
    "RecordLocked",
    "RecordNotFound",
    "Rights",
    "bind_flow",
    "changes_all",
    "changes_since",
    "create_record",
    "differences",
    "form_label",
    "get_record",
    "label_text",
    "link_titles",
    "load_forms",
    "may_submit",
    "read_form",
    "read_record",
    "readers",
    "reads_all",
    "renew_record",
    "rights_to_copy",
    "set_state",
    "share",
    "shown_as",
    "title_for",
    "told_changes",
    "type_of",
    "validate_values",
    "values_at",
]


def read_form(work: UnitOfWork, form_id: str) -> Form:
    """The form as published last; its version is cached in the process. Raises FormNotFound, FormNotPublished."""
    return wiring.forms().form(work, form_id)


def may_submit(work: UnitOfWork, form: Form) -> bool:
    """Whether the form is open to the actor."""
    return may_submit_now(wiring.company(), work, form)


def reads_all(work: UnitOfWork, form_id: str) -> bool:
    """Whether the actor may read every record of the form. Raises FormNotFound, FormNotPublished."""
    return wiring.entrance().scope(work, wiring.forms().form(work, form_id)).reads_all


def changes_all(work: UnitOfWork, form_id: str) -> bool:
    """Whether the actor may change every record of the form. Raises FormNotFound, FormNotPublished."""
    return giving.changes_all(wiring.forms().form(work, form_id).access, work.actor)


def readers(work: UnitOfWork, record_id: str, member_ids: Collection[str]) -> frozenset[str]:
    """Those of the members who may read the record; none of them if it is in the bin or gone."""
    return frozenset(wiring.entrance().of_members(work, record_id, member_ids))


def title_for(work: UnitOfWork, record_id: str, member_id: str) -> str | None:
    """The title of the record as the member may see it, "" if it has none; None if they may not read it."""
    for record, rights in wiring.entrance().of_members(work, record_id, [member_id]).values():
        return rights.title(record.title, record.values)
    return None


def form_label(work: UnitOfWork, form_id: str, language: str) -> str:
    """Raises FormNotFound, FormNotPublished."""
    return wiring.forms().form(work, form_id).label(language)


def read_record(work: UnitOfWork, record_id: str) -> Record:
    """As the actor, unlike `get_record`. Raises RecordNotFound for one that he may not see, too."""
    return wiring.records().read(work, record_id).record


def rights_to_copy(work: UnitOfWork, form_id: str, owner_id: str, member_id: str) -> Rights:
    """What a member may see of what cards, runs and mails say of a record of that owner which concerns the member.

    Raises FormNotFound, FormNotPublished.
    """
    return wiring.entrance().of_copy(work, form_id, owner_id, member_id)


def load_forms(work: UnitOfWork, form_ids: Collection[str]) -> None:
    """Read several forms at once, if the actor's rights to them will be asked for."""
    if not giving.holds_everything(work.actor):
        wiring.form_repository().load(work, form_ids)


def link_titles(work: UnitOfWork, record_ids: Collection[str]) -> dict[str, str]:
    """The titles, as the actor may see them, of those of the records that they may read."""
    return wiring.link_titles().titles(work, record_ids)


def told_changes(
    work: UnitOfWork, form_id: str, record_id: str, changes: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Changes of a record as the actor may see them, without ids of linked records that they may not read; and what is
    told of those that its links lead to. Raises FormNotFound, FormNotPublished.
    """
    return wiring.link_titles().changes(work, form_id, record_id, changes)


def bind_flow(work: UnitOfWork, form_id: str, flow_id: str) -> None:
    """New records of the form are drafts from now on; "" unbinds. Raises FormNotFound."""
    wiring.forms().bind_flow(work, form_id, flow_id)


def create_record(work: UnitOfWork, form_id: str, values: dict[str, Any], state: str = ACTIVE) -> Record:
    """Create as the actor. Raises FormNotFound, FormNotPublished, FormArchived, RecordInvalid; ValueTaken at commit."""
    return wiring.records().create(work, form_id, values, state)


def get_record(work: UnitOfWork, record_id: str) -> Record:
    """Raises RecordNotFound, also for one in the recycle bin."""
    return wiring.records().get(work, record_id)


def renew_record(work: UnitOfWork, record: Record) -> Record:
    """Checked and computed anew against the form in use, as whoever submits it needs it; saved if that changes it.

    Raises FormArchived, RecordInvalid.
    """
    return wiring.records().renew(work, record)


def set_state(work: UnitOfWork, record: Record, state: str, *, locked: bool) -> Record:
    """Move it, and lock or unlock it, list entries and history included; also one that this work has just made.

    Go on with the record that it answers. Raises RecordInvalid for a state that does not exist.
    """
    return wiring.records().set_state(work, record, state, locked=locked)


def changes_since(work: UnitOfWork, number: int | None, limit: int = 100) -> Changes:
    """What happened to records of the tenant after that number of its change log, oldest first; None is from the oldest
    that is kept. Whoever asks decides who may hear of which record. Raises ChangesExpired.
    """
    return wiring.read_changes(work, number, limit)


def share(work: UnitOfWork, record: Record, member_ids: Iterable[str]) -> None:
    """Let members read it and find it in their list; two rows each, harmless to repeat."""
    wiring.records().share(work, record, member_ids)


def validate_values(
    work: UnitOfWork, form: Form, values: dict[str, Any], before: Record | None = None
) -> dict[str, Any]:
    """Values as submitting would check and make them, unsaved: of a new record, or of a change to one.

    Raises RecordInvalid.
    """
    return wiring.records().validate(work, form, values, before)


def values_at(work: UnitOfWork, record: Record, moment: str) -> dict[str, Any]:
    """What the stored record held once everything up to that moment had happened; read from its history."""
    return wiring.records().values_at(work, record, moment)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """`{"field", "before", "after"}` for every value that differs; lines cell by cell, as `lines/2/quantity`."""
    return record_differences(dict(before), dict(after))
