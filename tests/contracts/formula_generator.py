"""Formulas made at random, with what the server answers: the browser must answer the same.

    python -m tests.contracts.formula_generator 12000 /tmp/cases.json
    FORMULA_CASES=/tmp/cases.json npx vitest run src/lib/formula

`formula_cases_generated.json` beside this file is the sample that every run of the tests compares; without arguments
this writes it. A function takes its turn as the outermost one, so each of them is called in every so many cases.
"""

import json
import random
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from chalicelib.forms.domain.formula import (
    FUNCTIONS,
    Calendar,
    FormulaError,
    Kind,
    Names,
    Scope,
    Value,
    Year,
    evaluate,
    infer,
    number_text,
    parse,
)

FILE = Path(__file__).with_name("formula_cases_generated.json")
SAMPLE = 2_000
SEED = 20261122
RECORDS = 24
ROWS = 5
NUMBERS = ("a", "b", "c", "rate", "large", "small", "no_number")
TEXTS = ("name", "code", "note", "digits", "no_text")
DATES = ("start", "end", "birthday", "no_date")
TRUTHS = ("done", "open")
COLUMNS = {"product": "text", "quantity": "number", "amount": "number", "due": "date", "checked": "boolean"}
KINDS: dict[str, Any] = {
    **dict.fromkeys(NUMBERS, "number"),
    **dict.fromkeys(TEXTS, "text"),
    **dict.fromkeys(DATES, "date"),
    **dict.fromkeys(TRUTHS, "boolean"),
    "lines": COLUMNS,
    "others": {"amount": "number", "product": "text"},
}
NAMES = Names(
    {name: Kind(kind) for name, kind in KINDS.items() if isinstance(kind, str)},
    {
        name: {column: Kind(kind) for column, kind in columns.items()}
        for name, columns in KINDS.items()
        if isinstance(columns, dict)
    },
)
YEARS: list[dict[str, Any]] = [
    {"year": 2025, "holidays": ["2025-01-01", "2025-10-01", "2025-10-02", "2025-10-03"], "workdays": ["2025-09-28"]},
    {
        "year": 2026,
        "holidays": [
            "2026-01-01",
            *(f"2026-02-{day}" for day in range(15, 24)),
            *(f"2026-10-0{day}" for day in range(1, 8)),
        ],
        "workdays": ["2026-02-14", "2026-02-28", "2026-10-10"],
    },
]
CALENDAR = Calendar({each["year"]: Year.of(frozenset(each["holidays"]), frozenset(each["workdays"])) for each in YEARS})

