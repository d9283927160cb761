"""Fields, definitions and moments for the unit tests of forms."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.definition import Definition, read_definition
from chalicelib.forms.domain.errors import RecordInvalid
from chalicelib.forms.domain.fields import Field, Moment
from chalicelib.forms.domain.values import canonical_values

SHANGHAI = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
"""Already the 23rd in Shanghai."""
MOMENT = Moment(NOW, SHANGHAI, "m" * 26, "en")
CNY = {"currency": "CNY"}


def field(kind: str, **options: Any) -> Field:
    return Field("f", kind, "F", options=options)


def doc(identity: str, kind: str, options: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"id": identity, "type": kind, "name": identity, "options": options or {}, **more}


def formula(identity: str, expression: str, result: str = "number", **options: Any) -> dict[str, Any]:
    return doc(identity, "formula", {"expression": expression, "result": result, **options})


def form(*fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": "Form", "fields": list(fields), **more}


def definition(*fields: dict[str, Any], **more: Any) -> Definition:
    made = form(*fields, **more)
    assert problems(made) == []
    return read_definition(made)


def faults(found: Definition, values: dict[str, Any]) -> dict[str, str]:
    """Codes by path of what is wrong with the values."""
    try:
        canonical_values(found, values, MOMENT)
    except RecordInvalid as error:
        return {fault.path: fault.code for fault in error.fields}
    return {}
