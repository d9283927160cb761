"""Rows of a group that follow fields of the record: through a link, or by whom member fields name.

`{"through": "<link field>"}`: who may read the record that the link leads to reads this one.
`{"members": ["<member field>", …]}`: whom one of the fields names.
"""

from collections.abc import Iterable, Mapping
from typing import Any

THROUGH, MEMBERS = "through", "members"
MOST_NAMED = 10
"""People of one member field who have the record in their lists: the first ones; each is a row of the record."""
MOST_FIELDS = 3
"""Member fields that the groups of one form may name."""


def through_of(rows: Any) -> str:
    """The link field; "" for rows of another kind."""
    return str(rows[THROUGH]) if isinstance(rows, Mapping) and THROUGH in rows else ""


def members_of(rows: Any) -> tuple[str, ...]:
    """The member fields; none for rows of another kind."""
    return tuple(rows[MEMBERS]) if isinstance(rows, Mapping) and MEMBERS in rows else ()


def is_condition(rows: Any) -> bool:
    return not isinstance(rows, str) and not through_of(rows) and not members_of(rows)


def ids_of(value: Any) -> list[str]:
    """Of a link or a member field, be it single or not."""
    if isinstance(value, str):
        return [value]
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def named(fields: Iterable[str], values: Mapping[str, Any]) -> frozenset[str]:
    """Whom the member fields name, the first ones of each."""
    return frozenset(each for name in fields for each in ids_of(values.get(name))[:MOST_NAMED])


def team_principal(member_id: str) -> str:
    """The list of the records that name the member. It is not the list of what is theirs: a record that names them
    opens only where a group says so.
    """
    return f"team:{member_id}"
