"""The SQL of a condition: operands are parameters, and the answer is never NULL."""

from typing import Any

import pytest

from chalicelib.conditions.sql import to_sql

from .language import ask, read


@pytest.mark.parametrize(
    ("raw", "text", "given"),
    [
        (
            ask("total", "gte", "1.50"),
            '("total" IS NOT NULL AND "total" >= CAST(? AS DECIMAL(38, 10)))',
            ["1.50"],
        ),
        (
            ask("due", "between", ["2026-01-01", "2026-02-01"]),
            '("due" IS NOT NULL AND "due" BETWEEN CAST(? AS DATE) AND CAST(? AS DATE))',
            ["2026-01-01", "2026-02-01"],
        ),
        (
            ask("at", "lt", "2026-01-01T09:00:00+08:00"),
            '("at" IS NOT NULL AND "at" < CAST(? AS TIMESTAMPTZ))',
            ["2026-01-01T01:00:00.000Z"],
        ),
        (ask("note", "contains", "%' OR 1"), '("note" IS NOT NULL AND contains("note", ?))', ["%' OR 1"]),
        (ask("note", "prefix", "x"), '("note" IS NOT NULL AND starts_with("note", ?))', ["x"]),
        (ask("grade", "ne", "A"), '("grade" IS NULL OR NOT ("grade" IN (CAST(? AS VARCHAR))))', ["A"]),
        (ask("grade", "in", []), '("grade" IS NOT NULL AND FALSE)', []),
        (
            ask("tags", "has_none", ["a", "b"]),
            '("tags" IS NULL OR NOT (list_has_any("tags", [CAST(? AS VARCHAR), CAST(? AS VARCHAR)])))',
            ["a", "b"],
        ),
        (ask("files", "empty"), '("files" IS NULL OR FALSE)', []),
        (
            {"any": [ask("files", "filled"), {"not": {"all": [ask("rush", "eq", True)]}}]},
            '(("files" IS NOT NULL AND TRUE) OR NOT ((("rush" IS NOT NULL AND "rush" IN (CAST(? AS BOOLEAN))))))',
            [True],
        ),
        ({"all": []}, "TRUE", []),
        ({"any": []}, "FALSE", []),
    ],
)
def test_each_operator_as_text(raw: dict[str, Any], text: str, given: list[Any]) -> None:
    assert to_sql(read(raw), lambda subject: subject.key) == (text, given)


def test_a_name_cannot_leave_its_quotes() -> None:
    text, _ = to_sql(read(ask("note", "not_empty")), lambda _: 'a" OR "b')
    assert text == '("a"" OR ""b" IS NOT NULL AND TRUE)'


def test_operands_that_are_not_looked_up_yet_are_refused() -> None:
    with pytest.raises(ValueError, match="settled"):
        to_sql(read(ask("due", "eq", {"relative": "today"})), lambda subject: subject.key)
