"""A form as it is kept: what is true of it now, and the draft that builders work on."""

from dataclasses import dataclass, field
from typing import Any

from ...kernel.work import Row


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
    natures: dict[str, str] = field(default_factory=dict)
    building: tuple[str, ...] = ()
    """Fields that a published version lists or sorts by, and older records' list entries do not hold yet."""
    retired_choices: dict[str, list[dict[str, Any]]] | None = None
    """See `retired.py`. None in a head that was written before there were any: the versions tell."""
    row: Row | None = None

    def doc(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "row"}


@dataclass(frozen=True)
class Draft:
    definition: dict[str, Any]
    updated_by: str
    updated_at: str
    row: Row
