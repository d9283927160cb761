"""The shared file of formula cases, against the server's evaluator."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from chalicelib.forms.domain.fields import Field
from chalicelib.forms.domain.fields._decimals import plain
from chalicelib.forms.domain.fields.formula import FIELD_TYPE as FORMULA
from chalicelib.forms.domain.formula import (
    FUNCTIONS,
    FormulaError,
    Kind,
    Names,
    Scope,
    Value,
    evaluate,
    infer,
    number_text,
    parse,
)
from tests.contracts.formula_generator import FILE as GENERATED
from tests.contracts.formula_generator import SAMPLE, generated, written

FILE = Path(__file__).resolve().parents[2] / "contracts" / "formula_cases.json"
SHARED: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
UNDATED = "no_date+5"
"""A blank has no kind: a day that is not filled in counts as 0. A date field takes such a number for a blank."""
KINDS: dict[str, Any] = SHARED["fields"]
NAMES = Names(
    {name: Kind(kind) for name, kind in KINDS.items() if isinstance(kind, str)},
    {
        name: {column: Kind(each) for column, each in columns.items()}
        for name, columns in KINDS.items()
        if isinstance(columns, dict)
    },
)


def _read(kind: str, value: Any) -> Value:
    if value is None:
        return None
    if kind == "number":
        return Decimal(value)
    return date.fromisoformat(value) if kind == "date" else bool(value) if kind == "boolean" else str(value)


def _scope() -> Scope:
    values, lines = SHARED["values"], {}
    for name, columns in KINDS.items():
        if isinstance(columns, dict):
            lines[name] = tuple({each: _read(columns[each], row[each]) for each in columns} for row in values[name])
    plain = {name: _read(kind, values.get(name)) for name, kind in KINDS.items() if isinstance(kind, str)}
    return Scope(plain, lines, date.fromisoformat(SHARED["today"]))


def _shown(value: Value) -> dict[str, Any] | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return {"boolean": value}
    if isinstance(value, Decimal):
        return {"number": number_text(value)}
    return {"text": value} if isinstance(value, str) else {"date": value.isoformat()}


def _answer(expression: str) -> dict[str, Any]:
    found = "publish"
    try:
        node = parse(expression)
        infer(node, NAMES)
        found = "run"
        return {"result": _shown(evaluate(node, _scope()))}
    except FormulaError as error:
        return {"error": error.code, "found": found}


@pytest.mark.parametrize("case", SHARED["cases"], ids=lambda case: case["expression"][:60])
def test_a_case_has_its_answer(case: dict[str, Any]) -> None:
    assert {"expression": case["expression"], **_answer(case["expression"])} == case


@pytest.mark.parametrize(
    "case", [case for case in SHARED["cases"] if "error" not in case], ids=lambda case: case["expression"][:60]
)
def test_what_is_inferred_is_what_comes_out(case: dict[str, Any]) -> None:
    kind = infer(parse(case["expression"]), NAMES)
    found = next(iter(case["result"])) if case["result"] else "blank"
    assert found == "blank" or kind is Kind.ANY or kind.value == found or case["expression"] == UNDATED


@pytest.mark.parametrize("case", SHARED["stored"], ids=lambda case: f"{case['expression']} {case['options']}")
def test_a_result_is_stored_with_the_places_of_its_field(case: dict[str, Any]) -> None:
    field = Field("f", "formula", "F", options=case["options"])
    stored = FORMULA.store(field, evaluate(parse(case["expression"]), _scope()))
    assert plain(Decimal(stored)) == case["number"]


def test_the_formulas_made_at_random_have_the_answers_of_today() -> None:
    """The browser's tests read the same file. A whole run of 20,000 is a command of the generator."""
    found = json.loads(written(generated(SAMPLE)))
    assert found == json.loads(GENERATED.read_text("utf-8"))
    assert {expression.partition("(")[0] for _, expression, _ in found["cases"]} == FUNCTIONS.keys()
