"""A published form as the engine sees it, and the card that lists show of a record."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..forms.api import Field, Form, label_text
from .engine import FormField, FormView, fields

_KINDS = {
    "text": fields.TEXT,
    "long_text": fields.TEXT,
    "serial": fields.TEXT,
    "number": fields.DECIMAL,
    "money": fields.DECIMAL,
    "percent": fields.DECIMAL,
    "date": fields.DATE,
    "datetime": fields.DATETIME,
    "boolean": fields.BOOLEAN,
    "choice": fields.CHOICE,
    "choices": fields.CHOICES,
}
_PEOPLE = {
    ("member", False): fields.MEMBER,
    ("member", True): fields.MEMBERS,
    ("department", False): fields.DEPARTMENT,
    ("department", True): fields.DEPARTMENTS,
}
_SUMMED_UP = ("money", "percent", "number", "choice")
_SUMMARY = 3


def view_of(form: Form, language: str) -> FormView:
    return FormView(
        form.id, form.label(language), form.version, {each.id: _view(each, language) for each in form.fields}
    )


def _view(field: Field, language: str) -> FormField:
    return FormField(field.id, field.label(language), _kind(field), _choices(field, language))


def _kind(field: Field) -> str:
    if field.type in ("member", "department"):
        return _PEOPLE[field.type, bool(field.options.get("multiple"))]
    return _KINDS.get(_shown_type(field), fields.OPAQUE)


def _shown_type(field: Field) -> str:
    """A formula is compared and shown as what it results in."""
    return str(field.options["result"]) if field.type == "formula" else field.type


def _choices(field: Field, language: str) -> dict[str, str]:
    choices = field.options.get("choices", ())
    return {each["value"]: label_text(each.get("name", each["value"]), language) for each in choices}


def to_doc(view: FormView) -> dict[str, Any]:
    return {
        "id": view.id,
        "name": view.name,
        "version": view.version,
        "fields": [
            {"id": each.id, "name": each.name, "kind": each.kind, "choices": dict(each.choices)}
            for each in view.fields.values()
        ],
    }


def from_doc(doc: Mapping[str, Any]) -> FormView:
    found = {each["id"]: FormField(**each) for each in doc["fields"]}
    return FormView(doc["id"], doc["name"], doc["version"], found)


def summary(form: Form, values: Mapping[str, Any], chosen: tuple[str, ...]) -> list[dict[str, Any]]:
    """What a card shows of a record: the chosen fields, else the first few amounts, rates, numbers and choices.

    Each is `{"id", "name", "type", "value"}`, with `currency` and `decimals` where the field has them; a choice is
    shown by its name. Names are labels: `in_language` makes texts of them for whoever looks.
    """
    usual = [each.id for each in form.fields if _shown_type(each) in _SUMMED_UP and each.id in values]
    wanted = chosen or usual[:_SUMMARY]
    found = [each for name in wanted if name in values and (each := form.field(name)) is not None]
    return [_shown(each, values[each.id]) for each in found]


def spoken_card(card: Mapping[str, Any], language: str) -> dict[str, Any]:
    """A stored card in the reader's language."""
    return {
        **card,
        "form_name": label_text(card["form_name"], language),
        "summary": in_language(card["summary"], language),
    }


def in_language(summed_up: Iterable[Mapping[str, Any]], language: str) -> list[dict[str, Any]]:
    return [
        {**each, "name": label_text(each["name"], language), "value": _spoken(each, language)} for each in summed_up
    ]


def _spoken(each: Mapping[str, Any], language: str) -> Any:
    value = each["value"]
    if each["type"] == "choice":
        return label_text(value, language)
    if each["type"] == "choices":
        return [label_text(one, language) for one in value]
    return value


def _shown(field: Field, value: Any) -> dict[str, Any]:
    offered = (*field.retired, *field.options.get("choices", ()))
    named = {each["value"]: each.get("name", each["value"]) for each in offered}
    if field.type == "choices":
        value = [named.get(one, one) for one in value]
    elif field.type == "choice":
        value = named.get(value, value)
    shown = {"id": field.id, "name": field.name, "type": _shown_type(field), "value": value}
    return {**shown, **{name: field.options[name] for name in ("currency", "decimals") if name in field.options}}
