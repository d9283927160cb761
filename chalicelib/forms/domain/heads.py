"""A form as it is kept: what is true of it now, and the draft that builders work on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from ...kernel.unit_of_work import Row


@dataclass(frozen=True)
class Head:
    """What is true of a form now. `version` 0: never published. `natures` of every id that it ever published."""

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
    natures: dict[str, str] = field(default_factory=dict)
    building: tuple[str, ...] = ()
    """Fields that a published version lists or sorts by, and older records' list entries do not hold yet."""
    icon: str = ""
    color: str = ""
    """How lists show it; "" is as every form was shown before."""
    retired_choices: dict[str, list[dict[str, Any]]] | None = None
    """See `retired.py`. None in a head that was written before there were any: the versions tell."""
    ordered: tuple[str, ...] = ()
    """Lists beyond those of its fields in which every one of its records stands; of an older form none."""
    row: Row | None = None

    def doc(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "row"}


def read_head(doc: Mapping[str, Any], row: Row) -> Head:
    """Of a row by whatever release: what it does not say is as it was before."""
    known = {each.name for each in fields(Head)} - {"row"}
    return Head(**{name: value for name, value in doc.items() if name in known}, row=row)


@dataclass(frozen=True)
class Draft:
    definition: dict[str, Any]
    updated_by: str
    updated_at: str
    row: Row
