"""`make openapi`: the schemas that registries make, and openapi.json from the routes; tests compare both."""

import json

from . import contracts
from .template.source import ROOT

SNAPSHOT = ROOT / "tests" / "contracts" / "openapi.json"


def main() -> int:
    from app import app
    from chalicelib import __version__
    from chalicelib.edge.openapi import document

    contracts.write()
    text = json.dumps(document(app, __version__), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    SNAPSHOT.write_text(text, "utf-8")
    print(f"  {SNAPSHOT.relative_to(ROOT)} written")
    return 0
