"""The options that choice and choices share: values that are stored, names that are shown."""

from collections.abc import Iterator
from typing import Any, ClassVar

from ....kernel.skeleton import skeleton
from ..labels import LABEL_SCHEMA, Label, label_text, label_texts
from ..normal_form import has_control, searchable
from .base import Cell, CellReading, Fault, Field, FieldType, Locale

CHOICES_OPTION: dict[str, Any] = {
    "type": "array",
    "minItems": 1,
    "maxItems": 300,
    "items": {
        "type": "object",
        "required": ["value"],
        "additionalProperties": False,
        "properties": {
            "value": {"type": "string", "minLength": 1, "maxLength": 60},
            "key": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"},
            "name": LABEL_SCHEMA,
            "color": {"type": "string", "pattern": "^[a-z]{1,20}$"},
        },
    },
}


def values_of(field: Field) -> list[str]:
    return [choice["value"] for choice in field.options["choices"]]


def name_of(field: Field, value: str, language: str) -> str:
    """Also of one that the form offered once: its name outlives it."""
    for choice in (*field.options["choices"], *field.retired):
        if choice["value"] == value:
            return label_text(choice.get("name", value), language)
    return value


def names_of(field: Field) -> dict[str, Label]:
    """The name of every choice that the form offers or offered."""
    return {each["value"]: each.get("name", each["value"]) for each in (*field.retired, *field.options["choices"])}


def value_named(field: Field, text: str) -> str:
    """The choice that is offered under a value or, in any language, a name. Raises Fault not_a_choice."""
    wanted = searchable(text).strip()
    for choice in field.options["choices"]:
        said = (choice["value"], *label_texts(choice.get("name", choice["value"])))
        if wanted in {searchable(each).strip() for each in said}:
            return str(choice["value"])
    raise Fault("not_a_choice", value=text[:60])


class ChoosingType(FieldType):
    """What choice and choices answer alike, for the values that they hold."""

    options: ClassVar[dict[str, Any]] = {"choices": CHOICES_OPTION}
    needs = ("choices",)

    def problems(self, field: Field) -> Iterator[Fault]:
        return choice_problems(field)

    def offered(self, field: Field) -> list[Any]:
        return list(field.options["choices"])

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> Any:
        """Raises Fault not_a_choice."""
        return value_named(field, cell.plain(reading.language))

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        del locale
        for each in value if isinstance(value, list) else [value]:
            yield each
            for choice in (*field.options["choices"], *field.retired):
                if choice["value"] == each:
                    yield from label_texts(choice.get("name", each))


def choice_problems(field: Field) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, value in enumerate(values_of(field)):
        path = f"/options/choices/{index}/value"
        if value != value.strip() or has_control(value):
            yield Fault("control_characters", path)
        looks = skeleton(value, fold_case=False)
        if looks in seen:
            yield Fault("duplicate_choice", path, value=value)
        seen.add(looks)


def read_choice(field: Field, value: Any) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if text not in values_of(field):
        raise Fault("not_a_choice", value=str(value)[:60])
    return text
