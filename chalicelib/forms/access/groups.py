"""Permission groups: whom they name, which records they open, which fields of those, and what may be done.

Definitions of before say `read_all` and `edit_all` with roles, and mean own and shared records without a word. Both are
read as groups here, so that everything behind this file knows groups alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...kernel.languages import Label
from .rows import members_of, through_of

EVERYONE = "everyone"
ALL, OWN, SHARED = "all", "own", "shared"
DEPARTMENT, DEPARTMENT_AND_BELOW, SUBORDINATES = "department", "department_and_below", "subordinates"
ROWS = (ALL, OWN, SHARED, DEPARTMENT, DEPARTMENT_AND_BELOW, SUBORDINATES)
"""What a group may open by name; else its `rows` follow fields of the record (`rows.py`), or are a condition."""
EDIT, DELETE = "edit", "delete"
EXPORT, IMPORT = "export", "import"
CHANGES = frozenset((EDIT, DELETE))
ACTIONS = (EDIT, DELETE, EXPORT, IMPORT)
"""Beyond reading. Who may delete may restore; an import makes records only of a form that is open to whoever imports,
and changes only what they may edit.
"""
LEVELS = {"hidden": 0, "masked": 1, "read": 2, "edit": 3}
HIDDEN, MASKED, READABLE, EDITABLE = LEVELS.values()


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a rule names. `everyone` needs no lists."""

    everyone: bool = False
    roles: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """`rows` is one of ROWS, or as written what `rows.py` tells or a condition. `fields` are levels of those that
    differ from the rest; masked ones in `reveal` are shown whole to who asks, and the audit log keeps that.
    """

    id: str
    audience: Audience
    rows: Any = OWN
    fields: Mapping[str, int] = field(default_factory=dict)
    actions: frozenset[str] = frozenset()
    name: Label = ""
    reveal: frozenset[str] = frozenset()

    @property
    def otherwise(self) -> int:
        """The level of fields that it does not name."""
        return EDITABLE if EDIT in self.actions else READABLE

    @property
    def shows_all_fields(self) -> bool:
        return all(level >= READABLE for level in self.fields.values())

    @property
    def is_full(self) -> bool:
        """Whether it limits nothing of its records."""
        return self.actions >= CHANGES and all(level == EDITABLE for level in self.fields.values())


@dataclass(frozen=True, slots=True)
class Access:
    """Who may make records; which roles read, or change, all of them; and the groups that a definition writes."""

    submit: Audience = Audience(everyone=True)
    read_all: frozenset[str] = frozenset()
    edit_all: frozenset[str] = frozenset()
    groups: tuple[Group, ...] = ()

    @property
    def effective(self) -> tuple[Group, ...]:
        """Every group that holds. One for own or shared records takes the place of what is meant without a word."""
        written = {each.rows for each in self.groups if isinstance(each.rows, str)}
        implied = [_IMPLIED[rows] for rows in (OWN, SHARED) if rows not in written]
        if self.read_all:
            implied.append(Group("@read_all", Audience(roles=self.read_all), ALL, actions=frozenset([EXPORT])))
        if self.edit_all:
            implied.append(Group("@edit_all", Audience(roles=self.edit_all), ALL, actions=frozenset(ACTIONS)))
        return (*implied, *self.groups)

    @property
    def team_fields(self) -> tuple[str, ...]:
        """Member fields that open records to whom they name."""
        return tuple(dict.fromkeys(name for group in self.groups for name in members_of(group.rows)))

    @property
    def followed_fields(self) -> tuple[str, ...]:
        """Fields of the record that rows of groups follow: every list entry must hold them."""
        links = (through_of(group.rows) for group in self.groups)
        return tuple(dict.fromkeys((*self.team_fields, *(each for each in links if each))))

    @property
    def limits_fields(self) -> frozenset[str]:
        """Fields that some group hides or masks."""
        return frozenset(name for group in self.groups for name, level in group.fields.items() if level < READABLE)


OPEN = Access()
"""Of a definition that says nothing: everybody makes records, and sees their own."""
_EVERYBODY = Audience(everyone=True)
_IMPLIED = {
    OWN: Group("@own", _EVERYBODY, OWN, actions=frozenset(ACTIONS)),
    SHARED: Group("@shared", _EVERYBODY, SHARED, actions=frozenset([EXPORT])),
}


def read_access(doc: Mapping[str, Any]) -> Access:
    """Of a definition, be it by an earlier release."""
    return Access(
        read_audience(doc.get("submit", EVERYONE)),
        frozenset(doc.get("read_all", {}).get("roles", ())),
        frozenset(doc.get("edit_all", {}).get("roles", ())),
        tuple(read_group(each) for each in doc.get("groups", ())),
    )


def read_audience(doc: Any) -> Audience:
    if not isinstance(doc, Mapping):
        return Audience(everyone=True)
    return Audience(
        roles=frozenset(doc.get("roles", ())),
        departments=frozenset(doc.get("departments", ())),
        members=frozenset(doc.get("members", ())),
    )


def read_group(doc: Mapping[str, Any]) -> Group:
    return Group(
        doc["id"],
        read_audience(doc.get("audience", EVERYONE)),
        doc["rows"],
        {name: LEVELS[level] for name, level in doc.get("fields", {}).items()},
        frozenset(doc.get("actions", ())),
        doc.get("name", ""),
        frozenset(doc.get("reveal", ())),
    )
