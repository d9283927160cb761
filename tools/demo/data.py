"""The files of the demo company, shared by the demo, the journey and their tests."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "data"


def load(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Quote:
    """One entry of quotes.json. `path`: manager, product or finance; `ending`: what the journey does with it."""

    key: str
    customer: str
    customer_type: str
    product_line: str
    valid_days: int
    lines: tuple[dict[str, str], ...]
    total: str
    discount: str
    path: str
    ending: str

    def values(self, today: date) -> dict[str, Any]:
        """What the sales representative fills in."""
        return {
            "customer": self.customer,
            "customer_type": self.customer_type,
            "product_line": self.product_line,
            "lines": [dict(line) for line in self.lines],
            "valid_until": (today + timedelta(days=self.valid_days)).isoformat(),
        }


def quotes() -> list[Quote]:
    found = []
    for doc in load("quotes"):
        given = {name: value for name, value in doc.items() if name not in ("lines", "expect")}
        found.append(Quote(**given, **doc["expect"], lines=tuple(doc["lines"])))
    return found
