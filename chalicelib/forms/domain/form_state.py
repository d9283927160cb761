"""A form as it is kept: what is true of it now, and the draft that builders work on."""

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Head:
    """What is true of a form now. `version` 0: never published. `storage_types` of every id that it ever published.

    `revision` is the version of what is stored, 0 for a form that is not stored yet: each change of the head has one.
    """

    id: str
    name: Any
    description: Any
    created_by: str
    created_at: str
    updated_at: str
    version: int = 0
    flow_id: str = ""
    archived: bool = False
    access: dict[str, Any] = field(default_factory=dict)
    approval: str = ""
    """What the published version says about approval: `none`, `flow`, or nothing."""
    storage_types: dict[str, str] = field(default_factory=dict)
    reindexing: tuple[str, ...] = ()
    """Fields that a published version lists or sorts by, and older records' list entries do not hold yet."""
    recounting: tuple[str, ...] = ()
    """Roll-ups that a published version declares anew, and whose figure not every record has yet."""
    icon: str = ""
    color: str = ""
    """How lists show it; "" is as every form was shown before."""
    retired_choices: dict[str, list[dict[str, Any]]] | None = None
    """See `retired.py`. None in a head that was written before there were any: the versions tell."""
    ordered: tuple[str, ...] = ()
    """Lists beyond those of its fields in which every one of its records stands; of an older form none."""
    app_id: str = ""
    """The app that it is in; "" is the default one, where every form of before is."""
    key: str = ""
    """Its name for text and programs, unique in its app; "" answers one that is derived from the id."""
    followed: tuple[str, ...] = ()
    """Its fields that other forms pull through and follow: when one changes in a record, they are told."""
    watched_by: tuple[str, ...] = ()
    """Other forms whose duplicate rules look at its records, too."""
    revision: int = 0

    def counted(self) -> "Head":
        """Every record has its figures."""
        return replace(self, recounting=())

    def doc(self) -> dict[str, Any]:
        """What lists and answers say of it."""
        return {name: value for name, value in self.__dict__.items() if name != "revision"}


@dataclass(frozen=True)
class Draft:
    """`version` is the one that was read."""

    form_id: str
    definition: dict[str, Any]
    updated_by: str
    updated_at: str
    version: int = 0


@dataclass(frozen=True)
class Published:
    """One version of a form: immutable. `changes` against the version before, in terms that a builder reads."""

    form_id: str
    version: int
    definition: dict[str, Any]
    published_by: str = ""
    published_at: str = ""
    changes: tuple[Any, ...] = ()
