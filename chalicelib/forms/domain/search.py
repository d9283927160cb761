"""One text over a list: whether what a row shows contains it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .definition import Definition
from .fields import Field, Locale, type_of
from .labels import label_texts
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
        items = value if isinstance(value, list) else [value]
        if type_of(each).refers_to:
            if self.people.intersection(items):
                yield self.text
        elif each.type in ("choice", "choices"):
            for item in items:
                yield item
                yield from _names(each, item)
        elif not each.columns:
            yield str(value) if not isinstance(value, list) else ""
            yield type_of(each).text(each, value, self.locale)


def _names(each: Field, value: str) -> Iterator[str]:
    for choice in (*each.options["choices"], *each.retired):
        if choice["value"] == value:
            yield from label_texts(choice.get("name", value))
