"""One text over a list: whether what a row shows contains it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .definition import Definition
from .fields import Field, Locale, meant, type_of
from .normal_form import searchable


@dataclass(frozen=True)
class Search:
    """`text` as `searchable` makes it; `people` are ids of members and departments whose names contain it."""

    text: str
    definition: Definition
    locale: Locale
    people: frozenset[str] = frozenset()

    def finds(self, card: Mapping[str, Any]) -> bool:
        """In serial, title, who made it, and the values that the list shows."""
        if card["created_by"] in self.people:
            return True
        return any(self.text in searchable(each) for each in self._shown(card))

    def _shown(self, card: Mapping[str, Any]) -> Iterator[str]:
        yield card["serial"]
        yield card["title"]
        for name in self.definition.listed:
            each, value = self.definition.by_id.get(name), card["values"].get(name)
            if each is not None and value is not None:
                yield from self._texts(each, value)

    def _texts(self, each: Field, value: Any) -> Iterator[str]:
        if not type_of(meant(each)).refers_to:
            yield from type_of(each).tokens(each, value, self.locale)
        elif self.people.intersection(value if isinstance(value, list) else [value]):
            yield self.text
