"""Who may do what with a form's records: the one place that list, get, attachments, history and bin all ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...kernel.actor import Actor

if TYPE_CHECKING:
    from .definition import Access, Audience
    from .records import Record

READ_ALL = "records.read_all"
BUILD = "forms.build"
DESIGN = "flows.build"
"""Whoever designs flows builds on the fields of published forms."""
READ_ALL_PLACE, EDIT_ALL_PLACE = "read_all", "edit_all"
"""The parts of a definition's access that give the named roles all records."""


def names(audience: Audience, actor: Actor, department_ids: frozenset[str]) -> bool:
    """`department_ids` are the actor's department and all above it: naming one names those below it."""
    return (
        audience.everyone
        or bool(actor.role_ids & audience.roles)
        or actor.member_id in audience.members
        or bool(department_ids & audience.departments)
    )


def may_submit(access: Access, actor: Actor, department_ids: frozenset[str] = frozenset()) -> bool:
    return actor.is_system or actor.may("*") or names(access.submit, actor, department_ids)


def reads_all(access: Access, actor: Actor) -> bool:
    return actor.may(READ_ALL) or bool(actor.role_ids & (access.read_all | access.edit_all))


def gained(before: Access, after: Access) -> dict[str, frozenset[str]]:
    """Roles that a new version gives more than the one before, by the part that names them."""
    return {
        READ_ALL_PLACE: after.read_all - before.read_all - before.edit_all,
        EDIT_ALL_PLACE: after.edit_all - before.edit_all,
    }


def may_give(before: Access, actor: Actor) -> dict[str, bool]:
    """Which of these the actor may give: what they hold themself, under the version that is published now."""
    return {READ_ALL_PLACE: reads_all(before, actor), EDIT_ALL_PLACE: changes_all(before, actor)}


def may_read(access: Access, actor: Actor, record: Record, *, shared: bool) -> bool:
    """His own, what was shared with him (an approver's, a reader's), or everything by role."""
    return shared or is_owner(actor, record) or reads_all(access, actor)


def may_change(access: Access, actor: Actor, record: Record) -> bool:
    return is_owner(actor, record) or changes_all(access, actor)


def changes_all(access: Access, actor: Actor) -> bool:
    return actor.may("*") or bool(actor.role_ids & access.edit_all)


def is_owner(actor: Actor, record: Record) -> bool:
    return actor.is_system or record.created_by == actor.member_id
