"""`python -m tools condition-schema`: write the JSON Schema of conditions from their registries; a test compares."""

import json

from .template.source import ROOT

PATH = ROOT / "chalicelib" / "conditions" / "schemas" / "condition.json"


def main() -> int:
    from chalicelib.conditions.schema import condition_schema

    PATH.write_text(json.dumps(condition_schema(), ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(f"  {PATH.relative_to(ROOT)} written")
    return 0