SOME_NUMBERS = (
    *("0", "1", "2", "3", "7", "10", "12", "100", "0.1", "0.5", "1.5", "2.5", "0.005", "2.675", "99.995", "1234.56"),
    *("1000000", "0.000000000001", "9999999999999999.99", "12345678901234567890.123456", "40000", "365", "31"),
)
SOME_TEXTS = (
    *('""', '"A"', '"a"', '"A-1"', '"华东"', '"x😀y"', '"  two  words "', '"𠮷"', '"12"', '"1,234.5"', '"50%"', '"-3"'),
    *('"2026-02-28"', '"2026/2/30"', '"2026年10月1日"', '"Straße"', '"ÀÉ"', '"a""b"', '"TRUE"', '"ａ"', '"-"', '"aaa"'),
)
SOME_DATES = (
    *("TODAY()", "DATE(2026,1,31)", "DATE(2024,2,29)", "DATE(2026,10,1)", "DATE(2026,12,31)", "DATE(2025,12,29)"),
    *("DATE(9999,12,31)", "DATE(1,1,1)", "DATE(2026,2,14)", "DATE(1999,12,31)", "DATE(2026,13,0)", "start+40", "end-1"),
)
CRITERIA = (
    *(
        '">1"',
        '"<=2.5"',
        '"<>A"',
        '"="',
        '"<>"',
        '"A"',
        '"x😀y"',
        '">=2026-02-01"',
        '"TRUE"',
        "1",
        "2.5",
        '">"',
        '"=1"',
    ),
    *('"<abc"', "no_number", "TODAY()", '"<>x😀y"', "TRUE"),
)
PATTERNS = ('"0"', '"0.00"', '"#,##0.00"', '"#,##0"', '"0%"', '"0.0%"', '"0000"', '"¥#,##0.00"', '"000.0"')
DATE_PATTERNS = ('"yyyy-mm-dd"', '"yyyy年m月d日"', '"yy/mm"', '"aaaa"', '"m.d(aaa)"', '"dd"', '"hh"')
HINTS: dict[tuple[str, int], tuple[str, ...]] = {
    ("DATEDIF", 2): ('"D"', '"M"', '"Y"', '"d"', '"W"'),
    ("DATEADD", 2): ('"D"', '"W"', '"M"', '"Q"', '"Y"', '"x"'),
    ("DATEADD", 1): ("1", "-1", "13", "-40", "0", "1.5", "100000"),
    ("EDATE", 1): ("1", "-1", "12", "-13", "0", "120000"),
    ("EOMONTH", 1): ("0", "1", "-1", "11", "-2"),
    ("WORKDAY", 1): ("0", "1", "-1", "5", "10", "-7", "30"),
    ("WEEKDAY", 1): ("1", "2", "3", "4"),
    ("WEEKNUM", 1): ("1", "2", "21", "3"),
    ("CONVERT", 2): ('"CNY"', '"USD"', '"cny"'),
    ("POWER", 1): ("2", "3", "-1", "0", "0.5", "10"),
    ("DATE", 0): ("2026", "2024", "1", "9999", "0"),
    ("DATE", 1): ("1", "2", "12", "13", "0", "-3"),
    ("DATE", 2): ("1", "28", "31", "0", "400"),
    ("DATEVALUE", 0): ('"2026-02-28"', '"2026/2/9"', '"2026年10月1日"', '"2026-02-30"', '"1.2.2026"', "code", '""'),
    ("VALUE", 0): ('"12"', '"1,234.5"', '"50%"', '" -3.20 "', '"+7"', '"12,34"', '"abc"', "digits", "a", '""'),
    ("TEXTJOIN", 1): ("TRUE", "FALSE"),
    ("REPT", 1): ("0", "1", "3", "-1", "2.5", "20000"),
    **{(name, 1): ("0", "1", "2", "-1", "-2", "13") for name in ("ROUND", "ROUNDUP", "ROUNDDOWN", "TRUNC")},
    **dict.fromkeys(((name, 1) for name in ("COUNTIF", "SUMIF", "AVERAGEIF")), CRITERIA),
    **{(name, place): CRITERIA for name, first in (("COUNTIFS", 1), ("SUMIFS", 2)) for place in range(first, 12, 2)},
    **{(name, 1): ("0", "1", "2", "3", "-1", "30") for name in ("LEFT", "RIGHT", "INDEX", "LARGE", "SMALL")},
    **{("MID", place): ("0", "1", "2", "3", "9") for place in (1, 2)},
    **{("REPLACE", place): ("0", "1", "2", "3", "9") for place in (1, 2)},
    ("FIND", 2): ("1", "2", "9", "0"),
    ("SEARCH", 2): ("1", "2", "9", "0"),
    ("SUBSTITUTE", 3): ("1", "2", "0"),
}  # fmt: skip
FIELDS = {Kind.NUMBER: NUMBERS, Kind.TEXT: TEXTS, Kind.DATE: DATES, Kind.BOOLEAN: TRUTHS}
LITERALS = {
    Kind.NUMBER: SOME_NUMBERS,
    Kind.TEXT: SOME_TEXTS,
    Kind.DATE: SOME_DATES,
    Kind.BOOLEAN: ("TRUE", "FALSE", "a>b", "ISBLANK(note)"),
}
OPERATORS = {Kind.NUMBER: "+-*/", Kind.TEXT: "&", Kind.BOOLEAN: ("=", "<>", "<", ">=")}


