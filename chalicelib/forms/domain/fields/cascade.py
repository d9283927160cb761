"""One of a tree of choices, chosen level by level: 华东 / 上海 / 浦东. Conditions find it by any of its levels."""

import re
from collections.abc import Hashable, Iterator, Mapping
from datetime import tzinfo
from typing import Any, ClassVar

from ....kernel.languages import LANGUAGES
from ..formula import Kind, Value
from ..labels import Label, label_text, label_texts
from ..normal_form import searchable
from ._choices import CHOICES_OPTION, ChoosingType, name_of, names_of
from .base import Cell, CellReading, Fault, Field, Locale

MOST_NODES, MOST_LEVELS = 2_000, 5
BETWEEN = " / "
_LEVEL = re.compile(r"\s*[/／>›-]\s*")

_NODE = CHOICES_OPTION["items"]
_NODES: dict[str, Any] = {
    **CHOICES_OPTION,
    "maxItems": MOST_NODES,
    "items": {
        **_NODE,
        "properties": {
            **_NODE["properties"],
            "parent": {
                "type": "string",
                "minLength": 1,
                "maxLength": 60,
                "description": "The value of the choice that it stands below, which is named before it.",
            },
        },
    },
}


class Cascade(ChoosingType):
    """`choices` are the nodes of the tree, each after its `parent`. Canonical: the values from the top to the choice,
    `["east", "shanghai", "pudong"]`; the last of them alone is accepted. In a formula it is these joined by `/`.
    """

    type = "cascade"
    words: ClassVar[Label] = {"zh-CN": "级联选择", "en": "cascading choice"}
    compare = "choices"
    sql = "VARCHAR[]"
    kind = Kind.TEXT
    in_serials = True
    options: ClassVar[dict[str, Any]] = {
        "choices": _NODES,
        "any_level": {
            "type": "boolean",
            "x-name": {"zh-CN": "可选任意一级", "en": "any level may be chosen"},
        },
    }

    def problems(self, field: Field) -> Iterator[Fault]:
        yield from super().problems(field)
        levels: dict[str, int] = {}
        for index, choice in enumerate(field.options["choices"]):
            parent = choice.get("parent")
            if parent is not None and parent not in levels:
                yield Fault("cascade_parent", f"/options/choices/{index}/parent", value=choice["value"])
            levels[choice["value"]] = levels.get(parent, 0) + 1
            if levels[choice["value"]] == MOST_LEVELS + 1:
                yield Fault("cascade_depth", f"/options/choices/{index}/parent", limit=MOST_LEVELS)

    def schema(self, field: Field) -> dict[str, Any]:
        items = {"enum": [choice["value"] for choice in field.options["choices"]]}
        return {"type": "array", "items": items, "minItems": 1, "maxItems": MOST_LEVELS}

    def canonical(self, field: Field, value: Any) -> list[str]:
        """Raises Fault not_a_choice, not_a_path or not_a_last_choice."""
        given = [value] if isinstance(value, str) else value
        if not isinstance(given, list) or not given:
            raise Fault("not_a_list")
        parents = {choice["value"]: choice.get("parent") for choice in field.options["choices"]}
        for each in given:
            if not isinstance(each, str) or each.strip() not in parents:
                raise Fault("not_a_choice", value=str(each)[:60])
        path = _path(given[-1].strip(), parents)
        if len(given) > 1 and [each.strip() for each in given] != path:
            raise Fault("not_a_path", value=given[-1])
        if not field.options.get("any_level") and path[-1] in parents.values():
            raise Fault("not_a_last_choice", value=name_of(field, path[-1], "zh-CN"))
        return path

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> list[str]:
        """The names from the top, `华东 / 上海`, or the last of them alone if no other choice is called so.

        Raises Fault not_a_choice.
        """
        text = cell.plain(reading.language)
        wanted = [searchable(part).strip() for part in _LEVEL.split(text) if part.strip()]
        parents = {choice["value"]: choice.get("parent") for choice in field.options["choices"]}
        names = names_of(field)
        paths = [_path(value, parents) for value in parents]
        found = [path for path in paths if _is_called(wanted, path, names)]
        if len(found) != 1:
            raise Fault("not_a_choice", value=text[:60])
        return found[0]

    def comparable(self, field: Field, value: Any) -> Hashable:
        try:
            return tuple(self.canonical(field, value))
        except Fault:
            return super().comparable(field, value)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        return BETWEEN.join(name_of(field, item, locale.language) for item in value)

    def summary_value(self, field: Field, value: list[str]) -> Label:
        names = names_of(field)
        return {
            language: BETWEEN.join(label_text(names.get(each, each), language) for each in value)
            for language in LANGUAGES
        }

    def in_language(self, value: Label, language: str) -> str:
        return label_text(value, language)

    def segment(self, field: Field, value: list[str]) -> str:
        """The choice alone."""
        del field
        return value[-1]

    def operand(self, field: Field, value: list[str], zone: tzinfo) -> Value:
        del field, zone
        return "/".join(value)


def _is_called(wanted: list[str], path: list[str], names: Mapping[str, Label]) -> bool:
    """Whether the last names of the path, or its values, are these."""
    if not wanted or len(path) < len(wanted) or (len(wanted) > 1 and len(wanted) != len(path)):
        return False
    levels = zip(wanted, path[-len(wanted) :], strict=True)
    return all(
        each in {searchable(said).strip() for said in (value, *label_texts(names[value]))} for each, value in levels
    )


def _path(value: str, parents: Mapping[str, str | None]) -> list[str]:
    path = [value]
    while (parent := parents[path[0]]) is not None:
        path.insert(0, parent)
    return path


FIELD_TYPE = Cascade()
