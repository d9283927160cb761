"""A published form as the engine sees it, and the card that lists show of a record."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..forms.api import RECORD, Field, Form, Rights, label_text, shown_as, type_of
from .engine import FormField, FormView

_SUMMARY = 3


def view_of(form: Form, language: str) -> FormView:
    return FormView(
        form.id, form.label(language), form.version, {each.id: _view(each, language) for each in form.fields}
    )


def _view(field: Field, language: str) -> FormField:
    field_type = type_of(field)
    choices = {
        each["value"]: label_text(each.get("name", each["value"]), language) for each in field_type.offered(field)
    }
    return FormField(field.id, field.label(language), field_type.compare_kind(field), choices)


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
    """What a card shows of a record: the chosen fields, else the first few that types show by themselves.

    Each is `{"id", "name", "type", "value"}`, with `currency` and `decimals` where the field has them; a choice is
    shown by its name. Names are labels: `in_language` makes texts of them for whoever looks.
    """
    ranks = {each.id: type_of(each).summary_rank(each) for each in form.fields if each.id in values}
    usual = sorted((name for name, rank in ranks.items() if rank), key=ranks.__getitem__)
    wanted = chosen or usual[:_SUMMARY]
    found = [each for name in wanted if name in values and (each := form.field(name)) is not None]
    return [_shown(each, values[each.id]) for each in found]


def linked_ids(card: Mapping[str, Any]) -> list[str]:
    """The records that a stored card names."""
    return [found for each in card["summary"] if _is_link(each) for found in _ids(each["value"])]


def spoken_card(
    card: Mapping[str, Any], language: str, rights: Rights, titles: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """A stored card in the reader's language, without what is kept from them: a title that says some of it gives way to
    the number of the record, or to the name of its form. `titles` are those of linked records that the reader may read,
    by id; without them it is told how many there are.
    """
    form_name = label_text(card["form_name"], language)
    summed_up = (
        _titled({**each, "value": rights.value(each["id"], each["value"])}, language, titles)
        for each in card["summary"]
    )
    return {
        **card,
        "title": card["title"] if rights.shows_title else card["serial"] or form_name,
        "form_name": form_name,
        "summary": in_language((each for each in summed_up if each["value"] is not None), language),
    }


def _titled(each: Mapping[str, Any], language: str, titles: Mapping[str, str] | None) -> Mapping[str, Any]:
    """A link as text: ids are for those who may read the records."""
    if titles is None or each["value"] is None or not _is_link(each):
        return each
    value = {"titles": [titles.get(found) for found in _ids(each["value"])]}
    return {**each, "type": "text", "value": shown_as(each["type"]).in_language(value, language)}


def _is_link(each: Mapping[str, Any]) -> bool:
    return shown_as(each["type"]).refers_to == RECORD


def _ids(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def in_language(summed_up: Iterable[Mapping[str, Any]], language: str) -> list[dict[str, Any]]:
    return [
        {**each, "name": label_text(each["name"], language), "value": _spoken(each, language)} for each in summed_up
    ]


def _spoken(each: Mapping[str, Any], language: str) -> Any:
    return shown_as(each["type"]).in_language(each["value"], language)


def _shown(field: Field, value: Any) -> dict[str, Any]:
    field_type = type_of(field)
    shown = {
        "id": field.id,
        "name": field.name,
        "type": field_type.shown_type(field),
        "value": field_type.summary_value(field, value),
    }
    options = field_type.meant(field).options
    return {**shown, **{name: options[name] for name in ("currency", "decimals") if name in options}}
