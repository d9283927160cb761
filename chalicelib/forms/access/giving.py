"""Who may make records of a form, who holds all of them, and who may give such rights to others."""

from ...kernel.actor import Actor
from .groups import ALL, CHANGES, EDIT, OWN, READABLE, SHARED, Access, Audience, Group

READ_ALL = "records.read_all"
BUILD = "forms.build"
DESIGN = "flows.build"
"""Whoever designs flows builds on the fields of published forms."""
READ_ALL_PLACE, EDIT_ALL_PLACE, GROUPS_PLACE = "read_all", "edit_all", "groups"
"""The parts of a definition's access that give records to others than those who made them."""


def names(audience: Audience, actor: Actor, department_ids: frozenset[str]) -> bool:
    """`department_ids` are the actor's department and all above it: naming one names those below it."""
    return (
        audience.everyone
        or bool(actor.role_ids & audience.roles)
        or actor.member_id in audience.members
        or bool(department_ids & audience.departments)
    )


def named_by(audience: Audience, actor: Actor, department_ids: frozenset[str]) -> list[str]:
    """By which parts of an audience the actor is named: `everyone`, `roles`, `departments`, `members`."""
    parts = {
        "everyone": audience.everyone,
        "roles": bool(actor.role_ids & audience.roles),
        "departments": bool(department_ids & audience.departments),
        "members": actor.member_id in audience.members,
    }
    return [part for part, holds in parts.items() if holds]


def may_submit(access: Access, actor: Actor, department_ids: frozenset[str] = frozenset()) -> bool:
    return actor.is_system or actor.may("*") or names(access.submit, actor, department_ids)


def holds_everything(actor: Actor) -> bool:
    return actor.is_system or actor.may("*")


def reads_all(access: Access, actor: Actor) -> bool:
    """Whether every record, whole, is theirs to read, as far as roles and their own name tell: what they may give."""
    return actor.may(READ_ALL) or any(group.shows_all_fields for group in _of_all(access, actor))


def changes_all(access: Access, actor: Actor) -> bool:
    return actor.may("*") or any(group.is_full for group in _of_all(access, actor))


def reads_others(access: Access, actor: Actor, department_ids: frozenset[str]) -> bool:
    """Whether some group opens records of others to them, so that the form concerns them though they made none."""
    named = (group for group in access.effective if names(group.audience, actor, department_ids))
    return actor.may(READ_ALL) or any(group.rows not in (OWN, SHARED) for group in named)


def gained(before: Access, after: Access) -> dict[str, frozenset[str]]:
    """What a new version gives more than the one before, by the part that says so: roles, of groups their ids."""
    return {
        READ_ALL_PLACE: after.read_all - before.read_all - before.edit_all,
        EDIT_ALL_PLACE: after.edit_all - before.edit_all,
        GROUPS_PLACE: frozenset(group.id for group in after.effective if not _is_covered(group, before)),
    }


def may_give(before: Access, actor: Actor) -> dict[str, bool]:
    """Which of these the actor may give: what they hold themself, under the version that is published now."""
    return {READ_ALL_PLACE: reads_all(before, actor), EDIT_ALL_PLACE: changes_all(before, actor)}


def may_give_group(before: Access, group: Group, actor: Actor) -> bool:
    """Reading is given by who reads all, changing by who changes all; of own records only fields are given."""
    held = may_give(before, actor)
    changing = bool(group.actions & CHANGES) and group.rows != OWN
    return held[EDIT_ALL_PLACE] if changing else held[READ_ALL_PLACE]


def _of_all(access: Access, actor: Actor) -> list[Group]:
    return [group for group in access.effective if group.rows == ALL and names(group.audience, actor, frozenset())]


def _is_covered(group: Group, before: Access) -> bool:
    """Whether some group of before gives all of it to all of them."""
    if group.id.startswith("@") and group.rows == ALL:
        return True  # `read_all` and `edit_all` are told by their own parts
    return any(
        (each.rows in (group.rows, ALL))
        and _includes(each.audience, group.audience)
        and group.actions <= each.actions
        and all(
            group.fields.get(name, group.otherwise) <= each.fields.get(name, each.otherwise)
            for name in {*group.fields, *each.fields}
        )
        and (EDIT in each.actions or EDIT not in group.actions)
        and all(name in each.reveal or each.fields.get(name, each.otherwise) >= READABLE for name in group.reveal)
        for each in before.effective
    )


def _includes(wide: Audience, narrow: Audience) -> bool:
    if wide.everyone or narrow.everyone:
        return wide.everyone
    return narrow.roles <= wide.roles and narrow.departments <= wide.departments and narrow.members <= wide.members
