"""`python -m tools formula-functions`: give the table of formula functions to the web app and to docs/forms.md.

The table is `chalicelib/forms/domain/formula/functions/table.json`; a test compares what this writes.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .template.source import ROOT

_SRC = ROOT / "web" / "src"
WEB = _SRC / "lib" / "formula" / "functions" / "table.json"
HELP = _SRC / "entities" / "field" / "types" / "formula" / "functions.json"
_HELP = ("signature", "about", "example")
"""What only the designer needs, so that whoever fills in a form does not load it."""
DOCS = ROOT / "docs" / "forms.md"
BEGIN = "<!-- functions: written by `python -m tools formula-functions` -->"
END = "<!-- /functions -->"
GROUPS = {
    "lists": "Sums and columns",
    "logic": "Conditions",
    "numbers": "Numbers",
    "dates": "Dates",
    "texts": "Texts",
}


def for_web() -> str:
    return _lines({name: value for name, value in row.items() if name not in _HELP} for row in _table())


def for_designer() -> str:
    return _lines({name: row[name] for name in ("name", "group", *_HELP)} for row in _table())


def _table() -> list[dict[str, Any]]:
    from chalicelib.forms.domain.formula.functions import TABLE

    return TABLE


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    return "[\n" + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n]\n"


def for_docs(text: str) -> str:
    """The page with the table of today between its two marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{_tables(_table())}\n{END}{after}"


def _tables(table: list[dict[str, Any]]) -> str:
    parts = []
    for group, name in GROUPS.items():
        rows = [
            f"| `{row['signature']['en']}` | {row['about']['en']} | `{row['example']['en']}` |"
            for row in table
            if row["group"] == group
        ]
        parts.append("\n".join((f"| {name} | | for example |", "|---|---|---|", *rows)) + "\n")
    return "\n".join(parts)


def main() -> int:
    WEB.write_text(for_web(), "utf-8")
    HELP.write_text(for_designer(), "utf-8")
    DOCS.write_text(for_docs(DOCS.read_text("utf-8")), "utf-8")
    for path in (WEB, HELP, DOCS):
        _written(path)
    return 0


def _written(path: Path) -> None:
    print(f"  {path.relative_to(ROOT)} written")