class Maker:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._giving = {kind: sorted(name for name, each in FUNCTIONS.items() if each.gives is kind) for kind in Kind}

    def case(self, number: int) -> str:
        names = sorted(FUNCTIONS)
        return self.call(names[number % len(names)], 2)

    def call(self, name: str, depth: int) -> str:
        function, choose = FUNCTIONS[name], self._random
        most = min(function.most, max(function.least, 6))
        count = choose.choice([each for each in range(function.least, most + 1) if function.fits(each)])
        kind = choose.choice(sorted(LITERALS, key=lambda each: each.value))
        given = [self._argument(name, index, kind, depth) for index in range(count)]
        return f"{name}({','.join(given)})"

    def _argument(self, name: str, index: int, kind: Kind, depth: int) -> str:
        function, choose = FUNCTIONS[name], self._random
        takes = sorted(function.takes_at(index), key=lambda each: each.value)
        wanted = kind if kind in takes else choose.choice(takes)
        if name == "TEXT" and index == 1:
            return choose.choice(PATTERNS + DATE_PATTERNS)
        if (name, index) in HINTS and choose.random() < 0.9:
            return choose.choice(HINTS[name, index])
        if function.takes_list(index) and choose.random() < 0.75:
            return self._column(wanted, takes)
        return self.value(wanted, depth - 1)

    def _column(self, wanted: Kind, takes: list[Kind]) -> str:
        choose = self._random
        if choose.random() < 0.04:
            return choose.choice(("others.amount", "others.product"))
        fitting = [name for name, kind in COLUMNS.items() if Kind(kind) is wanted]
        return "lines." + choose.choice(fitting or [name for name, kind in COLUMNS.items() if Kind(kind) in takes])

    def value(self, kind: Kind, depth: int) -> str:
        choose, kind = self._random, self._other(kind)
        turn = choose.random()
        if depth <= 0 or turn < 0.45:
            return choose.choice(FIELDS[kind] if choose.random() < 0.6 else LITERALS[kind])
        if turn < 0.6 and kind in OPERATORS:
            of = choose.choice((Kind.NUMBER, Kind.DATE, Kind.TEXT)) if kind is Kind.BOOLEAN else kind
            return f"({self.value(of, depth - 1)}{choose.choice(OPERATORS[kind])}{self.value(of, depth - 1)})"
        if turn < 0.7:
            return (
                f"IF({self.value(Kind.BOOLEAN, depth - 1)},{self.value(kind, depth - 1)},{self.value(kind, depth - 1)})"
            )
        return self.call(choose.choice(self._giving[kind]), depth - 1)

    def _other(self, kind: Kind) -> Kind:
        """Now and then what does not belong there."""
        return self._random.choice((Kind.NUMBER, Kind.TEXT, Kind.DATE)) if self._random.random() < 0.02 else kind

    def record(self) -> dict[str, Any]:
        return {name: self._cell(kind, name) for name, kind in KINDS.items() if isinstance(kind, str)} | {
            name: [{column: self._cell(kind, column) for column, kind in columns.items()} for _ in range(self._rows())]
            for name, columns in KINDS.items()
            if isinstance(columns, dict)
        }

    def _rows(self) -> int:
        return self._random.randint(0, ROWS)

    def _cell(self, kind: str, name: str) -> Any:
        choose = self._random
        if name.startswith("no_") or choose.random() < 0.12:
            return None
        if kind == "number":
            return choose.choice(("", "-")) + choose.choice(SOME_NUMBERS)
        if kind == "boolean":
            return choose.random() < 0.5
        if kind == "date":
            return date.fromordinal(date(2025, 11, 1).toordinal() + choose.randint(0, 430)).isoformat()
        return choose.choice(SOME_TEXTS)[1:-1].replace('""', '"') or None


def read(kind: str, value: Any) -> Value:
    if value is None or kind in ("text", "boolean"):
        return None if value is None else bool(value) if kind == "boolean" else str(value)
    return Decimal(value) if kind == "number" else date.fromisoformat(value)


def scope_of(record: dict[str, Any], today: str) -> Scope:
    plain = {name: read(kind, record[name]) for name, kind in KINDS.items() if isinstance(kind, str)}
    lines = {
        name: tuple({column: read(kind, row[column]) for column, kind in columns.items()} for row in record[name])
        for name, columns in KINDS.items()
        if isinstance(columns, dict)
    }
    return Scope(plain, lines, date.fromisoformat(today), calendar=CALENDAR)


def shown(value: Value) -> dict[str, Any] | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return {"boolean": value}
    if isinstance(value, Decimal):
        return {"number": number_text(value)}
    return {"text": value} if isinstance(value, str) else {"date": value.isoformat()}


def answer(expression: str, scope: Scope) -> dict[str, Any] | None:
    found = "publish"
    try:
        node = parse(expression)
        infer(node, NAMES)
        found = "run"
        return shown(evaluate(node, scope))
    except FormulaError as error:
        return {"error": error.code, "found": found}


def generated(count: int, seed: int = SEED) -> dict[str, Any]:
    """`cases` are [number of the record, expression, answer]."""
    maker = Maker(seed)
    todays = ("2026-02-28", "2024-02-29", "2026-12-31", "2026-10-01")
    records: list[dict[str, Any]] = [
        {"today": todays[number % len(todays)], "values": maker.record()} for number in range(RECORDS)
    ]
    scopes = [scope_of(each["values"], each["today"]) for each in records]
    cases = []
    for number in range(count):
        expression, record = maker.case(number), number // len(FUNCTIONS) % RECORDS
        cases.append([record, expression, answer(expression, scopes[record])])
    return {"seed": seed, "fields": KINDS, "calendar": YEARS, "records": records, "cases": cases}


def written(found: dict[str, Any]) -> str:
    head = {name: value for name, value in found.items() if name != "cases"}
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in found["cases"])
    return json.dumps(head, ensure_ascii=False)[:-1] + f', "cases": [\n{lines}\n]}}\n'


if __name__ == "__main__":
    wanted, path, *seed = sys.argv[1:] or (str(SAMPLE), str(FILE))
    Path(path).write_text(written(generated(int(wanted), int(seed[0]) if seed else SEED)), "utf-8")
