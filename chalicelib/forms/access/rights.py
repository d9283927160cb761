"""What one member may see and change of one record: a copy of a value leaves the house only through here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..domain.definition import Definition
from ..domain.fields import Locale
from ..domain.records import CUT, ListRow, title_of
from ..domain.stored import Values
from .groups import ALL, EDIT, EDITABLE, HIDDEN, MASKED, READABLE, Group

_STARS = "****"


@dataclass(frozen=True)
class Rights:
    """`groups` are those that open the record to the member; their rights add up. None of them: it is not theirs."""

    definition: Definition | None
    locale: Locale | None
    groups: Sequence[Group]
    everything: bool = False

    def __bool__(self) -> bool:
        return self.everything or bool(self.groups)

    def may(self, action: str) -> bool:
        return self.everything or any(action in group.actions for group in self.groups)

    def level(self, field_id: str) -> int:
        """One of LEVELS. A field that the form does not have any more shows only where nothing is kept back."""
        if self.everything:
            return EDITABLE
        if self.definition is not None and field_id not in self.definition.by_id and self.limited:
            return HIDDEN
        return max((group.fields.get(field_id, group.otherwise) for group in self.groups), default=HIDDEN)

    @property
    def limited(self) -> bool:
        """Whether some field of the record is hidden or masked."""
        if self.everything or any(group.shows_all_fields for group in self.groups):
            return False
        if not self.groups:
            return True
        named = {name for group in self.groups for name in group.fields}
        return any(max(group.fields.get(name, group.otherwise) for group in self.groups) < READABLE for name in named)

    def editable(self, field_id: str) -> bool:
        if self.everything or self.level(field_id) < EDITABLE:
            return self.everything
        return any(
            EDIT in group.actions and group.fields.get(field_id, group.otherwise) == EDITABLE for group in self.groups
        )

    def reveals(self, names: Iterable[str]) -> tuple[str, ...]:
        """Of these fields, those that are masked and that the member may have shown whole."""
        shown = {name for group in self.groups for name in group.reveal if group.fields.get(name) == MASKED}
        return tuple(name for name in names if name in shown and self.level(name) == MASKED)

    @property
    def edits_everything(self) -> bool:
        return self.everything or any(
            EDIT in group.actions and all(level == EDITABLE for level in group.fields.values()) for group in self.groups
        )

    @property
    def changes_all(self) -> bool:
        """Whether a group that opens every record of the form limits nothing."""
        return self.everything or any(group.rows == ALL and group.is_full for group in self.groups)

    # -- copies

    def values(self, values: Mapping[str, Any]) -> Values:
        """Without the hidden ones; masked ones in part."""
        if not self.limited:
            return dict(values)
        shown = ((name, self.value(name, value)) for name, value in values.items())
        return {name: value for name, value in shown if value is not None}

    @property
    def shows_title(self) -> bool:
        """Whether the title is made of nothing that is kept back."""
        if not self.limited or self.definition is None:
            return not self.limited
        return all(self.level(name) >= READABLE for name in self.definition.title_fields)

    def title(self, title: str, values: Mapping[str, Any]) -> str:
        """The title, made anew of what may be seen where a part of it may not. `values` are at least those that a list
        entry holds: only they are used, so that every copy says the same.
        """
        made = self.definition
        if self.shows_title:
            return title
        if made is None or self.locale is None:
            return ""
        held = {name: _cut(values[name]) for name in made.summary_fields if name in values}
        return title_of(made, self.values(held), self.locale)

    def card(self, card: Mapping[str, Any]) -> ListRow:
        if not self.limited:
            return dict(card)
        return {
            **card,
            "title": self.title(card["title"], card["values"]),
            "values": self.values(card["values"]),
            **({"stages": self.values(card["stages"])} if "stages" in card else {}),
        }

    def changes(self, changes: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Of `{"field", "before", "after"}`, those of fields that may be seen."""
        if not self.limited:
            return [dict(each) for each in changes]
        return [
            {**each, "before": self.value(name, each["before"]), "after": self.value(name, each["after"])}
            for each in changes
            if (name := _field_of(each["field"])).startswith("@") or self.level(name) > HIDDEN
        ]

    def paths(self, paths: Iterable[str]) -> list[str]:
        """Of `total`, `lines/2/quantity`, those of fields that may be seen."""
        if not self.limited:
            return list(paths)
        return [each for each in paths if self.level(_field_of(each)) > HIDDEN]

    def value(self, name: str, value: Any) -> Any:
        """One value of a field; None if it is hidden."""
        level = READABLE if name.startswith("@") else self.level(name)
        if value is None or level == HIDDEN:
            return None
        return masked(value) if level == MASKED else value


WHOLE = Rights(None, None, (), everything=True)
"""Of whoever holds everything, and of the system."""


def masked(value: Any) -> Any:
    """`138****1234`: the ends of a text, never its length. What is no text is not shown at all."""
    if not isinstance(value, str):
        return None
    head, tail = min(3, len(value) * 3 // 11), min(4, len(value) * 4 // 11)
    return value[:head] + _STARS + (value[-tail:] if tail else "")


def _field_of(path: str) -> str:
    return path.split("/", maxsplit=1)[0]


def _cut(value: Any) -> Any:
    return value[:CUT] if isinstance(value, str) else value
